import { randomBytes } from 'node:crypto';

import { Member } from '../coaching/member.ts';
import { Post } from '../coaching/post.ts';
import { escapeId } from './keys.ts';
import { checkRecord, readRecord } from './read-record.ts';

/**
 * A member as Redis holds it: a hash of `rev`, `json` (all but what follows), `asked`, `asking`, a `post:<id>` for each
 * post of the outbox and a `month:<YYYY-MM>` for each month of History. What settles a post so never touches the JSON.
 */
export type MemberRecord = { readonly rev: string; readonly member: Member; readonly posts: readonly string[] };

export type Fields = Readonly<Record<string, string>>;

/** No counter: a record that was forgotten, or lost in a crash, and made again never looks like the old one. */
export const newRev = (): string => randomBytes(9).toString('base64url');

const Kept = Member.omit({ asked: true, outbox: true });

export function readMember(key: string, fields: Fields): MemberRecord | null {
  const { rev, json = '', asked = '' } = fields;
  if (rev === undefined) return null;
  const posts = Object.entries(fields)
    .filter(([field]) => field.startsWith('post:'))
    .sort(([, a], [, b]) => placeOf(a) - placeOf(b));
  const member = {
    ...readRecord(Kept, key, json),
    asked: readRecord(Member.shape.asked, key, asked),
    outbox: posts.map(([, value]) => readRecord(Post, key, jsonOf(value))),
  };
  return { rev, member: frozen(member), posts: posts.map(([field]) => field) };
}

/** The fields of a member, and the member as it will be read. */
export function toFields(
  key: string,
  after: Member,
  rev: string,
): { readonly record: MemberRecord; readonly fields: Fields } {
  const member = frozen(checkRecord(Member, key, after));
  const { outbox, asked, ...rest } = member;
  const posts = outbox.map((post, place) => {
    const value = `${place} ${leaseOf(post)} ${JSON.stringify(post)}`;
    return [`post:${escapeId(post.id)}`, value] as const;
  });
  const fields = {
    rev,
    json: JSON.stringify(rest),
    asked: JSON.stringify(asked),
    asking: escapeId(member.asking ?? ''),
    ...Object.fromEntries(posts),
  };
  return { record: { rev, member, posts: posts.map(([field]) => field) }, fields };
}

/** When the oldest lease of the outbox ends, in ms; `''` when everything is said. */
export const firstLease = ({ outbox }: Member): string =>
  outbox.length > 0 ? String(Math.min(...outbox.map(leaseOf))) : '';

const leaseOf = ({ leaseUntil }: Post): number => Math.max(0, Date.parse(leaseUntil) || 0);
const placeOf = (value: string): number => Number.parseInt(value, 10);
const jsonOf = (value: string): string => value.slice(value.indexOf(' ', value.indexOf(' ') + 1) + 1);

/** A record is kept for the next answer, so nobody may change it in place. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}
