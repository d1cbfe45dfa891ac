import type { Redis } from 'ioredis';
import { z } from 'zod';

import { reach } from './connection.ts';
import { newRev } from './member-record.ts';
import { checkRecord, readRecord } from './read-record.ts';
import { defineScripts } from './scripts.ts';
import { StateError } from './state-error.ts';

const TRIES = 100;
const Fields = z.tuple([z.string().nullable(), z.string().nullable()]);

/** What kind of record it is, and who finds it: sets that its name is put into, or taken out of, in the same write. */
type Kind<T> = {
  readonly schema: z.ZodType<T>;
  readonly name: string;
  readonly listedIn: (record: T) => readonly string[];
};

export type SharedRecord<T> = {
  /** Deletes it and takes it off the lists it is on; says how many records went. */
  remove(key: string, kind: Kind<T>): Promise<number>;
  read(key: string, kind: Kind<T>): Promise<T | null>;
  /** As `Accounts.update` promises. */
  update<R>(key: string, kind: Kind<T>, change: (before: T | null) => readonly [T | null, R]): Promise<R>;
};

/** A record that several people change: compare and set, tried again when another writer came between. */
export function createSharedRecord<T>(redis: Redis): SharedRecord<T> {
  defineScripts(redis);

  const load = async (key: string, { schema }: Kind<T>) =>
    readHeld(schema, key, await reach(redis, redis.hmget(key, 'rev', 'json')));

  return {
    async remove(key, kind) {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const held = await load(key, kind);
        if (!held) return 0;
        const all = [key, ...kind.listedIn(held.record)];
        if ((await reach(redis, redis.dropRecord(all.length, ...all, held.rev, kind.name))) === 1) return 1;
      }
      throw new StateError('CONTENDED', `Others kept writing ${key}`);
    },
    async read(key, kind) {
      return (await load(key, kind))?.record ?? null;
    },
    async update(key, kind, change) {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const held = await load(key, kind);
        const [record, result] = change(held?.record ?? null);
        if (record === null || record === held?.record) return result;
        if (await swap(redis, { key, kind, held, record })) return result;
      }
      throw new StateError('CONTENDED', `Others kept writing ${key}`);
    },
  };
}

type Held<T> = { readonly rev: string; readonly record: T };

/** What `hmget rev json` answers, or null when there is no such record. */
export function readHeld<T>(schema: z.ZodType<T>, key: string, answer: unknown): Held<T> | null {
  const [rev, json] = Fields.parse(answer);
  return rev === null ? null : { rev, record: readRecord(schema, key, json ?? '') };
}

type Swap<T> = {
  readonly key: string;
  readonly kind: Kind<T>;
  readonly held: Held<T> | null;
  readonly record: T;
};

async function swap<T>(redis: Redis, { key, kind, held, record: after }: Swap<T>): Promise<boolean> {
  const record = checkRecord(kind.schema, key, after);
  const gain = kind.listedIn(record);
  const lose = held ? kind.listedIn(held.record).filter((set) => !gain.includes(set)) : [];
  const all = [key, ...gain, ...lose];
  const args = [held?.rev ?? '', newRev(), JSON.stringify(record), kind.name, String(gain.length)];
  return (await reach(redis, redis.swapRecord(all.length, ...all, ...args))) === 1;
}
