import { beforeAll, describe, expect, it } from 'vitest';

import { LEASE_MS } from '../../src/coaching/delivery.ts';
import { createRedis } from '../../src/redis/connection.ts';
import { ownDatabase } from '../support/database.ts';
import { startBot, typed, type Bot } from './bot.ts';
import { startSlack, type FakeSlack } from './slack.ts';

const redisUrl = await ownDatabase();
let slack: FakeSlack;
let bot: Bot;

beforeAll(async () => {
  const redis = createRedis(redisUrl, () => {});
  await redis.flushdb();
  await redis.quit();
  slack = await startSlack();
  bot = await startBot({ redisUrl, apiUrl: slack.apiUrl });
  return async () => {
    await bot.end('SIGKILL');
    await slack.stop();
  };
});

const causes = (user: string) => slack.seenBy(user).map(({ metadata }) => metadata.event_payload?.post);
const tries = (user: string) =>
  slack.of('chat.postMessage').filter(({ fields }) => fields['channel'] === user.replace('U', 'D'));

describe('a Slack that is busy', () => {
  it('is left alone as long as it asks, and the conversation keeps its order', async () => {
    slack.willBe('chat.postMessage', { kind: 'busy', seconds: 3 });
    await bot.send(typed('U1', 'checkin', 'EvA1'));
    await bot.send(typed('U1', 'Example Notes', 'EvA2'));
    await expect.poll(() => causes('U1')).toEqual(['EvA1', 'EvA2']);
    const [first, second] = tries('U1');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(3_000);
  });

  it('does not keep anybody else waiting', async () => {
    slack.willBe('chat.postMessage', { kind: 'busy', seconds: 4 });
    await bot.send(typed('U2', 'checkin', 'EvB1'));
    await expect.poll(() => tries('U2')).toHaveLength(1);
    await bot.send(typed('U3', 'checkin', 'EvB2'));
    await expect.poll(() => [causes('U2'), causes('U3')]).toEqual([['EvB1'], ['EvB2']]);
    const [[, again], [other]] = [tries('U2'), tries('U3')];
    expect(other?.at).toBeLessThan(again?.at ?? 0);
  });

  it.each([
    ['asks for longer than a turn can wait', 'U4', { kind: 'busy', seconds: 9 }],
    ['fails', 'U5', { kind: 'broken' }],
  ] as const)('that %s says all of it later, in order and once', { timeout: 60_000 }, async (_, user, fate) => {
    slack.willBe('chat.postMessage', fate);
    await bot.send(typed(user, 'checkin', `${user}a`));
    await expect.poll(() => tries(user)).toHaveLength(1);
    await bot.send(typed(user, 'Example Notes', `${user}b`));
    await expect.poll(() => causes(user), { timeout: LEASE_MS + 15_000 }).toHaveLength(2);
    expect(causes(user)).toEqual([`${user}a`, `${user}b`]);
  });
});
