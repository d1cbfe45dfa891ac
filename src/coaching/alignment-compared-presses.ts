import { agree } from './alignment-agree.ts';
import { isProposal } from './alignment-change.ts';
import { stepOf } from './alignment-consequences.ts';
import type { PressedAlignment } from './alignment-presses.ts';
import { beginSettling } from './alignment-propose.ts';
import { markText } from './alignment-sheet.ts';
import { Mark, Matter, otherSide } from './alignment.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { said } from './manager-tell.ts';
import type { Member } from './member.ts';

/** Marking, proposing and agreeing, once both have shared. Null: it does not fit where the round stands. */
export function pressCompared(
  coaching: Coaching,
  member: Member,
  { name, account, position, stand, rest: [of, named = ''], today }: PressedAlignment,
  moment: Moment,
): Decision | null {
  if (stand.kind !== 'compared' || of !== String(stand.round.id)) return null;
  const { round, side } = stand;
  const decisions = position.alignment?.decisions ?? [];
  const on = { account, round, side, known: decisions.length };
  if (name === 'align-mark') {
    const mark = Mark.safeParse(named);
    if (!mark.success || round.marked !== null) return null;
    const isLast = round.sides[otherSide(side)].mark !== null;
    const change = {
      do: 'mark',
      id: moment.id,
      round: round.id,
      on: today,
      side,
      by: member.id,
      mark: mark.data,
    } as const;
    return {
      ...said(member, 'alignment.marked', { mark: markText(mark.data), last: isLast ? 'yes' : 'no' }),
      then: [stepOf(account.id, change)],
    };
  }
  if (name === 'align-propose') {
    const matter = Matter.safeParse(named);
    return matter.success
      ? beginSettling(coaching, member, { ...on, matter: matter.data, instead: null }, moment)
      : null;
  }
  const decision = decisions.find(({ id }) => id === named);
  if (!decision || !isProposal(decision) || decision.side === side) return null;
  return name === 'align-agree'
    ? agree(member, { ...on, decision, on: today }, moment)
    : name === 'align-differ'
      ? beginSettling(coaching, member, { ...on, matter: decision.matter, instead: decision }, moment)
      : null;
}
