import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { startRedis, type RunningRedis } from '../../src/playground/redis-server.ts';
import { createRedis } from '../../src/redis/connection.ts';
import { freePort } from '../support/free-port.ts';
import { startBot, type Bot } from './bot.ts';
import { startSlack, type FakeSlack } from './slack.ts';
import { dueOperators, seenOf } from './wave.ts';

const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));
const WHOLE = { timeout: 90_000, interval: 200 };

let dir = '';
let port = 0;
let redis: RunningRedis;
let slack: FakeSlack;
let bots: Bot[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bearings-planned-'));
  port = await freePort();
  redis = await startRedis({ dir, port });
  slack = await startSlack();
});

afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.end('SIGKILL')));
  bots = [];
  await slack.stop();
  await redis.stop();
  await rm(dir, { recursive: true, force: true });
});

async function due(size: { count: number; teams: number }): Promise<string[]> {
  const client = createRedis(redis.url, () => {});
  const ids = await dueOperators(client, size);
  await client.quit();
  return ids;
}
const start = async (): Promise<Bot> => {
  const bot = await startBot({ redisUrl: redis.url, apiUrl: slack.apiUrl });
  bots.push(bot);
  return bot;
};

describe('what is planned', { timeout: 120_000 }, () => {
  it('is not lost, nor said twice, when Redis is killed and started again in the middle of a wave', async () => {
    const ids = await due({ count: 150, teams: 3 });
    const seen = () => seenOf(ids, slack.seenBy);
    await Promise.all([start(), start()]);
    await expect.poll(() => seen().delivered, WHOLE).toBeGreaterThan(40);
    process.kill(redis.pid, 'SIGKILL');
    await pause(2_000);
    expect(seen().lost).toBeGreaterThan(0);
    redis = await startRedis({ dir, port });
    await expect.poll(() => seen().lost, WHOLE).toBe(0);
    await pause(2_000);
    process.stdout.write(`Redis killed in a wave: ${JSON.stringify(seen())}\n`);
    expect(seen()).toEqual({ expected: 150, delivered: 150, doubled: 0, lost: 0 });
    expect(bots.map((bot) => bot.hasEnded())).toEqual([false, false]);
  });

  it('is planned again from the records when the whole queue is gone', async () => {
    const ids = await due({ count: 12, teams: 2 });
    const client = createRedis(redis.url, () => {});
    const first = await start();
    await expect.poll(() => seenOf(ids, slack.seenBy).lost, WHOLE).toBe(0);
    await first.end('SIGTERM');
    const again = await due({ count: 12, teams: 2 });
    const keys = await client.keys('*bearings-queue*');
    expect(keys.length).toBeGreaterThan(0);
    await client.del(...keys);
    await start();
    const messages = () => again.map((id) => slack.seenBy(id.split(':')[1] ?? '').length);
    await expect.poll(messages, WHOLE).toEqual(again.map(() => 2));
    await client.quit();
  });

  it('is handed over by a replica that is told to stop in the middle of a wave', async () => {
    const ids = await due({ count: 100, teams: 2 });
    const seen = () => seenOf(ids, slack.seenBy);
    const [one] = await Promise.all([start(), start()]);
    await expect.poll(() => seen().delivered, WHOLE).toBeGreaterThan(15);
    const began = performance.now();
    const { code } = await one.end('SIGTERM');
    expect(code).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    await expect.poll(() => seen().lost, WHOLE).toBe(0);
    await pause(1_500);
    expect(seen()).toEqual({ expected: 100, delivered: 100, doubled: 0, lost: 0 });
  });

  it('is no reason to stay, nor to complain many times a second, while Redis is away', async () => {
    const bot = await start();
    await redis.stop();
    await pause(3_000);
    const began = performance.now();
    const { code, out } = await bot.end('SIGTERM');
    redis = await startRedis({ dir, port });
    expect(code).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    // What was being written when Redis went may say so, once.
    expect(out.split('\n').filter((line) => line.includes('was not done')).length).toBeLessThan(3);
  });
});
