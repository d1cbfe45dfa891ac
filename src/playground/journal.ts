import type { Redis } from 'ioredis';
import { z } from 'zod';

import { Locale } from '../coaching/member.ts';
import { Block } from './block.ts';
import { PERSONS } from './page/people.ts';

/** One message as it stands now, in the direct message with `inbox`. */
export const Entry = z.object({
  inbox: z.enum(PERSONS),
  author: z.enum([...PERSONS, 'bot']),
  ts: z.string(),
  text: z.string(),
  blocks: z.array(Block),
  metadata: z.unknown().default(null),
  /** Shown to one person and unknown to `conversations.history`. */
  ephemeral: z.boolean(),
  /** When it was said by the playground's clock, ISO; null: by the machine's, as `ts` tells. */
  at: z.string().nullable().default(null),
  edited: z.boolean(),
});
export type Entry = z.infer<typeof Entry>;

/** What outlives a stop of the playground. */
export interface Journal {
  /** Oldest first. */
  load(): Promise<readonly Entry[]>;
  /** Keeps the message, or its newer state. */
  put(entry: Entry): Promise<void>;
  remove(entry: Pick<Entry, 'inbox' | 'ts'>): Promise<void>;
  /** Null until somebody chose. */
  locale(): Promise<Locale | null>;
  keepLocale(locale: Locale): Promise<void>;
  /** How far the clock is ahead of the machine's, in ms. */
  ahead(): Promise<number>;
  keepAhead(ms: number): Promise<void>;
  /** A file that was uploaded, by Slack's id of it. */
  file(id: string): Promise<Uint8Array | null>;
  putFile(id: string, bytes: Uint8Array): Promise<void>;
}

const KEPT = 300;
const LOCALE = 'playground:locale';
const AHEAD = 'playground:ahead';
const fileKey = (id: string): string => `playground:file:${id}`;
const keysOf = (inbox: string): [messages: string, order: string] => [
  `playground:{${inbox}}:messages`,
  `playground:{${inbox}}:order`,
];

export function createRedisJournal(redis: Redis): Journal {
  return {
    async load() {
      const all = await Promise.all(PERSONS.map((inbox) => redis.hvals(keysOf(inbox)[0])));
      return all
        .flat()
        .map((kept) => Entry.parse(JSON.parse(kept)))
        .sort((a, b) => (a.ts < b.ts ? -1 : 1));
    },
    async put(entry) {
      const [messages, order] = keysOf(entry.inbox);
      const kept = redis
        .multi()
        .hset(messages, entry.ts, JSON.stringify(entry))
        .zadd(order, Number(entry.ts), entry.ts);
      await kept.exec();
      const old = await redis.zrange(order, 0, String(-KEPT - 1));
      if (old.length > 0)
        await redis
          .multi()
          .hdel(messages, ...old)
          .zrem(order, ...old)
          .exec();
    },
    async remove({ inbox, ts }) {
      const [messages, order] = keysOf(inbox);
      await redis.multi().hdel(messages, ts).zrem(order, ts).exec();
    },
    async locale() {
      return Locale.nullable()
        .catch(null)
        .parse(await redis.get(LOCALE));
    },
    async keepLocale(locale) {
      await redis.set(LOCALE, locale);
    },
    async ahead() {
      return Number((await redis.get(AHEAD)) ?? 0);
    },
    async keepAhead(ms) {
      await redis.set(AHEAD, String(ms));
    },
    file: (id) => redis.getBuffer(fileKey(id)),
    async putFile(id, bytes) {
      await redis.set(fileKey(id), Buffer.from(bytes));
    },
  };
}
