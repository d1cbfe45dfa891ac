import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { startRedis } from '../../src/playground/redis-server.ts';
import { createRedis } from '../../src/redis/connection.ts';
import { durabilityWarnings } from '../../src/redis/durability.ts';
import { escapeId, keysOf, unescapeId } from '../../src/redis/keys.ts';
import { createRedisMembers } from '../../src/redis/members.ts';
import { day, keep, post, put } from '../contract/stores.ts';
import { ownDatabase } from '../support/database.ts';

const redis = createRedis(await ownDatabase(), () => {});
const members = createRedisMembers(redis);
beforeEach(() => redis.flushdb());
afterAll(() => redis.quit());

describe('the records in Redis', () => {
  it('of a workspace share one hash tag, whatever an id holds', async () => {
    for (const id of ['T1:{T2}', 'T1:}U', '{T1:U', 'T\n1:U1']) {
      const keys = keysOf(id);
      for (const key of [keys.member, keys.undelivered, keys.month('2026-03'), keys.account, keys.accounts]) {
        expect(key).toMatch(/^\{[\w%-]+\}:[\w%:-]+$/);
      }
    }
  });

  it('have ids that come back as they were', () => {
    for (const id of ['U1', '%0041', 'a%b', '{}:\n', '用户\ud83d']) expect(unescapeId(escapeId(id))).toBe(id);
    expect(escapeId('%0041')).not.toBe(escapeId('A'));
  });

  it.each(['', 'T1', ':U1', 'T1:'])('are refused an id that is not of a workspace: %j', async (id) => {
    await expect(members.read(id)).rejects.toMatchObject({ code: 'BAD_ID' });
  });

  it('leave no key behind when a member is forgotten', async () => {
    await put(members, 'T1:U1', { outbox: [post('a')], asking: 'a' });
    for (const date of ['2025-11-03', '2026-03-02']) await keep(members, 'T1:U1', day(date));
    expect(await redis.keys('*')).toHaveLength(6);
    expect(await members.forget('T1:U1')).toBe(3);
    // The name of the workspace is no one's.
    expect(await redis.keys('*')).toEqual(['workspaces']);
  });

  it.each([
    ['json', '{"name":"secret words"}'],
    ['json', 'secret words'],
    ['asked', '{"secret words":1}'],
    ['post:a', '0 0 {"secret words":1}'],
  ])('that are not as they should be are named, never quoted: %s', async (field, value) => {
    await put(members, 'T1:U1');
    await redis.hset('{T1}:member:U1', field, value);
    const failure = await members.read('T1:U1').catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'BAD_RECORD' });
    expect(String(failure)).toContain('{T1}:member:U1');
    expect(String(failure)).not.toContain('secret');
  });

  it('keep the member as it was when the check-in can’t be written', async () => {
    await put(members, 'T1:U1');
    await redis.set('{T1}:check-ins:U1:2026-03', 'not a month');
    await expect(keep(members, 'T1:U1', day('2026-03-02'))).rejects.toThrow(/WRONGTYPE/);
    expect((await members.read('T1:U1'))?.heardAt).toBeNull();
  });
});

describe('a Redis of our own', () => {
  it('forgets nothing: over a restart, with nothing to warn of', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'bearings-state-'));
    for (const seen of [null, 'T1:U1']) {
      const server = await startRedis({ dir });
      const client = createRedis(server.url, () => {});
      expect(await durabilityWarnings(client)).toEqual([]);
      expect((await createRedisMembers(client).read('T1:U1'))?.id ?? null).toBe(seen);
      await put(createRedisMembers(client), 'T1:U1');
      await client.quit();
      await server.stop();
    }
    await rm(dir, { recursive: true });
  });

  it('is warned of when it may forget: what to set is said', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'bearings-state-'));
    const server = await startRedis({ dir });
    const client = createRedis(server.url, () => {});
    await client.config('SET', 'appendonly', 'no');
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    expect((await durabilityWarnings(client)).join(' ')).toMatch(/"appendonly yes".*"maxmemory-policy noeviction"/);
    await client.quit();
    await server.stop();
    await rm(dir, { recursive: true });
  });

  it('is not opened twice: the folder in use is named', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'bearings-state-'));
    const server = await startRedis({ dir });
    await expect(startRedis({ dir })).rejects.toThrow(dir);
    await server.stop();
    await rm(dir, { recursive: true });
  });
});
