import type { Redis } from 'ioredis';
import { z } from 'zod';

import { reach, together } from './connection.ts';
import type { Keys } from './keys.ts';

const Held = z.tuple([z.string().nullable(), z.array(z.string())]);

/** Deletes the member and every month of their history; again, should they write meanwhile. */
export async function forgetMember(redis: Redis, keys: Keys): Promise<number> {
  for (;;) {
    const answers = await together(redis, [
      ['hget', keys.member, 'rev'],
      ['hkeys', keys.member],
    ]);
    const [rev, fields] = Held.parse(answers);
    if (rev === null) return 0;
    const gone = [
      keys.undelivered,
      keys.member,
      keys.due,
      keys.members,
      ...monthsIn(fields).map((month) => keys.month(month)),
    ];
    const records = await reach(redis, redis.forgetMember(gone.length, ...gone, rev, keys.name));
    if (records >= 0) return records;
  }
}

/** The months that have a check-in, oldest first. */
export const monthsIn = (fields: readonly string[]): readonly string[] =>
  fields
    .filter((field) => field.startsWith('month:'))
    .map((field) => field.slice('month:'.length))
    .sort();
