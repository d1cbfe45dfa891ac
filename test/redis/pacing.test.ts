import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { createRedis } from '../../src/redis/connection.ts';
import { createRedisPace } from '../../src/redis/pacing.ts';
import { ownDatabase } from '../support/database.ts';

const url = await ownDatabase();
const clients = [1, 2].map(() => createRedis(url, () => {}));
const [here, there] = clients.map((redis) => createRedisPace(redis, 5));
if (!here || !there) throw new Error('Two clients are needed');

beforeEach(async () => {
  await clients[0]?.flushdb();
});
afterAll(() => Promise.all(clients.map((redis) => redis.quit())));

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

describe('the pace of a workspace', () => {
  it('is shared by its replicas: eleven messages at five a second are two seconds apart at the ends', async () => {
    const turns = Array.from({ length: 11 }, (_, i) => (i % 2 === 0 ? here : there).turn(`T1:U${i}`));
    expect(await elapsed(() => Promise.all(turns))).toBeGreaterThan(1_000);
  });

  it('is that of one workspace: others do not wait for it', async () => {
    await Promise.all([1, 2, 3, 4, 5].map((i) => here.turn(`T1:U${i}`)));
    expect(await there.turn('T2:U1')).toBeLessThan(500);
  });

  it('lets what nobody waits for come after what somebody waited for', async () => {
    await Promise.all([1, 2, 3, 4, 5].map((i) => here.went(`T1:U${i}`)));
    expect(await there.turn('T1:U6')).toBeGreaterThan(300);
  });

  it('rests for as long as Slack asks any of them', async () => {
    await here.holdOff('T1:U1', 1_500);
    expect(await there.turn('T1:U2')).toBeGreaterThan(1_000);
  });

  it('is kept by each replica for itself while Redis is away', async () => {
    const nobody = createRedis('redis://127.0.0.1:1', () => {});
    const alone = createRedisPace(nobody, 5);
    await Promise.all([1, 2, 3, 4, 5].map((i) => alone.turn(`T1:U${i}`)));
    expect(await alone.turn('T1:U6')).toBeGreaterThan(0);
    nobody.disconnect();
  });
});
