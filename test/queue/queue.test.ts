import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Due } from '../../src/coaching/ports.ts';
import { createScheduler, type QueueScheduler } from '../../src/queue/create-scheduler.ts';
import { createWorker, type QueueWorker } from '../../src/queue/create-worker.ts';
import { createQueueRedis } from '../../src/redis/connection.ts';
import { ownDatabase } from '../support/database.ts';

const url = await ownDatabase();
const START = new Date('2026-11-23T08:30:00Z').getTime();
const closing: (() => Promise<unknown>)[] = [];
let clock = START;
let records: Due[] = [];

const minutes = (count: number): Date => new Date(START + count * 60_000);
const now = (): Date => new Date(clock);

beforeEach(async () => {
  clock = START;
  records = [];
  const redis = createQueueRedis(url, () => {});
  await redis.flushdb();
  await redis.quit();
});
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A replica with a clock of its own; `did` is what it had the coach do. */
function replica(ownNow = now, takes: () => Promise<void> = async () => {}) {
  const redis = createQueueRedis(url, () => {});
  const members = {
    async *due(until: Date) {
      yield records.filter(({ at }) => at <= until);
    },
  };
  const scheduler: QueueScheduler = createScheduler({ redis, members, now: ownNow });
  const did: string[] = [];
  const coach = {
    due: async (member: string, at: Date) => {
      did.push(`${member} ${at.toISOString()}`);
      await takes();
    },
  };
  const work = (): QueueWorker =>
    createWorker({ redis, coach, reconcile: () => scheduler.reconcile(), now: ownNow, onFailure: () => {} });
  closing.push(async () => {
    await scheduler.close();
    await redis.quit();
  });
  const begin = (): QueueWorker => {
    const worker = work();
    closing.push(() => worker.close());
    return worker;
  };
  return { redis, scheduler, did, begin };
}

const jobs = async (redis: ReturnType<typeof createQueueRedis>): Promise<number> =>
  redis.zcard('{bearings-queue}:bearings:delayed');

describe('the plan', () => {
  it('holds a moment once, however often it is planned and by whomever', async () => {
    const [one, other] = [replica(), replica()];
    const due = { member: 'T1:U1', at: minutes(30) };
    await Promise.all([one, other, one].map(({ scheduler }) => scheduler.plan([due])));
    expect(await jobs(one.redis)).toBe(1);
    await one.scheduler.plan([{ member: 'T1:U1', at: minutes(31) }]);
    expect(await jobs(one.redis)).toBe(2);
  });

  it('makes no job for what is hours away: that waits in the records until it is near', async () => {
    const { redis, scheduler } = replica();
    records = [{ member: 'T1:U1', at: minutes(180) }];
    await scheduler.plan(records);
    expect(await jobs(redis)).toBe(0);
    clock = minutes(90).getTime();
    await scheduler.reconcile();
    // The reconciliation of the next hour is a job too.
    await expect.poll(() => jobs(redis)).toBeGreaterThanOrEqual(1);
    expect(await redis.keys('*T1%003aU1*')).toHaveLength(1);
  });

  it('is made again from the records when all of it is lost', async () => {
    const { redis, scheduler, did, begin } = replica();
    records = [{ member: 'T1:U1', at: minutes(-1) }];
    await scheduler.plan(records);
    await redis.flushdb();
    await scheduler.reconcile();
    begin();
    await expect.poll(() => did[0]).toBe(`T1:U1 ${minutes(0).toISOString()}`);
  });

  it('is carried out at once after the clock was moved', async () => {
    const { scheduler, did, begin } = replica();
    records = [
      { member: 'T1:U1', at: minutes(30) },
      { member: 'T1:U2', at: minutes(90) },
    ];
    await scheduler.plan(records);
    begin();
    clock = minutes(45).getTime();
    await scheduler.hurry();
    await expect.poll(() => did).toEqual([`T1:U1 ${minutes(45).toISOString()}`]);
  });

  it('is carried out as of its time by a replica whose clock is behind', async () => {
    const behind = replica(() => new Date(clock - 3_600_000));
    const ahead = replica();
    await ahead.scheduler.plan([{ member: 'T1:U1', at: minutes(0) }]);
    behind.begin();
    await expect.poll(() => behind.did).toEqual([`T1:U1 ${minutes(0).toISOString()}`]);
  });

  it('takes ids that mean something to a queue or to a key', async () => {
    const { scheduler, did, begin } = replica();
    const ids = ['T1:{x}', 'T1:U:1', 'T1:用户', 'T1:U.1'];
    await scheduler.plan(ids.map((member) => ({ member, at: minutes(0) })));
    begin();
    await expect.poll(() => did.map((one) => one.replace(/ .*/, '')).toSorted()).toEqual(ids.toSorted());
  });

  it('is handed over by a replica that has to stop before it is through', { timeout: 20_000 }, async () => {
    const one = replica(now, () => new Promise(() => {}));
    const other = replica();
    await one.scheduler.plan([{ member: 'T1:U1', at: minutes(0) }]);
    const worker = one.begin();
    await expect.poll(() => one.did).toHaveLength(1);
    other.begin();
    const began = performance.now();
    await worker.close();
    expect(performance.now() - began).toBeLessThan(6_000);
    await expect.poll(() => other.did).toHaveLength(1);
  });

  it('keeps nothing of what is over', async () => {
    const { redis, scheduler, did, begin } = replica();
    await scheduler.plan([{ member: 'T1:U1', at: minutes(0) }]);
    await scheduler.reconcile();
    begin();
    await expect.poll(() => did).toHaveLength(1);
    await expect.poll(() => redis.llen('{bearings-queue}:bearings:active')).toBe(0);
    const kept = ['completed', 'failed'].map((state) => redis.zcard(`{bearings-queue}:bearings:${state}`));
    expect(await Promise.all(kept)).toEqual([0, 0]);
  });
});
