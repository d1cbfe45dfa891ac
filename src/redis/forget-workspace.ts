import type { Redis } from 'ioredis';

import { reach } from './connection.ts';
import { escapeId, WORKSPACES } from './keys.ts';

const AT_ONCE = 500;

/**
 * Deletes every key of a workspace and forgets that it was there; says how many keys went. Keys are found by their
 * shape, so nothing is missed that a later version keeps. What is planned for its people then finds nobody.
 */
export const createForgetWorkspace =
  (redis: Redis) =>
  async (team: string): Promise<number> => {
    // An escaped team has no sign in it that would match others.
    const match = `{${escapeId(team)}}:*`;
    let count = 0;
    let cursor = '0';
    do {
      const [next, keys] = await reach(redis, redis.scan(cursor, 'MATCH', match, 'COUNT', AT_ONCE));
      if (keys.length > 0) count += await reach(redis, redis.del(...keys));
      cursor = next;
    } while (cursor !== '0');
    await reach(redis, redis.srem(WORKSPACES, escapeId(team)));
    return count;
  };
