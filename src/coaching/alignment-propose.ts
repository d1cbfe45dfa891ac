import type { Account } from './account.ts';
import { givenOf } from './alignment-answers.ts';
import {
  type AlignmentDecision,
  type Matter,
  type MatterAnswers,
  otherSide,
  type Round,
  type Side,
} from './alignment.ts';
import { startWith } from './begin.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { SETTLE } from './flow-ids.ts';
import type { Member } from './member.ts';

type Settling = {
  readonly account: Account;
  readonly round: Round;
  readonly side: Side;
  readonly matter: Matter;
  /** How many decisions there are by now. */
  readonly known: number;
  /** What the other side proposed, to be worded anew. */
  readonly instead: AlignmentDecision | null;
};

/** What to settle on, in whose hand it is, and until when. */
export function beginSettling(
  coaching: Coaching,
  member: Member,
  { account, round, side, matter, known, instead }: Settling,
  moment: Moment,
): Decision {
  const { by } = round.sides[otherSide(side)];
  const facts = {
    account: account.id,
    account_name: account.name,
    round: round.id,
    matter,
    decision: `${round.id}-${matter}-${side}-${known + 1}`,
    people: by === null ? [] : [{ member: by }],
  };
  const answers: MatterAnswers = instead ? { [matter]: instead.value } : {};
  const given = {
    ...givenOf(answers),
    ...(instead && { owner: instead.owner, ...(instead.due && { due: instead.due }) }),
  };
  return startWith(
    coaching,
    member,
    { flow: SETTLE[side], facts, given, about: ['account', 'round', 'matter'] },
    moment,
  );
}
