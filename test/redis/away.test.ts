import { afterAll, describe, expect, it } from 'vitest';

import { createRedis } from '../../src/redis/connection.ts';
import { createRedisMembers } from '../../src/redis/members.ts';
import { put, see } from '../contract/stores.ts';
import { ownDatabase } from '../support/database.ts';
import { openLine } from './line.ts';

const line = await openLine(await ownDatabase());
const heard: Error[] = [];
const redis = createRedis(line.url, (error) => heard.push(error));
const members = createRedisMembers(redis);

afterAll(async () => {
  redis.disconnect();
  await line.cut();
});

describe('with Redis away', () => {
  it('an answer fails soon and clearly, and succeeds by itself when Redis is back', async () => {
    await put(members, 'T1:U1');
    await line.cut();
    const began = performance.now();
    const many = await Promise.allSettled(['Ev1', 'Ev2'].map((cause) => see(members, 'T1:U1', cause)));
    expect(performance.now() - began).toBeLessThan(3000);
    for (const one of many) {
      expect(one).toMatchObject({ status: 'rejected', reason: { code: 'AWAY' } });
      expect(String(one.status === 'rejected' && one.reason)).toMatch(/Redis at 127\.0\.0\.1:\d+ does not answer/);
    }
    expect(heard.length).toBeGreaterThan(0);

    await line.mend();
    await expect
      .poll(
        () =>
          see(members, 'T1:U1', 'Ev3').then(
            () => 'kept',
            () => 'away',
          ),
        { timeout: 5000 },
      )
      .toBe('kept');
    expect((await members.read('T1:U1'))?.seen).toContain('Ev3');
  });

  it('a connection lost for a moment is not noticed', async () => {
    await put(members, 'T1:U2');
    await line.cut();
    await line.mend();
    await see(members, 'T1:U2', 'Ev1');
    expect((await members.read('T1:U2'))?.seen).toEqual(['Ev1']);
  });

  it('at the start an answer fails soon too', async () => {
    const nobody = createRedis('redis://127.0.0.1:1', () => {});
    await expect(createRedisMembers(nobody).read('T1:U1')).rejects.toMatchObject({ code: 'AWAY' });
    nobody.disconnect();
  });
});
