import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { readContent } from '../../src/content.ts';
import { runPlayground } from '../../src/playground/run.ts';
import { ownDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { actAt, seenAt, timeOf, type Seen } from '../support/seen.ts';

// A database of its own: a playground has one workspace, always the same.
const redisUrl = await ownDatabase();
const content = await readContent(new URL('../../', import.meta.url));

let url = '';
let port = 0;
let logged: string[] = [];
let running: { stop: () => Promise<void> };

async function start(): Promise<void> {
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  const config = { slack: null, redisUrl, host: '127.0.0.1', port, logLevel: 'warn', dataDir: null } as const;
  running = await runPlayground({ ...config, company: 'example' }, content, log);
}

const lived = (): Promise<void> =>
  expect.poll(async () => (await seenAt(url)).time.moving, { timeout: 60_000, interval: 200 }).toBeNull();
const isMonday = (at: Date): boolean =>
  at.toLocaleString('en', { weekday: 'long', timeZone: 'Asia/Shanghai' }) === 'Monday';
const timesOf = (seen: Seen): string => timeOf(seen).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' });

beforeEach(async () => {
  const redis = new Redis(redisUrl);
  await redis.flushdb();
  await redis.quit();
  logged = [];
  port = await freePort();
  url = `http://127.0.0.1:${port}`;
  await start();
});
afterEach(() => running.stop());

it.each([
  { locale: 'en', decision: 'To keep one fixed repair column', decided: 'has decided', told: 'Show a price range' },
  { locale: 'zh-CN', decision: '为了把维修栏目固定下来', decided: '已经定了', told: '写价格区间' },
])('a new playground lives to its second digest within a minute, in $locale', { timeout: 90_000 }, async (words) => {
  await actAt(url, { kind: 'language', locale: words.locale });
  expect(await actAt(url, { kind: 'say', person: 'manager', text: 'Hello' })).toEqual({ kind: 'moving' });
  await lived();
  const seen = await seenAt(url);
  expect(logged).toEqual([]);
  expect(isMonday(timeOf(seen)) && timesOf(seen)).toMatch(/^09:31/);

  const { operator, manager } = seen.desks;
  const digest = manager.messages.at(-1);
  expect(digest?.text).toContain(words.decision);
  const picture = digest?.blocks.find(({ type }) => type === 'image');
  const { id } = Object(picture?.['slack_file']);
  const file = await fetch(`${url}/file/${String(id)}`);
  expect(file.headers.get('content-type')).toBe('image/png');
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');

  const said = operator.messages.map(({ text }) => text);
  expect(said.filter((text) => text.includes(words.told)).length).toBeGreaterThan(1);
  // On their first day nothing reminds them of a day before it.
  const first = operator.messages.filter(({ at }) => at?.slice(0, 10) === operator.messages[0]?.at?.slice(0, 10));
  expect(new Set(first.map(({ at }) => at?.slice(11, 16)))).toEqual(new Set(['01:00', '08:30']));
  const days = new Set(operator.messages.map(({ at }) => at?.slice(0, 10)));
  expect(days.size).toBeGreaterThanOrEqual(10);

  await running.stop();
  await start();
  const again = await seenAt(url);
  expect(again.time.moving).toBeNull();
  expect(again.desks.manager.messages.at(-1)).toEqual(digest);
  expect(isMonday(timeOf(again))).toBe(true);
  expect((await fetch(`${url}/file/${String(id)}`)).status).toBe(200);
  // A Redis that somebody gave it is not the playground's to empty.
  expect(again.mayStartOver).toBe(false);
  expect(await actAt(url, { kind: 'start-over', company: 'empty' })).toEqual({ kind: 'gone' });
});
