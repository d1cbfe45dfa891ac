import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createRedis } from '../../src/redis/connection.ts';
import { createRedisMembers } from '../../src/redis/members.ts';
import { day, keep, post, put, receipt, see } from '../contract/stores.ts';
import { ownDatabase } from '../support/database.ts';
import { openLine } from './line.ts';

const line = await openLine(await ownDatabase());
const redis = createRedis(line.url, () => {});

beforeAll(() => redis.flushdb());
afterAll(async () => {
  await redis.quit();
  await line.cut();
});

describe('the way to Redis', () => {
  it('is gone twice for a member not met before, once for the next answer', async () => {
    const members = createRedisMembers(redis);
    await put(members, 'T1:U1');
    const cold = createRedisMembers(redis);
    expect(await line.roundTripsOf(() => keep(cold, 'T1:U1', day('2026-03-02')))).toBe(2);
    expect(await line.roundTripsOf(() => keep(cold, 'T1:U1', day('2026-03-03')))).toBe(1);
  });

  it('is gone twice to make a member, in a workspace not met before', async () => {
    expect(await line.roundTripsOf(() => put(createRedisMembers(redis), 'T9:U1'))).toBe(2);
  });

  it('is gone twice to look for a person, in vain, and then to make a member of them', async () => {
    const members = createRedisMembers(redis);
    const look = (id: string): Promise<null> => members.update(id, () => ({ member: null, result: null }));
    expect(await line.roundTripsOf(() => look('T8:U1').then(() => put(members, 'T8:U1')))).toBe(2);
    // Another replica may have met them meanwhile: then they are what it made of them.
    await look('T8:U2');
    await put(createRedisMembers(redis), 'T8:U2', { name: 'Met there' });
    await see(members, 'T8:U2', 'Ev1');
    expect(await members.read('T8:U2')).toMatchObject({ name: 'Met there', seen: ['Ev1'] });
  });

  it('is gone once to settle fifty receipts, and the next answer is still one', async () => {
    const members = createRedisMembers(redis);
    const ids = Array.from({ length: 50 }, (_, n) => `T1:S${n}`);
    await Promise.all(ids.map((id) => put(members, id, { outbox: [post('p')], asking: 'p' })));
    expect(await line.roundTripsOf(() => members.settle(ids.map((id) => receipt(id, 'p', true))))).toBe(1);
    expect(await line.roundTripsOf(() => see(members, 'T1:S7', 'Ev1'))).toBe(1);
    expect(await members.read('T1:S7')).toMatchObject({ outbox: [], asked: { ts: 'ts-p' }, seen: ['Ev1'] });
  });

  it('is gone twice when another replica wrote meanwhile', async () => {
    const [here, there] = [createRedisMembers(redis), createRedisMembers(redis)];
    await see(here, 'T1:U1', 'Ev1');
    await see(there, 'T1:U1', 'Ev2');
    expect(await line.roundTripsOf(() => see(here, 'T1:U1', 'Ev3'))).toBe(2);
  });
});
