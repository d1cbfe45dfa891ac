import type { Effect, Taken } from '../flow/turn.ts';
import type { Cause } from './coach.ts';
import type { Decision } from './decision.ts';
import { LEASE_MS, type Collapse, type Delivery } from './delivery.ts';
import type { Member } from './member.ts';
import { newMember } from './new-member.ts';
import type { Change, Directory, Members, Profile } from './ports.ts';
import type { Part, Post } from './post.ts';

/** Slack delivers an event at most four times; a person is quick, but not that quick. */
const SEEN_KEPT = 30;

export type Decided<T> = Decision & { readonly result: T };
type Kept<T> =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'seen'; readonly member: Member }
  | {
      readonly kind: 'kept';
      readonly member: Member;
      readonly result: T;
      readonly post: Post | null;
      readonly collapse: Collapse | null;
    };

/** What came of a cause: `result` is null when it had been taken before. */
export type Taking<T> = { readonly member: Member; readonly result: T | null };

type World = { readonly members: Members; readonly directory: Directory; readonly delivery: Delivery };

/** The one shape of every verb: change one record, keep it, then speak. A person we have not met is looked up first. */
export function createTake({ members, directory, delivery }: World) {
  return async <T>(id: string, cause: Cause, decide: (member: Member) => Decided<T>): Promise<Taking<T>> => {
    const attempt = (profile: Profile | null): Promise<Kept<T>> =>
      members.update(id, (before) => {
        const member = before ?? (profile && newMember(id, profile));
        return member ? change(member, cause, decide) : { member: null, result: { kind: 'unknown' } };
      });
    const first = await attempt(null);
    const kept = first.kind === 'unknown' ? await attempt(await directory.profile(id)) : first;
    if (kept.kind === 'unknown') throw new Error(`${id}: a member with a profile is still unknown`);
    if (kept.kind === 'seen') return { member: kept.member, result: null };
    if (kept.post) delivery.say(kept.member, kept.post, kept.collapse);
    return { member: kept.member, result: kept.result };
  };
}

function change<T>(member: Member, cause: Cause, decide: (member: Member) => Decided<T>): Change<Kept<T>> {
  if (member.seen.includes(cause.id)) return { member, result: { kind: 'seen', member } };
  const { member: after, parts, result, checkIn, account } = decide(member);
  if (after === member && parts.length === 0)
    return { member, result: { kind: 'kept', member, result, post: null, collapse: null } };
  const post = parts.length > 0 ? toPost(cause, parts, account) : null;
  const kept: Member = {
    ...after,
    inbox: cause.inbox ?? after.inbox,
    seen: [...member.seen, cause.id].slice(-SEEN_KEPT),
    outbox: post ? [...after.outbox, post] : after.outbox,
    ...askingAfter(after, post),
  };
  const collapse = collapseOf(member, parts);
  return { member: kept, result: { kind: 'kept', member: kept, result, post, collapse }, ...(checkIn && { checkIn }) };
}

const toPost = (cause: Cause, parts: readonly Part[], account: Decision['account']): Post => ({
  id: cause.id,
  parts: [...parts],
  leaseUntil: new Date(cause.at.getTime() + LEASE_MS).toISOString(),
  ...(account && { account }),
});

const effectsIn = (parts: readonly Part[]): readonly Effect[] =>
  parts.flatMap((part) => (part.kind === 'effects' ? part.effects : []));

function askingAfter(member: Member, post: Post | null): Pick<Member, 'asking' | 'saidBeside'> {
  if (!member.session) return { asking: null, saidBeside: [] };
  const effects = post ? effectsIn(post.parts) : [];
  if (!post || !effects.some(({ kind }) => kind === 'ask')) {
    return { asking: member.asking, saidBeside: member.saidBeside };
  }
  const { flow } = member.session;
  const said = effects.flatMap((effect) => (effect.kind === 'say' ? [effect.text] : []));
  // A refusal or a word on how we talk is over with the answer; what the flow tells is there to be read again.
  return { asking: post.id, saidBeside: said.filter(({ key }) => key.startsWith(`${flow}.`)) };
}

function collapseOf(before: Member, parts: readonly Part[]): Collapse | null {
  const taken: Taken[] = effectsIn(parts).flatMap((effect) => (effect.kind === 'taken' ? [effect.taken] : []));
  return before.asking !== null && taken.length > 0 ? { post: before.asking, taken, beside: before.saidBeside } : null;
}
