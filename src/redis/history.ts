import type { Redis } from 'ioredis';
import { z } from 'zod';

import { CheckIn } from '../coaching/member.ts';
import type { History } from '../coaching/ports.ts';
import { reach, together } from './connection.ts';
import { monthsIn } from './forget.ts';
import { keysOf } from './keys.ts';
import { checkRecord, readRecord } from './read-record.ts';

/** Check-ins as JSON, by date. */
const Days = z.record(z.string(), z.string());

const EVER = { from: '0000-01-01', to: '9999-12-31' };

export function createRedisHistory(redis: Redis): History {
  return {
    async rewrite(memberId, change, { from, to } = EVER) {
      const keys = keysOf(memberId);
      const all = monthsIn(await reach(redis, redis.hkeys(keys.member)));
      const months = all.filter((month) => month >= from.slice(0, 7) && month <= to.slice(0, 7));
      let count = 0;
      for (const month of months) {
        const key = keys.month(month);
        for (const [date, json] of Object.entries(await reach(redis, redis.hgetall(key)))) {
          if (date < from || date > to) continue;
          const before = readRecord(CheckIn, key, json);
          const after = change(before);
          if (after === before) continue;
          count += 1;
          await reach(
            redis,
            after === null
              ? redis.hdel(key, date)
              : redis.hset(key, date, JSON.stringify(checkRecord(CheckIn, key, after))),
          );
        }
      }
      return count;
    },
    async checkIns(memberId, from, to) {
      const keys = keysOf(memberId);
      const all = monthsIn(await reach(redis, redis.hkeys(keys.member)));
      const months = all.filter((month) => month >= from.slice(0, 7) && month <= to.slice(0, 7));
      const answers = await together(
        redis,
        months.map((month) => ['hgetall', keys.month(month)]),
      );
      return months.flatMap((month, at) =>
        Object.entries(Days.parse(answers[at]))
          .filter(([date]) => date >= from && date <= to)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, json]) => readRecord(CheckIn, keys.month(month), json)),
      );
    },
  };
}
