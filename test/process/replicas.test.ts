import { beforeAll, describe, expect, it } from 'vitest';

import { createRedis } from '../../src/redis/connection.ts';
import { createRedisMembers } from '../../src/redis/members.ts';
import { ownDatabase } from '../support/database.ts';
import { startBot, typed, type Bot } from './bot.ts';
import { startSlack, type FakeSlack } from './slack.ts';

// A database of its own: who sweeps one says what all of its workspaces left unsaid.
const redisUrl = await ownDatabase();
const redis = createRedis(redisUrl, () => {});
const members = createRedisMembers(redis);
let slack: FakeSlack;
let bots: readonly [Bot, Bot];

beforeAll(async () => {
  await redis.flushdb();
  slack = await startSlack();
  const at = { redisUrl, apiUrl: slack.apiUrl };
  bots = [await startBot(at), await startBot(at)];
  return async () => {
    await Promise.all(bots.map((bot) => bot.end('SIGKILL')));
    await slack.stop();
    await redis.quit();
  };
});

/** What was said of our own accord, by what caused it. */
const causes = (user: string) => slack.seenBy(user).map(({ metadata }) => metadata.event_payload?.post);
const answers = async (user: string) =>
  Object.values((await members.read(`T1:${user}`))?.session?.answers ?? {}).map(({ value }) => value);
const nothingMore = () => new Promise((resolve) => setTimeout(resolve, 1_000));

describe('two replicas of the bot', () => {
  it('handle an event once that is delivered four times to each, all at once', async () => {
    const [one, other] = bots;
    const sent = [0, 1, 2, 3].flatMap((retry) =>
      [one, other].map((bot) => bot.send(typed('U1', 'checkin', 'EvA1', { retry }))),
    );
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    await expect.poll(() => causes('U1')).toEqual(['EvA1']);
    await nothingMore();
    expect(causes('U1')).toEqual(['EvA1']);
    expect((await members.read('T1:U1'))?.seen).toEqual(['EvA1']);
  });

  it('take two quick messages both, whichever of them hears which', async () => {
    const [one, other] = bots;
    await one.send(typed('U2', 'checkin', 'EvB1'));
    await expect.poll(() => causes('U2')).toEqual(['EvB1']);
    const both = [one.send(typed('U2', 'Example Notes', 'EvB2')), other.send(typed('U2', '4', 'EvB3'))];
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
    await expect.poll(() => causes('U2').map(String).toSorted()).toEqual(['EvB1', 'EvB2', 'EvB3']);
    expect((await members.read('T1:U2'))?.seen.toSorted()).toEqual(['EvB1', 'EvB2', 'EvB3']);
    // Which came first is not ours to say; as a name or as a platform, each is where the order put it.
    expect(await answers('U2')).toContainEqual(expect.stringMatching(/Example Notes|4/));
  });

  it('take turns in one conversation and forget nothing of it', async () => {
    for (const [i, text] of ['checkin', 'Example Notes', '4', 'skip', 'skip'].entries()) {
      await bots[i % 2 === 0 ? 0 : 1].send(typed('U3', text, `EvC${i}`));
      await expect.poll(() => causes('U3')).toHaveLength(i + 1);
    }
    expect(causes('U3')).toEqual(['EvC0', 'EvC1', 'EvC2', 'EvC3', 'EvC4']);
    expect(await members.read('T1:U3')).toMatchObject({ session: null, account: expect.stringContaining('T1:') });
  });

  it('fold the message of a question that the other one asked', async () => {
    const [one, other] = bots;
    await one.send(typed('U4', 'checkin', 'EvD1'));
    await expect.poll(async () => (await members.read('T1:U4'))?.asked?.post).toBe('EvD1');
    await other.send(typed('U4', 'Example Notes', 'EvD2'));
    await expect.poll(() => slack.seenBy('U4')[0]?.text).toContain('✓');
  });
});
