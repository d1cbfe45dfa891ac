import { coachingOf } from '../../src/coaching-of.ts';
import { createCoach } from '../../src/coaching/create-coach.ts';
import type { Profile } from '../../src/coaching/ports.ts';
import type { Post } from '../../src/coaching/post.ts';
import { readContent } from '../../src/content.ts';
import { createMemoryClockwork } from '../../src/memory/clockwork.ts';
import { createScheduler } from '../../src/queue/create-scheduler.ts';
import { createRedisAccounts } from '../../src/redis/accounts.ts';
import { createRedisAudit } from '../../src/redis/audit.ts';
import { createQueueRedis, createRedis } from '../../src/redis/connection.ts';
import { createRedisHistory } from '../../src/redis/history.ts';
import { createRedisMembers } from '../../src/redis/members.ts';
import { createRedisPositions } from '../../src/redis/positions.ts';
import { createRedisWorkspaces } from '../../src/redis/workspace-store.ts';
import { ownDatabase } from './database.ts';

const content = await readContent(new URL('../../', import.meta.url));
export const START = new Date('2026-11-23T02:00:00Z');

/** The real coach over a real Redis and queue, with an ear where Slack would be. `of`: the database of one before it. */
export async function createRedisStage(admins: readonly string[] = [], of?: string) {
  const url = of ?? (await ownDatabase());
  const redis = createRedis(url, () => {});
  const queue = createQueueRedis(url, () => {});
  const stores = {
    members: createRedisMembers(redis),
    accounts: createRedisAccounts(redis),
    positions: createRedisPositions(redis),
    history: createRedisHistory(redis),
    workspaces: createRedisWorkspaces(redis),
    audit: createRedisAudit(redis),
  };
  const heard: { member: string; post: Post }[] = [];
  const scheduler = createScheduler({ redis: queue, members: stores.members, now: () => START });
  const profile: Profile = { name: 'Somebody', locale: 'en', zone: 'Asia/Shanghai', kind: 'person' };
  const coach = createCoach({
    ...createMemoryClockwork(),
    ...stores,
    scheduler,
    coaching: coachingOf(content),
    messenger: {
      deliver: async (member, post) => {
        heard.push({ member: member.id, post });
        return { member: member.id, post: post.id, inbox: 'D1', ts: `ts-${post.id}`, asks: false };
      },
      collapse: async () => {},
    },
    directory: { profile: async (id) => ({ ...profile, isAdmin: admins.includes(id) }) },
    onFailure: () => {},
  });

  /** Every key with all that is under it. */
  const dump = async (match = '*'): Promise<Record<string, string>> => {
    const keys = (await redis.keys(match)).toSorted();
    return Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await valueOf(key)] as const)));
  };
  const valueOf = async (key: string): Promise<string> => {
    switch (await redis.type(key)) {
      case 'hash':
        return JSON.stringify(await redis.hgetall(key));
      case 'set':
        return JSON.stringify((await redis.smembers(key)).toSorted());
      case 'zset':
        return JSON.stringify(await redis.call('zrange', key, '0', '-1', 'WITHSCORES'));
      case 'list':
        return JSON.stringify(await redis.lrange(key, 0, -1));
      case 'string':
        return (await redis.get(key)) ?? '';
      case 'stream':
        return JSON.stringify(await redis.call('xrange', key, '-', '+'));
      default:
        return '';
    }
  };
  let count = 0;
  return {
    ...stores,
    url,
    redis,
    coach,
    heard,
    dump,
    scheduler,
    cause: (id = `cause-${++count}`) => ({ id, at: START }),
    async close() {
      await coach.idle();
      await scheduler.close();
      await Promise.all([redis.quit(), queue.quit()]);
    },
  };
}
