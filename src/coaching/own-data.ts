import { literal, type Text } from '../flow/text.ts';
import type { World } from '../flow/turn.ts';
import type { Account } from './account.ts';
import type { CheckIn, Member } from './member.ts';
import { answersOf, type Answer } from './position-answers.ts';
import type { Table } from './position-tables.ts';
import type { Position } from './position.ts';

export type OwnData = {
  readonly member: Member;
  readonly checkIns: readonly CheckIn[];
  /** Those that they run or answer for, with what was worked out for those that they run. */
  readonly accounts: readonly { readonly account: Account; readonly position: Position | null }[];
};

/** All that is kept of somebody, under English names that stay the same. What only machines need is left out. */
export function ownJson({ member, checkIns, accounts }: OwnData, at: Date): unknown {
  const { outbox: _o, asked: _a, asking: _k, saidBeside: _s, seen: _n, session, parked, done: _d, ...kept } = member;
  return {
    v: 1,
    exportedAt: at.toISOString(),
    person: {
      ...kept,
      open: [...(session ? [session] : []), ...parked].map(({ flow, answers }) => ({ flow, answers })),
    },
    checkIns,
    accounts: accounts.map(({ account, position }) => ({ account: partOf(account, member.id), position })),
  };
}

/** Of an account: its name, and what they themselves put into it. */
function partOf(account: Account, member: string): unknown {
  const isTheirs = ({ operator }: { readonly operator: string }): boolean => operator === member;
  const { id, name, platforms, since } = account;
  const isManager = account.manager === member;
  return {
    id,
    name,
    platforms,
    since,
    role: [...(account.operators.includes(member) ? ['operator'] : []), ...(isManager ? ['manager'] : [])],
    pieces: account.items.filter(isTheirs),
    numbers: account.operators.includes(member) ? account.numbers : [],
    blockers: account.blockers.filter(isTheirs),
    asks: account.asks.filter((ask) => isTheirs(ask) || isManager),
    weeks: account.weeks.filter(isTheirs),
    events: isManager ? account.events : [],
  };
}

/** Every answer of every check-in in a row, as it can be read. */
export const ownTable = (world: World, checkIns: readonly CheckIn[]): Table => ({
  header: ['date', 'question', 'answer', 'seen-by'].map((name) => ({ key: `export.column.${name}` })),
  rows: checkIns.flatMap((checkIn) =>
    answersOf(world, checkIn, { id: `${checkIn.date}-${checkIn.flow}`, answers: answersIn(checkIn) }).map((answer) => [
      literal(checkIn.date),
      labelOf(checkIn, answer),
      answer.value,
      seenBy(checkIn.answers[answer.address]?.audience),
    ]),
  ),
});

const labelOf = ({ answers }: CheckIn, { address, label }: Answer): Text => {
  const question = answers[address]?.question;
  return question === undefined ? label : literal(question);
};

const answersIn = ({ answers }: CheckIn) =>
  Object.fromEntries(
    Object.entries(answers).map(([address, { value, grade, flags }]) => [
      address,
      { value, ...(grade && { grade }), ...(flags && { flags }) },
    ]),
  );

const seenBy = (audience: CheckIn['answers'][string]['audience'] | undefined): Text => ({
  key: audience === 'manager' || audience === 'both' ? 'export.seen-both' : 'export.seen-you',
});
