import { localDate } from '../calendar/local-date.ts';
import type { Member } from './member.ts';
import type { Members } from './ports.ts';
import type { Post } from './post.ts';

/** Whoever wrote a post has this long to say it; after that anybody may, having looked whether it was said. */
export const LEASE_MS = 20_000;

type Claim = { readonly member: Member; readonly claimed: readonly string[] };

/** From when on whoever takes over has a lease, and up to when the leases of others count as over: now, or later. */
type Taking = { readonly now: Date; readonly leasesUntil: Date };

/** Takes over the posts whose lease is over. Of two replicas that try, one gets them. */
export async function claim(members: Members, id: string, { now, leasesUntil }: Taking): Promise<Claim | null> {
  const leaseUntil = new Date(now.getTime() + LEASE_MS).toISOString();
  const isLeft = (post: Post): boolean => Date.parse(post.leaseUntil) <= leasesUntil.getTime();
  return members.update(id, (before) => {
    const claimed = before?.outbox.filter(isLeft).map((post) => post.id) ?? [];
    if (!before || claimed.length === 0) return { member: before, result: null };
    const outbox = before.outbox.map((post) => (isLeft(post) ? { ...post, leaseUntil } : post));
    const member = { ...before, outbox };
    return { member, result: { member, claimed } };
  });
}

/** Nobody says anything of a member's outbox before this time: Slack would not take it. */
export async function prolong(members: Members, id: string, until: Date): Promise<void> {
  const leaseUntil = until.toISOString();
  const isShort = (post: Post): boolean => Date.parse(post.leaseUntil) < until.getTime();
  await members.update(id, (before) => {
    if (!before?.outbox.some(isShort)) return { member: before, result: null };
    const outbox = before.outbox.map((post) => (isShort(post) ? { ...post, leaseUntil } : post));
    return { member: { ...before, outbox }, result: null };
  });
}

/** Nothing reaches this member any more: nothing is kept for them, and nothing comes by itself. */
export async function giveUp(members: Members, { id }: Member, code: string): Promise<void> {
  await members.update(id, (before) => {
    if (!before || (before.unreachable?.code === code && before.outbox.length === 0)) {
      return { member: before, result: null };
    }
    const since = before.unreachable?.since ?? localDate(sinceOf(before), before.zone);
    return { member: { ...before, outbox: [], dueAt: null, unreachable: { code, since } }, result: null };
  });
}

/** The write that kept the last post was a moment ago. */
const sinceOf = ({ outbox }: Member): Date => new Date(Date.parse(outbox.at(-1)?.leaseUntil ?? '') - LEASE_MS || 0);

export const withoutPost = (member: Member | null, post: string): Member | null =>
  member?.outbox.some(({ id }) => id === post)
    ? { ...member, outbox: member.outbox.filter(({ id }) => id !== post) }
    : member;

const STALE_MS = 24 * 60 * 60 * 1000;

/** Whether a post came by itself, as its id says, and longer ago than anybody would want it. */
export function isStale({ id, bulk }: Post, now: Date): boolean {
  const at = Date.parse(id.slice(id.lastIndexOf('@') + 1));
  return bulk && now.getTime() - at > STALE_MS;
}
