import { z } from 'zod';

import { comparedScores, indexOf } from './alignment-index.ts';
import {
  type Alignment,
  AlignmentDecision,
  type AlignmentPart,
  isOpen,
  Mark,
  MatterAnswers,
  newAlignment,
  otherSide,
  type Round,
  Side,
} from './alignment.ts';

/** Of one round. `id`: of the press or conversation that it comes from. */
const ofRound = { id: z.string(), round: z.int(), on: z.string() };
const ofSide = { ...ofRound, side: Side, by: z.string() };

/** What one side does about the alignment of an account. Made twice, or after the round is over, it changes nothing. */
export const AlignmentChange = z.discriminatedUnion('do', [
  /** Begins the round; where it is there already, says who answers on this side. `operator` null: it is open which. */
  z.object({ do: z.literal('begin'), ...ofSide, operator: z.string().nullable(), manager: z.string() }),
  /** Asks the other side to answer. */
  z.object({ do: z.literal('invite'), ...ofSide }),
  /** Not now. */
  z.object({ do: z.literal('decline'), ...ofSide }),
  z.object({ do: z.literal('answer'), ...ofSide, answers: MatterAnswers }),
  z.object({ do: z.literal('share'), ...ofSide }),
  z.object({ do: z.literal('mark'), ...ofSide, mark: Mark }),
  z.object({ do: z.literal('propose'), ...ofRound, decision: AlignmentDecision }),
  z.object({ do: z.literal('agree'), ...ofSide, decision: z.string() }),
  /** Who answers for the account by now. */
  z.object({ do: z.literal('manager'), ...ofRound, manager: z.string() }),
]);
export type AlignmentChange = z.infer<typeof AlignmentChange>;

type Of<Kind extends AlignmentChange['do']> = Extract<AlignmentChange, { do: Kind }>;

const DECISIONS_KEPT = 40;
const DONE_KEPT = 60;
const PAST_KEPT = 20;

/** The alignment once this was done. What does not fit where it stands by now is left out. */
export function aligned(before: Alignment | null, change: AlignmentChange): Alignment {
  const alignment = before ?? newAlignment;
  if (change.do === 'begin') return begun(alignment, change);
  const { round } = alignment;
  const done = `${change.do}@${change.id}`;
  // Done again after a crash, an older change does not undo what came since.
  if (round?.id !== change.round || round.done.includes(done)) return alignment;
  return after(alignment, { ...round, done: [...round.done, done].slice(-DONE_KEPT) }, change);
}

function after(alignment: Alignment, round: Round, change: Exclude<AlignmentChange, Of<'begin'>>): Alignment {
  switch (change.do) {
    case 'invite':
      return { ...alignment, round: invited(round, change) };
    case 'decline':
    case 'answer':
    case 'share':
    case 'mark':
      return { ...alignment, round: bySide(round, change) };
    case 'propose':
      return proposed(alignment, round, change);
    case 'agree':
      return { ...alignment, round, decisions: alignment.decisions.map((one) => agreed(one, round, change)) };
    case 'manager':
      return { ...alignment, round: leftBy(round, change) };
  }
}

const partOf = (by: string | null): AlignmentPart => ({
  by,
  invitedOn: null,
  declinedOn: null,
  answers: null,
  answered: null,
  shared: null,
  mark: null,
});

function begun(alignment: Alignment, { round: id, on, side, by, operator, manager }: Of<'begin'>): Alignment {
  const known = alignment.round;
  if (known && known.id === id) {
    const part = known.sides[side];
    return part.by === null && isOpen(known) ? { ...alignment, round: withPart(known, side, { by }) } : alignment;
  }
  // The next one, and only once the one before is over, or was with somebody else.
  if (id !== (known?.id ?? 0) + 1 || (known && isOpen(known) && known.sides.manager.by === manager)) return alignment;
  const sides = { operator: partOf(side === 'operator' ? by : operator), manager: partOf(manager) };
  return {
    round: { id, on, startedBy: side, sides, compared: null, marked: null, ended: null, done: [] },
    past: known ? withPast(alignment.past, known) : alignment.past,
    // What nobody agreed to belongs to the round that is over.
    decisions: alignment.decisions.filter(({ agreed: isAgreed }) => isAgreed !== null),
  };
}

function withPast(past: Alignment['past'], round: Round): Alignment['past'] {
  const scores = comparedScores(round);
  const index = scores && indexOf(scores);
  const { operator, manager } = round.sides;
  if (index === null || round.compared === null || operator.by === null || manager.by === null) return past;
  const entry = { round: round.id, on: round.compared.on, index, operator: operator.by, manager: manager.by };
  return [...past, entry].slice(-PAST_KEPT);
}

const withPart = (round: Round, side: Side, change: Partial<AlignmentPart>): Round => ({
  ...round,
  sides: { ...round.sides, [side]: { ...round.sides[side], ...change } },
});

function invited(round: Round, { side, by, on }: Of<'invite'>): Round {
  const other = otherSide(side);
  if (!isOpen(round) || round.sides[side].by !== by || round.sides[other].answers !== null) return round;
  return withPart(round, other, { invitedOn: on, declinedOn: null });
}

/** What a side does in its own part. Whoever does not answer on it changes nothing. */
function bySide(round: Round, change: Of<'decline' | 'answer' | 'share' | 'mark'>): Round {
  const { side, by, id, on } = change;
  const part = round.sides[side];
  if (part.by !== by && (part.by !== null || change.do === 'share')) return round;
  // Too late for this round, an operator's answers are there for the next.
  if (round.ended !== null) {
    return change.do === 'answer' && side === 'operator' ? withPart(round, side, { answers: change.answers }) : round;
  }
  switch (change.do) {
    case 'decline':
      return part.answers === null && isOpen(round) ? withPart(round, side, { declinedOn: on }) : round;
    case 'answer':
      if (part.shared !== null || !isOpen(round)) return round;
      return withPart(round, side, {
        by,
        answers: change.answers,
        answered: part.answered ?? { id, on },
        declinedOn: null,
      });
    case 'share': {
      if (part.answers === null || part.shared !== null) return round;
      const own = withPart(round, side, { shared: { id, on } });
      return own.sides[otherSide(side)].shared === null ? own : { ...own, compared: { id, on } };
    }
    case 'mark': {
      if (round.compared === null || round.marked !== null) return round;
      const own = withPart(round, side, { mark: change.mark });
      return own.sides[otherSide(side)].mark === null ? own : { ...own, marked: { id, on } };
    }
  }
}

/** A newer proposal on a matter takes the place of the one that nobody agreed to yet. */
function proposed(alignment: Alignment, round: Round, { decision }: Of<'propose'>): Alignment {
  if (round.compared === null) return { ...alignment, round };
  const before = alignment.decisions.map((one) =>
    one.matter === decision.matter && isProposal(one) ? { ...one, replacedBy: decision.id } : one,
  );
  return { ...alignment, round, decisions: [...before, decision].slice(-DECISIONS_KEPT) };
}

/** Nobody has agreed to it yet, and nothing else was proposed since. */
export const isProposal = ({ agreed: isAgreed, replacedBy }: AlignmentDecision): boolean =>
  isAgreed === null && replacedBy === null;

function agreed(decision: AlignmentDecision, { sides }: Round, { decision: id, side, by, on }: Of<'agree'>) {
  const mayAgree = decision.side === otherSide(side) && sides[side].by === by;
  return decision.id === id && isProposal(decision) && mayAgree ? { ...decision, agreed: { by, on } } : decision;
}

/** Somebody else answers for the account: what whoever left has answered is nobody's any more. */
const leftBy = (round: Round, { id, on, manager }: Of<'manager'>): Round =>
  isOpen(round) && round.sides.manager.by !== manager
    ? withPart({ ...round, ended: { id, on } }, 'manager', { answers: null })
    : round;
