import { afterEach, describe, expect, it } from 'vitest';

import { createRedis } from '../../src/redis/connection.ts';
import { createRedisMembers } from '../../src/redis/members.ts';
import { ownDatabase } from '../support/database.ts';
import { startBot, typed, type Bot } from './bot.ts';
import { startSlack, type Fate } from './slack.ts';
import { dueOperators, seenOf } from './wave.ts';

const running: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0).toReversed()) await stop();
});

/** An empty database and a Slack, in which a wave is due. */
async function wave(size: { count: number; teams: number }) {
  const redisUrl = await ownDatabase();
  const redis = createRedis(redisUrl, () => {});
  running.push(() => redis.quit());
  await redis.flushdb();
  const slack = await startSlack();
  running.push(() => slack.stop());
  const ids = await dueOperators(redis, size);
  const bots: Bot[] = [];
  running.push(() => Promise.all(bots.map((bot) => bot.end('SIGKILL'))));
  const start = async (place: number): Promise<void> => {
    bots[place] = await startBot({ redisUrl, apiUrl: slack.apiUrl });
  };
  return { redis, slack, ids, bots, start, seen: () => seenOf(ids, slack.seenBy) };
}

/** The same on every run: a third busy, a tenth failing, in an order that repeats nothing. */
function createMood(seed: number): (method: string) => Fate | undefined {
  let state = seed;
  return (method) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const chance = state / 2_147_483_648;
    if (chance < 1 / 3) return { kind: 'busy', seconds: 1 };
    if (method !== 'chat.postMessage') return chance < 0.4 ? { kind: 'broken' } : undefined;
    if (chance < 0.37) return { kind: 'broken' };
    if (chance < 0.4) return { kind: 'lost' };
    return chance < 0.43 ? { kind: 'hang', performs: chance < 0.415 } : undefined;
  };
}

const pause = (ms: number): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms));
const WHOLE = { timeout: 120_000, interval: 250 };

describe('a wave of prompts', () => {
  it('is said once to everybody by two replicas', { timeout: 120_000 }, async () => {
    const { bots, start, seen } = await wave({ count: 120, teams: 6 });
    await Promise.all([start(0), start(1)]);
    await expect.poll(() => seen().lost, WHOLE).toBe(0);
    await pause(1_500);
    expect(seen()).toEqual({ expected: 120, delivered: 120, doubled: 0, lost: 0 });
    expect((await Promise.all(bots.map((bot) => bot.end('SIGTERM')))).map(({ code }) => code)).toEqual([0, 0]);
  });

  it(
    'loses nobody and tells nobody twice when replicas are killed fifty times in it',
    { timeout: 300_000 },
    async () => {
      const KILLS = 50;
      const { redis, ids, bots, start, seen } = await wave({ count: 500, teams: 2 });
      await Promise.all([start(0), start(1)]);
      for (let kills = 0; kills < KILLS; kills += 1) {
        await pause(Math.random() * 400);
        // A slow machine kills slowly: more are asked, so that every kill falls into the wave.
        if (seen().lost < 50) ids.push(...(await dueOperators(redis, { count: 100, teams: 2, after: ids.length })));
        await bots[kills % 2]?.end('SIGKILL');
        await start(kills % 2);
      }
      await expect.poll(() => seen().lost, WHOLE).toBe(0);
      await pause(3_000);
      const result = seen();
      process.stdout.write(`kill -9 in a wave: ${JSON.stringify({ kills: KILLS, ...result })}\n`);
      expect(result).toEqual({ expected: ids.length, delivered: ids.length, doubled: 0, lost: 0 });
    },
  );

  it(
    'gets through a Slack that is busy for a third of all calls and fails a tenth, in order',
    { timeout: 300_000 },
    async () => {
      const { redis, slack, ids, start, bots, seen } = await wave({ count: 60, teams: 6 });
      slack.isMoody(createMood(7));
      await Promise.all([start(0), start(1)]);
      await expect.poll(() => seen().delivered, WHOLE).toBeGreaterThan(20);
      // Some answer meanwhile, now to this replica, now to that one.
      const talkers = ids.filter((id) => slack.seenBy(id.split(':')[1] ?? '').length > 0).slice(0, 8);
      for (const [turn, text] of [
        'write',
        'skip',
        'Call two dealers before 10 and ask for the top question',
      ].entries()) {
        await Promise.all(
          talkers.map(async (id, i) => {
            const [team = '', user = ''] = id.split(':');
            const bot = bots[(turn + i) % 2];
            await bot?.send(typed(user, text, `Ev${user}${turn}`, { team }));
          }),
        );
        await pause(300);
      }
      const members = createRedisMembers(redis);
      const unsaid = async (): Promise<number> => {
        const all = await Promise.all(ids.map((id) => members.read(id)));
        return all.reduce((sum, member) => sum + (member?.outbox.length ?? 0), 0);
      };
      const silent = ids.filter((id) => !talkers.includes(id));
      // Those whose turn has not come yet have nothing unsaid either: their prompt is not kept before.
      await expect.poll(() => seenOf(silent, slack.seenBy).lost, { timeout: 200_000, interval: 500 }).toBe(0);
      await expect.poll(unsaid, { timeout: 60_000, interval: 500 }).toBe(0);
      await pause(1_000);
      const result = seenOf(silent, slack.seenBy);
      const figures = { ...result, talkers: talkers.length, calls: slack.calls.length };
      process.stdout.write(`a Slack in a mood: ${JSON.stringify(figures)}\n`);
      expect(result).toEqual({ expected: silent.length, delivered: silent.length, doubled: 0, lost: 0 });
      for (const id of talkers) {
        const user = id.split(':')[1] ?? '';
        const posts = slack.seenBy(user).map(({ metadata }) => metadata.event_payload?.post ?? '');
        expect(posts).toEqual([expect.stringMatching(/^check-in@/), `Ev${user}0`, `Ev${user}1`, `Ev${user}2`]);
      }
    },
  );
});
