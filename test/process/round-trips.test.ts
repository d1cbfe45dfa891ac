import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Redis } from 'ioredis';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

import { startRedis } from '../../src/playground/redis-server.ts';
import { createRedis } from '../../src/redis/connection.ts';
import { startBot, typed, type Bot } from './bot.ts';
import { startSlack, type FakeSlack } from './slack.ts';

// A Redis of its own: what others do in theirs would be seen too.
const dir = await mkdtemp(join(tmpdir(), 'bearings-trips-'));
const own = await startRedis({ dir });
const redisUrl = own.url;
const redis = createRedis(redisUrl, () => {});
/** Every command that a client sends to this database. What scripts do inside Redis costs nobody a round trip. */
const commands: string[][] = [];
let slack: FakeSlack;
let bot: Bot;
let monitor: Redis;

beforeAll(async () => {
  await redis.flushdb();
  slack = await startSlack();
  // Before anybody else is there: a command seen before MONITOR itself is answered confuses the client.
  monitor = await new Redis(redisUrl).monitor();
  monitor.on('monitor', (_time: string, args: unknown, source: string) => {
    if (source !== 'lua') commands.push(z.array(z.string()).parse(args));
  });
  bot = await startBot({ redisUrl, apiUrl: slack.apiUrl });
  // A Redis knows our scripts once somebody has used them.
  await bot.send(typed('U9', 'checkin', 'EvWarm'));
  await vi.waitUntil(() => count('settle') > 0, { timeout: 10_000 });
  return async () => {
    monitor.disconnect();
    await bot.end('SIGKILL');
    await slack.stop();
    await redis.quit();
    await own.stop();
    await rm(dir, { recursive: true, force: true });
  };
});

type Work = 'queue' | 'pace' | 'answer' | 'account' | 'settle' | 'sweep' | 'beside';

/** By its first key we know what a command was for. */
function workOf([name = '', ...args]: readonly string[]): Work {
  // The plan has connections of its own, and nobody who answers waits for them.
  if ([name, ...args].some((word) => word.includes('bearings-queue'))) return 'queue';
  // Said already: it only lets what nobody waits for come a moment later.
  if ([name, ...args].some((word) => word.endsWith('}:pace'))) return 'pace';
  const isScript = /^eval(sha)?$/i.test(name);
  const key = (isScript ? args[2] : args[0]) ?? '';
  if (key.startsWith('{T1}:account') || key === '{T1}:workspace') return 'account';
  if (isScript) return key === '{T1}:undelivered' ? 'settle' : 'answer';
  if (/^(smembers|zrange)$/i.test(name)) return 'sweep';
  // The workspace is noted in the same round trip as the first read of a member; the rest is said once a connection.
  return /^(sadd|info|ping|client|select|hello)$/i.test(name) ? 'beside' : 'answer';
}

const count = (work: Work): number => commands.filter((command) => workOf(command) === work).length;

/** Sends one answer, waits until its reply is said and its receipt is in the record, and says what that took. */
async function costOf(bot: Bot, text: string, id: string): Promise<Record<Work, number>> {
  commands.length = 0;
  const before = slack.seenBy('U1').length;
  expect((await bot.send(typed('U1', text, id))).status).toBe(200);
  await expect.poll(() => slack.seenBy('U1').length, { interval: 10 }).toBe(before + 1);
  await expect.poll(() => count('settle'), { interval: 10 }).toBeGreaterThan(0);
  return {
    queue: count('queue'),
    pace: count('pace'),
    answer: count('answer'),
    account: count('account'),
    settle: count('settle'),
    sweep: count('sweep'),
    beside: count('beside'),
  };
}

const ONBOARDING = ['checkin', 'Example Notes', '4', 'skip', 'skip'];
const DAY = [
  'checkin',
  '1',
  'skip',
  'Call two dealers about the top question before 10',
  '1',
  '12',
  'skip',
  'skip',
  '4',
];

describe('commands to Redis, seen by Redis itself', { timeout: 60_000 }, () => {
  it('are at most two an answer over on-boarding and a check-in: one read when the person is new here, one write', async () => {
    const costs: Record<Work, number>[] = [];
    for (const [i, text] of [...ONBOARDING, ...DAY].entries()) costs.push(await costOf(bot, text, `Ev${i}`));
    expect(slack.seenBy('U1').at(-1)?.text).toContain('Check-in,');

    const figures = costs.map(({ answer }, i) => `${[...ONBOARDING, ...DAY][i]}: ${answer}`).join(', ');
    const most = Math.max(...costs.map(({ answer }) => answer));
    expect(most, `commands for each answer: ${figures}`).toBeLessThanOrEqual(2);
    expect(costs.slice(1).map(({ answer }) => answer)).toEqual(costs.slice(1).map(() => 1));
    // Counted apart, for these are no part of an answer: a receipt is settled a quarter of a second later, together
    // with all that came meanwhile (here there is one person, so it is one each); the account is kept once, and what
    // holds in the workspace looked up, before the last words of on-boarding are said.
    expect(costs.map(({ settle }) => settle)).toEqual(costs.map(() => 1));
    expect(costs.map(({ account }) => account)).toEqual(costs.map((_, i) => (i === ONBOARDING.length - 1 ? 5 : 0)));
  });

  it('are two for a replica that has not met the person, and again when another one wrote meanwhile', async () => {
    const other = await startBot({ redisUrl, apiUrl: slack.apiUrl });
    try {
      expect((await costOf(other, 'today', 'EvX1')).answer).toBe(2);
      expect((await costOf(bot, 'today', 'EvX2')).answer).toBeLessThanOrEqual(2);
    } finally {
      await other.end('SIGKILL');
    }
  });

  it('are one to settle what was said to ten people at once', async () => {
    commands.length = 0;
    const people = Array.from({ length: 10 }, (_, n) => `U1${n}`);
    await Promise.all(people.map((user) => bot.send(typed(user, 'checkin', `Ev${user}`))));
    await expect.poll(() => people.flatMap((user) => slack.seenBy(user))).toHaveLength(10);
    await expect.poll(() => count('settle')).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(count('settle')).toBeLessThanOrEqual(2);
  });
});
