import type { Account } from './account.ts';
import { comparedScores, indexOf } from './alignment-index.ts';
import { isIn, standOf } from './alignment-stand.ts';
import type { Alignment } from './alignment.ts';
import { firstReaderIn } from './exercise-audience.ts';
import type { PositionBrief } from './position-brief.ts';
import { type Element, freshOn, type Position, versionOf } from './position.ts';

/** What one operator's day needs of the alignment: how far the round is that waits, never what was answered in it. */
export const alignmentBrief = (
  position: Position,
  account: Account,
  operator: string,
): Pick<PositionBrief, 'alignment' | 'aligned' | 'contradicted'> => ({
  alignment: roundBrief(position.alignment, account, operator),
  aligned: latestIndex(position.alignment, operator),
  contradicted: contradictedIn(position),
});

function roundBrief(alignment: Alignment | null, account: Account, member: string): PositionBrief['alignment'] {
  const stand = standOf(alignment, account, member);
  if ((stand.kind !== 'unanswered' && stand.kind !== 'answered') || stand.side !== 'operator') return null;
  const { round } = stand;
  const { operator, manager } = round.sides;
  // Whoever said not now is not waited for, nor is somebody who was not asked yet.
  if (operator.declinedOn !== null || manager.declinedOn !== null || !isIn(round, 'operator')) return null;
  return {
    startedOn: operator.invitedOn ?? round.on,
    mine: operator.answers !== null,
    theirs: manager.answers !== null,
  };
}

/** How alike two people saw it when they last compared: for these two, and null for everybody else. */
export function latestIndex(alignment: Alignment | null, member: string): PositionBrief['aligned'] {
  if (alignment === null) return null;
  const { round, past } = alignment;
  const scores = round && comparedScores(round);
  const index = scores && indexOf(scores);
  const now =
    round?.compared && index !== null
      ? [{ index, on: round.compared.on, operator: round.sides.operator.by, manager: round.sides.manager.by }]
      : [];
  const last = [...past, ...now].findLast(({ operator, manager }) => operator === member || manager === member);
  return last ? { index: last.index, on: last.on } : null;
}

/** Elements that something both agreed on speaks against: another first reader than on the card, and nobody looked since. */
export function contradictedIn(position: Position): Element[] {
  const { reader } = position.settled;
  const card = versionOf(position, 'audience');
  const first = card && firstReaderIn(card.answers);
  if (!reader || !first || first === reader.value) return [];
  return (freshOn(position, 'audience') ?? '') > reader.on ? [] : ['audience'];
}
