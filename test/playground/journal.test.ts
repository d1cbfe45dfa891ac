import { Redis } from 'ioredis';
import { afterAll, beforeEach, expect, it } from 'vitest';

import { createRedisJournal, Entry } from '../../src/playground/journal.ts';
import { ownDatabase } from '../support/database.ts';

// A database of its own: the journal's keys belong to the one playground of a Redis.
const redis = new Redis(await ownDatabase());
const journal = createRedisJournal(redis);

beforeEach(() => redis.flushdb());
afterAll(() => redis.quit());

const entry = (at: number, text: string, inbox: 'operator' | 'manager' = 'operator') =>
  Entry.parse({
    inbox,
    author: 'bot',
    ts: `1700000000.${String(at).padStart(6, '0')}`,
    text,
    blocks: [],
    ephemeral: false,
    edited: false,
  });

it('gives back what was said, oldest first, each message as it stands now', async () => {
  await journal.put(entry(2, 'second', 'manager'));
  await journal.put(entry(1, 'first'));
  await journal.put(entry(1, 'first, changed'));
  expect((await journal.load()).map(({ text }) => text)).toEqual(['first, changed', 'second']);
});

it('forgets a message', async () => {
  await journal.put(entry(1, 'first'));
  await journal.remove(entry(1, ''));
  expect(await journal.load()).toEqual([]);
});

it('keeps the last 300 messages of a person', async () => {
  for (let at = 1; at <= 305; at += 1) await journal.put(entry(at, `${at}`));
  const kept = await journal.load();
  expect([kept.length, kept[0]?.text, kept.at(-1)?.text]).toEqual([300, '6', '305']);
});

it('remembers the language, once there is one', async () => {
  expect(await journal.locale()).toBeNull();
  await journal.keepLocale('zh-CN');
  expect(await journal.locale()).toBe('zh-CN');
});

it('keeps all of its keys under one prefix', async () => {
  await journal.put(entry(1, 'first'));
  await journal.keepLocale('en');
  const keys = await redis.keys('*');
  expect(keys.filter((key) => !key.startsWith('playground:'))).toEqual([]);
});
