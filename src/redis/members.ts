import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';

import { CheckIn } from '../coaching/member.ts';
import type { Change, Members } from '../coaching/ports.ts';
import { reach } from './connection.ts';
import { forgetMember } from './forget.ts';
import { type Keys, keysOf } from './keys.ts';
import { firstLease, type MemberRecord, newRev, readMember, toFields } from './member-record.ts';
import { checkRecord } from './read-record.ts';
import { defineScripts } from './scripts.ts';
import { settlePosts } from './settle.ts';
import { StateError } from './state-error.ts';
import { createWorkspaces } from './workspaces.ts';

/** Each try that fails is a write of somebody else that succeeded. */
const TRIES = 100;
/** Records kept from the last answer, so that the next costs no read. */
const REMEMBERED = 2000;

export function createRedisMembers(redis: Redis): Members {
  defineScripts(redis);
  const cache = new LRUCache<string, MemberRecord>({ max: REMEMBERED });
  /** Whom Redis did not know when last asked: the write that makes them, a moment later, needs no second read. */
  const strangers = new LRUCache<string, true>({ max: REMEMBERED });
  const workspaces = createWorkspaces(redis);

  const load = async (keys: Keys): Promise<MemberRecord | null> =>
    readMember(keys.member, await reach(redis, redis.hgetall(keys.member)));

  const update = async <T>(id: string, change: (before: MemberRecord['member'] | null) => Change<T>): Promise<T> => {
    const keys = keysOf(id);
    const remembered = cache.get(id);
    const isStranger = strangers.delete(id);
    const read = async () => (await Promise.all([isStranger ? null : load(keys), workspaces.note(keys.team)]))[0];
    let held = remembered ?? (await read());
    let isFresh = !remembered && !isStranger;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { member, result, checkIn } = change(held?.member ?? null);
      if (member && member !== held?.member) {
        const written = await swap(redis, keys, { held, member, checkIn });
        if (written.kept) cache.set(id, written.kept);
        if (written.kept) return result;
        held = written.found;
      } else {
        if (isFresh && !held) strangers.set(id, true);
        if (isFresh) return result;
        // What was remembered may be old: a decision to do nothing is taken on what Redis holds now.
        held = await load(keys);
      }
      isFresh = true;
    }
    throw new StateError('CONTENDED', `Others kept writing ${keys.member}`);
  };

  return {
    update,
    async read(id) {
      return (await load(keysOf(id)))?.member ?? null;
    },
    async settle(receipts) {
      await settlePosts(redis, cache, receipts);
    },
    undelivered: (now, limit) => workspaces.undelivered(now, limit),
    due: (until) => workspaces.due(until),
    in: (team) => workspaces.members(team),
    async forget(id) {
      cache.delete(id);
      return forgetMember(redis, keysOf(id));
    },
  };
}

type Write = {
  readonly held: MemberRecord | null;
  readonly member: MemberRecord['member'];
  readonly checkIn: CheckIn | undefined;
};
type Written =
  | { readonly kept: MemberRecord }
  /** Another writer came first: this is what they left. */
  | { readonly kept: null; readonly found: MemberRecord | null };

async function swap(redis: Redis, keys: Keys, { held, member, checkIn }: Write): Promise<Written> {
  const { record, fields } = toFields(keys.member, member, newRev());
  const day = checkIn && checkRecord(CheckIn, keys.member, checkIn);
  const month = day?.date.slice(0, 7) ?? '';
  const set = day ? { ...fields, [`month:${month}`]: '' } : fields;
  const args = [
    held?.rev ?? '',
    record.rev,
    keys.name,
    firstLease(record.member),
    day?.date ?? '',
    day ? JSON.stringify(day) : '',
    record.member.dueAt === null ? '' : String(Date.parse(record.member.dueAt)),
    String(Object.keys(set).length),
    ...Object.entries(set).flat(),
    ...(held?.posts.filter((post) => !record.posts.includes(post)) ?? []),
  ];
  const answer = await reach(
    redis,
    redis.swapMember(keys.member, keys.undelivered, keys.month(month), keys.due, keys.members, ...args),
  );
  return Array.isArray(answer) ? { kept: null, found: readMember(keys.member, toObject(answer)) } : { kept: record };
}

/** Redis answers a hash as field, value, field, ... when a script does. */
const toObject = (flat: readonly string[]): Record<string, string> =>
  Object.fromEntries(flat.flatMap((field, at) => (at % 2 === 0 ? [[field, flat[at + 1] ?? ''] as const] : [])));
