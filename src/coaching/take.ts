import type { Effect, Taken } from '../flow/turn.ts';
import type { Cause } from './coach.ts';
import type { Consequence } from './consequence.ts';
import type { Decision } from './decision.ts';
import { LEASE_MS, type Collapse, type Delivery } from './delivery.ts';
import type { Member } from './member.ts';
import { newMember } from './new-member.ts';
import type { Change, Directory, Members, Scheduler } from './ports.ts';
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
      /** Something else is due next, or at another time. */
      readonly isMoved: boolean;
    };

/** What came of a cause: `result` is null when it had been taken before. */
export type Taking<T> = {
  readonly member: Member;
  readonly result: T | null;
  /** Resolves when what there was to say is said, or has failed and is left to be tried again. */
  readonly said: Promise<void>;
  /** Resolves when what is due next is planned, or could not be: then it is found again in the record. Never throws. */
  readonly planned: Promise<void>;
};

type World = {
  readonly members: Members;
  readonly directory: Directory;
  readonly delivery: Delivery;
  /** When something is due next for a member. */
  readonly nextDue: (member: Member) => Date | null;
  readonly scheduler: Scheduler;
  readonly onFailure: (error: unknown, member: string) => void;
};

const NOTHING = Promise.resolve();

/** The one shape of every verb: change one record, keep it, then speak. A person we have not met is looked up first. */
export function createTake({ members, directory, delivery, nextDue, scheduler, onFailure }: World) {
  const planned = (member: Member): Member => ({ ...member, dueAt: nextDue(member)?.toISOString() ?? null });

  // Nobody who answers waits for the plan, nor hears of its failure: it is only a cache of what the records say.
  const plan = ({ id, dueAt }: Member, isMoved: boolean): Promise<void> =>
    isMoved && dueAt !== null
      ? scheduler.plan([{ member: id, at: new Date(dueAt) }]).catch((error: unknown) => onFailure(error, id))
      : NOTHING;

  return async <T>(id: string, cause: Cause, decide: (member: Member) => Decided<T>): Promise<Taking<T>> => {
    const attempt = (met: Member | null): Promise<Kept<T>> =>
      members.update(id, (before) => {
        const member = before ?? met;
        return member ? change(member, { cause, decide, planned }) : { member: null, result: { kind: 'unknown' } };
      });
    const first = await attempt(null);
    const met = first.kind === 'unknown' ? newMember(id, await directory.profile(id)) : null;
    if (met?.kind === 'outsider') return { member: met, result: null, said: NOTHING, planned: NOTHING };
    const kept = met ? await attempt(met) : first;
    if (kept.kind === 'unknown') throw new Error(`${id}: a member with a profile is still unknown`);
    if (kept.kind === 'seen') return { member: kept.member, result: null, said: NOTHING, planned: NOTHING };
    const said = kept.post ? delivery.say(kept.member, kept.post, kept.collapse) : NOTHING;
    return { member: kept.member, result: kept.result, said, planned: plan(kept.member, kept.isMoved) };
  };
}

type Turn<T> = {
  readonly cause: Cause;
  readonly decide: (member: Member) => Decided<T>;
  readonly planned: (member: Member) => Member;
};

function change<T>(before: Member, { cause, decide, planned }: Turn<T>): Change<Kept<T>> {
  if (before.seen.includes(cause.id)) return { member: before, result: { kind: 'seen', member: before } };
  const member = cause.byItself ? before : awake(before);
  const { member: after, parts, result, checkIn, then = [] } = decide(member);
  if (after === before && parts.length === 0)
    return {
      member: before,
      result: { kind: 'kept', member: before, result, post: null, collapse: null, isMoved: false },
    };
  const post = parts.length > 0 ? toPost(cause, parts, then) : null;
  const kept = planned({
    ...after,
    inbox: cause.inbox ?? after.inbox,
    seen: [...member.seen, cause.id].slice(-SEEN_KEPT),
    outbox: post ? [...after.outbox, post] : after.outbox,
    ...askingAfter(after, post),
  });
  const collapse = collapseOf(member, parts);
  return {
    member: kept,
    result: { kind: 'kept', member: kept, result, post, collapse, isMoved: kept.dueAt !== before.dueAt },
    ...(checkIn && { checkIn }),
  };
}

/** Whoever says or presses something is there again. A pause that they asked for lasts until they end it. */
const awake = (member: Member): Member =>
  member.unreachable === null && member.paused?.why !== 'quiet'
    ? member
    : { ...member, unreachable: null, paused: member.paused?.why === 'quiet' ? null : member.paused };

const toPost = (cause: Cause, parts: readonly Part[], then: readonly Consequence[]): Post => ({
  id: cause.id,
  parts: [...parts],
  leaseUntil: new Date(cause.at.getTime() + LEASE_MS).toISOString(),
  then: [...then],
  bulk: cause.byItself === true,
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
