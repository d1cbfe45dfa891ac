import type { Redis } from 'ioredis';
import type { LRUCache } from 'lru-cache';

import type { Receipt } from '../coaching/ports.ts';
import { settled } from '../coaching/settled.ts';
import { reach } from './connection.ts';
import { escapeId, keysOf, undeliveredOf } from './keys.ts';
import { type MemberRecord, newRev } from './member-record.ts';

/** One script for each workspace, all at once. What is remembered of the members stays true. */
export async function settlePosts(
  redis: Redis,
  cache: LRUCache<string, MemberRecord>,
  receipts: readonly Receipt[],
): Promise<void> {
  const workspaces = Map.groupBy(receipts, ({ member }) => keysOf(member).team);
  await reach(redis, Promise.all([...workspaces].map(([team, some]) => settleTeam(redis, cache, team, some))));
}

async function settleTeam(
  redis: Redis,
  cache: LRUCache<string, MemberRecord>,
  team: string,
  receipts: readonly Receipt[],
): Promise<void> {
  const members = [...Map.groupBy(receipts, ({ member }) => member)].map(([id, own]) => ({ id, own, rev: newRev() }));
  const keys = [undeliveredOf(team), ...members.map(({ id }) => keysOf(id).member)];
  const args = members.flatMap(({ id, own, rev }) => [
    keysOf(id).name,
    rev,
    String(own.length),
    ...own.flatMap(toArgs),
  ]);
  const revsBefore = await redis.settlePosts(keys.length, ...keys, ...args);
  for (const [at, { id, own, rev }] of members.entries()) {
    const held = cache.peek(id);
    if (held && held.rev === revsBefore[at]) cache.set(id, afterwards(held, own, rev));
  }
}

const toArgs = ({ post, inbox, ts, asks }: Receipt): string[] => [
  escapeId(post),
  asks ? JSON.stringify({ post, inbox, ts }) : '',
];

function afterwards({ member, posts }: MemberRecord, receipts: readonly Receipt[], rev: string): MemberRecord {
  const gone = new Set(receipts.map(({ post }) => `post:${escapeId(post)}`));
  return { rev, member: settled(member, receipts), posts: posts.filter((post) => !gone.has(post)) };
}
