import { Redis } from 'ioredis';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';

import { createRedis } from '../../src/redis/connection.ts';
import { startBot, typed, type Bot } from './bot.ts';
import { startSlack, type FakeSlack } from './slack.ts';

const DB = 8;
const redisUrl = `${inject('redisUrl')}/${DB}`;
const redis = createRedis(redisUrl, () => {});
/** Every command that a client sends to this database. What scripts do inside Redis costs nobody a round trip. */
const commands: string[][] = [];
let slack: FakeSlack;
let bot: Bot;
let monitor: Redis;

beforeAll(async () => {
  await redis.flushdb();
  slack = await startSlack();
  bot = await startBot({ redisUrl, apiUrl: slack.apiUrl });
  monitor = await new Redis(redisUrl).monitor();
  monitor.on('monitor', (_time: string, args: unknown, source: string, database: string) => {
    if (source !== 'lua' && database === String(DB)) commands.push(z.array(z.string()).parse(args));
  });
  return async () => {
    monitor.disconnect();
    await bot.end('SIGKILL');
    await slack.stop();
    await redis.quit();
  };
});

type Work = 'answer' | 'account' | 'settle' | 'sweep' | 'beside';

/** By its first key we know what a command was for. */
function workOf([name = '', ...args]: readonly string[]): Work {
  const isScript = /^eval(sha)?$/i.test(name);
  const key = (isScript ? args[2] : args[0]) ?? '';
  if (key.startsWith('{T1}:account')) return 'account';
  if (isScript) return key === '{T1}:undelivered' ? 'settle' : 'answer';
  if (/^(smembers|zrange)$/i.test(name)) return 'sweep';
  // The workspace is noted in the same round trip as the first read of a member; the rest is said once a connection.
  return /^(sadd|info|ping|client|select)$/i.test(name) ? 'beside' : 'answer';
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
    // with all that came meanwhile (here there is one person, so it is one each); the account is kept once, before the
    // last words of on-boarding are said.
    expect(costs.map(({ settle }) => settle)).toEqual(costs.map(() => 1));
    expect(costs.map(({ account }) => account)).toEqual(costs.map((_, i) => (i === ONBOARDING.length - 1 ? 2 : 0)));
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
