import type { AnswerValue } from '../flow/session.ts';
import { type Mark, MATTERS, type Matter, type MatterAnswers, type Round } from './alignment.ts';

/** How often somebody looks, from the most to the least. */
export const LOOKS = ['daily', 'some_days', 'weekly', 'on_request'] as const;
/** By how many of these steps they are apart. */
const LOOK_SCORES = [1, 0.67, 0.33, 0] as const;
/** So many points apart, two shares of promotion have nothing in common. */
const PROMO_SPAN = 40;
const NUMBERS = 3;
const MARK_SCORES: Readonly<Record<Mark, number>> = { same: 1, close: 0.5, different: 0 };

/** How alike both sides answered, 0 to 1; null where it can't be said: a side left it out, or has not marked it. */
export type Scores = Readonly<Record<Matter, number | null>>;

type Answered = { readonly answers: MatterAnswers; readonly mark: Mark | null };

/** The same whichever of the two comes first. */
export const scoresOf = (one: Answered, other: Answered): Scores => ({
  reader: sameness(one.answers.reader, other.answers.reader),
  job: sameness(one.answers.job, other.answers.job),
  promo: figures(one.answers.promo, other.answers.promo, (apart) => 1 - Math.min(1, apart / PROMO_SPAN)),
  numbers: sets(one.answers.numbers, other.answers.numbers, ({ both }) => Math.min(1, both / NUMBERS)),
  hours: figures(one.answers.hours, other.answers.hours, (apart, larger) =>
    larger === 0 ? 1 : 1 - Math.min(1, apart / larger),
  ),
  alone: sets(one.answers.alone, other.answers.alone, ({ both, either }) => (either === 0 ? 1 : both / either)),
  success: marked(one, other),
  look: looks(one.answers.look, other.answers.look),
});

type Value = AnswerValue | undefined;

const sameness = (one: Value, other: Value): number | null =>
  one === undefined || other === undefined ? null : Number(one === other);

function figures(one: Value, other: Value, score: (apart: number, larger: number) => number): number | null {
  if (typeof one !== 'number' || typeof other !== 'number') return null;
  return score(Math.abs(one - other), Math.max(one, other));
}

type Overlap = { readonly both: number; readonly either: number };

function sets(one: Value, other: Value, score: (overlap: Overlap) => number): number | null {
  if (!Array.isArray(one) || !Array.isArray(other)) return null;
  const ours = new Set(one);
  const theirs = new Set(other);
  return score({ both: ours.intersection(theirs).size, either: ours.union(theirs).size });
}

/** Answers in own words are as alike as those who wrote them say, once both have. */
function marked(one: Answered, other: Answered): number | null {
  if (one.answers.success === undefined || other.answers.success === undefined) return null;
  if (one.mark === null || other.mark === null) return null;
  return (MARK_SCORES[one.mark] + MARK_SCORES[other.mark]) / 2;
}

export const lookStep = (look: Value): number => LOOKS.findIndex((one) => one === look);

function looks(one: Value, other: Value): number | null {
  const [first, second] = [lookStep(one), lookStep(other)];
  return first < 0 || second < 0 ? null : (LOOK_SCORES[Math.abs(first - second)] ?? 0);
}

/** The mean of what can be said, 0 to 100; null where nothing can. */
export function indexOf(scores: Scores): number | null {
  const known = MATTERS.flatMap((matter) => scores[matter] ?? []);
  return known.length === 0 ? null : Math.round((known.reduce((sum, score) => sum + score, 0) / known.length) * 100);
}

const ALIGNED = 75;
const TALK = 50;

/** What an index means: go on, talk about the gaps, or take fifteen minutes together. */
export const adviceOn = (index: number): 'aligned' | 'talk' | 'meet' =>
  index >= ALIGNED ? 'aligned' : index >= TALK ? 'talk' : 'meet';

/** How alike the two sides of a round answered, with what both have marked by now. Null until both have shared. */
export function comparedScores({ sides: { operator, manager }, compared }: Round): Scores | null {
  if (compared === null || operator.answers === null || manager.answers === null) return null;
  return scoresOf({ answers: operator.answers, mark: operator.mark }, { answers: manager.answers, mark: manager.mark });
}
