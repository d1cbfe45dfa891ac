import { z } from 'zod';

import { AnswerValue } from '../flow/session.ts';

const LocalDate = z.iso.date();

/** Who answers: one of those who run the account, and whoever answers for it. */
export const Side = z.enum(['operator', 'manager']);
export type Side = z.infer<typeof Side>;

export const otherSide = (side: Side): Side => (side === 'operator' ? 'manager' : 'operator');

/** What both sides are asked, in this order. */
export const MATTERS = ['reader', 'job', 'promo', 'numbers', 'hours', 'alone', 'success', 'look'] as const;
export const Matter = z.enum(MATTERS);
export type Matter = z.infer<typeof Matter>;

/** By matter; what was skipped is not there. `promo` is in per cent, `hours` in a week. */
export const MatterAnswers = z.partialRecord(Matter, AnswerValue);
export type MatterAnswers = z.infer<typeof MatterAnswers>;

/** How alike two answers in own words are, as one side reads them. */
export const Mark = z.enum(['same', 'close', 'different']);
export type Mark = z.infer<typeof Mark>;

/** When something came to be, and the id of the change that made it so: told again after a crash, it is told the same. */
const Made = z.strictObject({ id: z.string(), on: LocalDate });

const Part = z.strictObject({
  /** Null while it is open which of several operators answers. */
  by: z.string().nullable(),
  invitedOn: LocalDate.nullable(),
  declinedOn: LocalDate.nullable(),
  answers: MatterAnswers.nullable(),
  /** The first time; until they are shared, answers may be given anew. */
  answered: Made.nullable(),
  shared: Made.nullable(),
  mark: Mark.nullable(),
});
export type AlignmentPart = z.infer<typeof Part>;

/** One time that both sides answer the same questions apart. */
export const Round = z.strictObject({
  /** 1, 2, 3 of the account: two who begin at the same moment begin the same one. */
  id: z.int().min(1),
  on: LocalDate,
  startedBy: Side,
  sides: z.strictObject({ operator: Part, manager: Part }),
  /** Both have shared: from here on both see it all. */
  compared: Made.nullable(),
  /** Both have said how alike their answers in own words are. */
  marked: Made.nullable(),
  /** Somebody else answers for the account by now, before the two were compared. */
  ended: Made.nullable(),
  /** Changes that were made in it. */
  done: z.array(z.string()),
});
export type Round = z.infer<typeof Round>;

/** Whose hand something is in. */
export const Owner = z.enum(['operator', 'manager', 'both']);

/** What one side proposes to settle on; settled once the other agrees. */
export const AlignmentDecision = z.strictObject({
  id: z.string(),
  round: z.int(),
  matter: Matter,
  value: AnswerValue,
  side: Side,
  proposedBy: z.string(),
  on: LocalDate,
  owner: Owner,
  due: LocalDate.nullable(),
  agreed: z.strictObject({ by: z.string(), on: LocalDate }).nullable(),
  /** The decision that took its place before anybody agreed. */
  replacedBy: z.string().nullable(),
});
export type AlignmentDecision = z.infer<typeof AlignmentDecision>;

/** What a round came to, for the two who took part and nobody else. */
export const PastRound = z.strictObject({
  round: z.int(),
  on: LocalDate,
  /** 0 to 100 */
  index: z.int(),
  operator: z.string(),
  manager: z.string(),
});
export type PastRound = z.infer<typeof PastRound>;

/**
 * How operator and manager of an account see it. What either side answered is theirs alone until both have shared; read
 * it through coaching/alignment-seen.ts.
 */
export const Alignment = z.strictObject({
  /** The latest, whether it is open or over. */
  round: Round.nullable(),
  /** Earlier ones that were compared, oldest first. */
  past: z.array(PastRound),
  /** Oldest first. */
  decisions: z.array(AlignmentDecision),
});
export type Alignment = z.infer<typeof Alignment>;

export const newAlignment: Alignment = { round: null, past: [], decisions: [] };

/** What both agreed on, as the canvas shows it. */
export const Settled = z.strictObject({
  decision: z.string(),
  value: AnswerValue,
  on: LocalDate,
  operator: z.string(),
  manager: z.string(),
  owner: Owner,
  due: LocalDate.nullable(),
});
export type Settled = z.infer<typeof Settled>;

/** Neither compared nor ended: somebody still has something to do in it. */
export const isOpen = (round: Round): boolean => round.compared === null && round.ended === null;

/** The round that the same two compared before this one. */
export const lastBefore = ({ past }: Alignment, { id, sides: { operator, manager } }: Round): PastRound | null =>
  past.findLast((one) => one.round < id && one.operator === operator.by && one.manager === manager.by) ?? null;
