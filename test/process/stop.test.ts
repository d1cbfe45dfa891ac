import { beforeAll, describe, expect, it, type TestContext } from 'vitest';

import { createRedis } from '../../src/redis/connection.ts';
import { createRedisMembers } from '../../src/redis/members.ts';
import { ownDatabase } from '../support/database.ts';
import { startBot, typed } from './bot.ts';
import { startSlack } from './slack.ts';

const redisUrl = await ownDatabase();
const redis = createRedis(redisUrl, () => {});

beforeAll(async () => {
  await redis.flushdb();
  return async () => void (await redis.quit());
});

async function open({ onTestFinished }: TestContext) {
  const slack = await startSlack();
  const bot = await startBot({ redisUrl, apiUrl: slack.apiUrl });
  onTestFinished(async () => {
    await bot.end('SIGKILL');
    await slack.stop();
  });
  return { slack, bot };
}

describe.concurrent('a bot that is asked to stop', () => {
  it.for(['SIGTERM', 'SIGINT'] as const)(
    'on %s says what it has begun to say, and ends with 0',
    async (signal, test) => {
      const user = `U${signal}`;
      const { slack, bot } = await open(test);
      // Slack is busy: what it was asked to say has to wait two seconds, and is waited for.
      slack.willBe('chat.postMessage', { kind: 'busy', seconds: 2 });
      await bot.send(typed(user, 'checkin', `Ev${signal}`));
      const began = performance.now();
      const { code, err } = await bot.end(signal);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(slack.seenBy(user)).toHaveLength(1);
      expect((await createRedisMembers(redis).read(`T1:${user}`))?.outbox).toEqual([]);
    },
  );

  it('does not wait for ever for a Slack that never answers, and leaves its words to the next', async (test) => {
    const { slack, bot } = await open(test);
    slack.willBe('chat.postMessage', { kind: 'hang', performs: false });
    await bot.send(typed('U3', 'checkin', 'Ev3'));
    const began = performance.now();
    const { code } = await bot.end('SIGTERM');
    expect(performance.now() - began).toBeLessThan(10_500);
    expect(code).toBe(0);
    expect((await createRedisMembers(redis).read('T1:U3'))?.outbox).toHaveLength(1);
  });
});
