import { describe, it, type TestContext } from 'vitest';

import { LEASE_MS } from '../../src/coaching/delivery.ts';
import { createRedis } from '../../src/redis/connection.ts';
import { createRedisMembers } from '../../src/redis/members.ts';
import { ownDatabase } from '../support/database.ts';
import { startBot, typed } from './bot.ts';
import { startSlack, type FakeSlack } from './slack.ts';

/** The lease, the sweep's period, and a machine that is busy. */
const RECOVERED_MS = LEASE_MS + 10_000;
const TEST_MS = RECOVERED_MS + 25_000;
const SWEEP_MS = 5_000;

// Each test has a database of its own: who sweeps one says what all of its workspaces left unsaid.

/** A person who was asked for the account's name, by a bot that goes through the rest of the test. */
async function open({ expect, onTestFinished }: TestContext) {
  const redisUrl = await ownDatabase();
  const redis = createRedis(redisUrl, () => {});
  await redis.flushdb();
  const slack = await startSlack();
  const at = { redisUrl, apiUrl: slack.apiUrl };
  const bot = await startBot(at);
  onTestFinished(async () => {
    await bot.end('SIGKILL');
    await slack.stop();
    await redis.quit();
  });
  await bot.send(typed('U1', 'checkin', 'Ev1'));
  await expect.poll(() => slack.seenBy('U1')).toHaveLength(1);
  const again = async () => {
    const next = await startBot(at);
    onTestFinished(() => next.end('SIGKILL').then(() => {}));
    return next;
  };
  return { slack, bot, again, members: createRedisMembers(redis) };
}

const askedPlatforms = (slack: FakeSlack) => slack.seenBy('U1').filter(({ text }) => /Where does it live/.test(text));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** How long it took until the question was there, and that it is there once after one more sweep. */
async function isAskedOnce({ expect }: TestContext, slack: FakeSlack): Promise<void> {
  await expect.poll(() => askedPlatforms(slack), { timeout: RECOVERED_MS, interval: 100 }).toHaveLength(1);
  await pause(SWEEP_MS + 1_000);
  expect(askedPlatforms(slack)).toHaveLength(1);
}

describe.concurrent('a bot that is killed', () => {
  it(
    'after it kept an answer and before Slack did anything: asks once, by the next one that runs',
    { timeout: TEST_MS },
    async (test) => {
      const { expect } = test;
      const { slack, bot, again, members } = await open(test);
      slack.willBe('chat.postMessage', { kind: 'hang', performs: false });
      expect((await bot.send(typed('U1', 'Example Notes', 'Ev2'))).status).toBe(200);
      await expect.poll(() => slack.of('chat.postMessage')).toHaveLength(2);
      await bot.end('SIGKILL');
      expect(askedPlatforms(slack)).toEqual([]);

      const next = await again();
      const session = (await members.read('T1:U1'))?.session;
      expect(Object.values(session?.answers ?? {}).map(({ value }) => value)).toContain('Example Notes');
      await isAskedOnce(test, slack);
      await next.send(typed('U1', '4', 'Ev3'));
      await expect.poll(() => slack.seenBy('U1').at(-1)?.text).toContain('Who answers for the account');
    },
  );

  it(
    'after Slack did it and before the bot heard so: finds the question there and does not ask again',
    { timeout: TEST_MS },
    async (test) => {
      const { expect } = test;
      const { slack, bot, again, members } = await open(test);
      slack.willBe('chat.postMessage', { kind: 'hang', performs: true });
      await bot.send(typed('U1', 'Example Notes', 'Ev2'));
      await expect.poll(() => askedPlatforms(slack)).toHaveLength(1);
      await bot.end('SIGKILL');

      await again();
      const outbox = async () => (await members.read('T1:U1'))?.outbox;
      await expect.poll(outbox, { timeout: RECOVERED_MS, interval: 200 }).toEqual([]);
      expect(askedPlatforms(slack)).toHaveLength(1);
      expect(slack.of('conversations.history').length).toBeGreaterThan(0);
      // What it found is where the question stands: once answered, that message is folded.
      expect((await members.read('T1:U1'))?.asked).toMatchObject({ post: 'Ev2', ts: askedPlatforms(slack)[0]?.ts });
    },
  );
});

describe.concurrent('a bot whose line to Slack breaks', () => {
  it('asks once, though Slack did what was asked and could not say so', { timeout: TEST_MS }, async (test) => {
    const { expect } = test;
    const { slack, bot, members } = await open(test);
    slack.willBe('chat.postMessage', { kind: 'lost' });
    await bot.send(typed('U1', 'Example Notes', 'Ev2'));
    await isAskedOnce(test, slack);
    await expect.poll(async () => (await members.read('T1:U1'))?.outbox, { timeout: RECOVERED_MS }).toEqual([]);
    expect(askedPlatforms(slack)).toHaveLength(1);
    await bot.send(typed('U1', '4', 'Ev3'));
    await expect.poll(() => slack.of('chat.update').at(-1)?.fields['ts']).toBe(askedPlatforms(slack)[0]?.ts ?? '');
  });
});
