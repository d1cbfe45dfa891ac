import type { Account } from './account.ts';
import { type Alignment, type AlignmentPart, otherSide, type Round, type Side } from './alignment.ts';
import { operatorsOf } from './manager-tell.ts';

/** How far the other side is, as this side may know it: that something was answered, never what. */
const OTHERS = ['not-asked', 'asked', 'declined', 'answered', 'shared'] as const;
export type Other = (typeof OTHERS)[number];

/** Where the alignment of an account stands for one member. */
export type Stand =
  /** There are no two sides: nobody answers for the account, or whoever does is the only one who runs it. */
  | { readonly kind: 'alone'; readonly why: 'no-manager' | 'own-manager' }
  /** Nothing is open. `round`: the number of the next one; `last`: the answers they gave to one that came to nothing. */
  | { readonly kind: 'none'; readonly side: Side; readonly round: number; readonly last: AlignmentPart['answers'] }
  /** Another operator answers, or answered, for those who run the account. */
  | { readonly kind: 'taken'; readonly by: string }
  | { readonly kind: 'unanswered'; readonly side: Side; readonly round: Round }
  | { readonly kind: 'answered'; readonly side: Side; readonly round: Round; readonly other: Other }
  | { readonly kind: 'compared'; readonly side: Side; readonly round: Round };

export function standOf(alignment: Alignment | null, account: Account, member: string): Stand {
  if (account.manager === null) return { kind: 'alone', why: 'no-manager' };
  if (operatorsOf(account, account.manager).length === 0) return { kind: 'alone', why: 'own-manager' };
  const side: Side = account.manager === member ? 'manager' : 'operator';
  const round = alignment?.round ?? null;
  if (round === null || round.ended !== null || round.sides.manager.by !== account.manager) {
    return { kind: 'none', side, round: (round?.id ?? 0) + 1, last: unsharedOf(round, side, member) };
  }
  const mine = round.sides[side];
  if (mine.by !== null && mine.by !== member) return { kind: 'taken', by: mine.by };
  if (round.compared !== null) return { kind: 'compared', side, round };
  return mine.answers === null
    ? { kind: 'unanswered', side, round }
    : { kind: 'answered', side, round, other: otherOf(round, side) };
}

/** What somebody answered in a round that was never compared is there to be kept or changed. */
const unsharedOf = (round: Round | null, side: Side, member: string): AlignmentPart['answers'] =>
  round !== null && round.compared === null && round.sides[side].by === member ? round.sides[side].answers : null;

/** How far the other side of a round is. */
export function otherOf(round: Round, side: Side): Other {
  const other = otherSide(side);
  const { answers, shared, declinedOn, invitedOn } = round.sides[other];
  if (shared !== null) return 'shared';
  if (answers !== null) return 'answered';
  if (declinedOn !== null) return 'declined';
  return invitedOn !== null || round.startedBy === other ? 'asked' : 'not-asked';
}

/** The same, as a conversation that began then has noted it. */
export const notedOther = (fact: unknown): Other => OTHERS.find((one) => one === fact) ?? 'not-asked';

/** Whether a side knows of the round: it began it, was asked, or has answered. */
export const isIn = (round: Round, side: Side): boolean => otherOf(round, otherSide(side)) !== 'not-asked';

/** Who is to be told what concerns a side: the one who answers on it, or, while that is open, all who may. */
export function peopleOn(account: Account, round: Round, side: Side): readonly string[] {
  const { by } = round.sides[side];
  if (side === 'manager') return by !== null && account.manager === by ? [by] : [];
  return by === null ? operatorsOf(account, account.manager ?? '') : [by];
}
