import type { JsonValue } from '../flow/session.ts';
import type { Account } from './account.ts';
import { givenOf } from './alignment-answers.ts';
import type { AlignmentChange } from './alignment-change.ts';
import { stepOf } from './alignment-consequences.ts';
import { withAsked } from './alignment-note.ts';
import { otherOf, peopleOn, type Stand } from './alignment-stand.ts';
import { type MatterAnswers, otherSide, type Side } from './alignment.ts';
import { startWith } from './begin.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { ALIGNMENT } from './flow-ids.ts';
import { operatorsOf } from './manager-tell.ts';
import type { Member } from './member.ts';
import type { Trade } from './position.ts';

/** The same round goes on where it was left; another one begins afresh. */
const ABOUT = ['account', 'round'];

type On = { readonly account: Account; readonly trade: Trade | null; readonly today: string };
type Beginning = Extract<Stand, { kind: 'none' | 'unanswered' | 'answered' }>;

/** Begins a side's eight questions, or goes on with them. What was answered before is there to be kept or changed. */
export function beginAlignment(
  coaching: Coaching,
  member: Member,
  { stand, ...on }: On & { readonly stand: Beginning },
  moment: Moment,
): Decision {
  const { account } = on;
  const { side } = stand;
  const round = stand.kind === 'none' ? stand.round : stand.round.id;
  const people = stand.kind === 'none' ? otherPeople(account, side) : peopleOn(account, stand.round, otherSide(side));
  const facts = {
    ...factsOf(on, { mode: 'pair', round, people }),
    other: stand.kind === 'none' ? 'not-asked' : otherOf(stand.round, side),
  };
  const given = givenOf(givenIn(stand) ?? {});
  const decision = startWith(coaching, member, { flow: ALIGNMENT[side], facts, given, about: ABOUT }, moment);
  if (stand.kind === 'answered') return decision;
  const change = changeOf(member, { ...on, side, round }, moment);
  const begun = side === 'manager' ? withAsked(decision.member, account.id, on.today) : decision.member;
  return { ...decision, member: begun, then: [...(decision.then ?? []), stepOf(account.id, change)] };
}

/** The same questions for somebody who has nobody to compare with: they stay theirs, and nothing is kept. */
export const beginAlone = (coaching: Coaching, member: Member, on: On, moment: Moment): Decision =>
  startWith(
    coaching,
    member,
    { flow: ALIGNMENT.operator, facts: factsOf(on, { mode: 'alone', round: 0, people: [] }), about: ABOUT },
    moment,
  );

const givenIn = (stand: Beginning): MatterAnswers | null => {
  switch (stand.kind) {
    case 'none':
      return stand.last;
    case 'unanswered':
      return null;
    case 'answered':
      return stand.round.sides[stand.side].answers;
  }
};

const otherPeople = (account: Account, side: Side): readonly string[] =>
  side === 'manager' ? operatorsOf(account, account.manager ?? '') : account.manager === null ? [] : [account.manager];

type About = { readonly mode: 'pair' | 'alone'; readonly round: number; readonly people: readonly string[] };

const factsOf = ({ account, trade }: On, { mode, round, people }: About): Record<string, JsonValue> => ({
  account: account.id,
  account_name: account.name,
  trade: trade ?? '',
  mode,
  round,
  people: people.map((member) => ({ member })),
});

function changeOf(
  { id: by }: Member,
  { account, side, round, today: on }: On & { readonly side: Side; readonly round: number },
  { id }: Moment,
): AlignmentChange {
  const manager = account.manager ?? by;
  const operators = operatorsOf(account, manager);
  // Of several operators, the one who begins answers for them.
  const operator = operators.length === 1 ? (operators[0] ?? null) : null;
  return { do: 'begin', id, round, on, side, by, operator, manager };
}
