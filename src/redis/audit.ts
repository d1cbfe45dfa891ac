import type { Redis } from 'ioredis';

import { AUDIT_KEPT, Entry } from '../coaching/audit.ts';
import type { Audit } from '../coaching/ports.ts';
import { reach, together } from './connection.ts';
import { auditOf, escapeId } from './keys.ts';
import { readRecord } from './read-record.ts';

/** A list for each workspace, the latest first. */
export function createRedisAudit(redis: Redis): Audit {
  return {
    async note(team, entry) {
      const key = keyOf(team);
      await together(redis, [
        ['lpush', key, JSON.stringify(Entry.parse(entry))],
        ['ltrim', key, '0', String(AUDIT_KEPT - 1)],
      ]);
    },
    async read(team, limit) {
      const key = keyOf(team);
      const entries = await reach(redis, redis.lrange(key, 0, limit - 1));
      return entries.map((json) => readRecord(Entry, key, json));
    },
    async rewrite(team, change) {
      const key = keyOf(team);
      for (const json of await reach(redis, redis.lrange(key, 0, -1))) {
        const before = readRecord(Entry, key, json);
        const after = change(before);
        if (after === before) continue;
        // By value, not by place: others may be added meanwhile.
        if (after !== null) await reach(redis, redis.linsert(key, 'BEFORE', json, JSON.stringify(after)));
        await reach(redis, redis.lrem(key, 1, json));
      }
    },
  };
}

const keyOf = (team: string): string => auditOf(escapeId(team));
