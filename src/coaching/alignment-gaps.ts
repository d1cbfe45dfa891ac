import { comparedScores, lookStep, LOOKS, type Scores } from './alignment-index.ts';
import { type Mark, MATTERS, type Matter, type MatterAnswers, type Round } from './alignment.ts';

/** So far apart, two answers are worth talking about. */
const PROMO_APART = 15;
const HOURS_LIKE = 0.6;
const LIKE = 0.5;
const AGENDA_MOST = 3;

/** The answers of both sides, matter by matter: what is alike, what is near enough, what to talk about first. */
export type Comparison = {
  readonly scores: Scores;
  readonly same: readonly Matter[];
  readonly close: readonly Matter[];
  /** The largest gaps, the largest first. */
  readonly agenda: readonly Matter[];
  /** Gaps that can wait. */
  readonly later: readonly Matter[];
  /** A side left it out. */
  readonly open: readonly Matter[];
};

/** Null until both have shared. */
export function comparisonOf(round: Round): Comparison | null {
  const scores = comparedScores(round);
  const { operator, manager } = round.sides;
  if (scores === null || operator.answers === null || manager.answers === null) return null;
  const both = { operator: operator.answers, manager: manager.answers, marks: [operator.mark, manager.mark] };
  const known = MATTERS.filter((matter) => scores[matter] !== null);
  const gaps = known
    .filter((matter) => isGap(matter, scores[matter] ?? 0, both))
    .toSorted((one, other) => (scores[one] ?? 0) - (scores[other] ?? 0));
  const alike = known.filter((matter) => !gaps.includes(matter));
  return {
    scores,
    same: alike.filter((matter) => scores[matter] === 1),
    close: alike.filter((matter) => scores[matter] !== 1),
    agenda: gaps.slice(0, AGENDA_MOST),
    later: gaps.slice(AGENDA_MOST),
    // Own words that wait for a mark are not left out.
    open: MATTERS.filter((matter) => both.operator[matter] === undefined || both.manager[matter] === undefined),
  };
}

type Both = {
  readonly operator: MatterAnswers;
  readonly manager: MatterAnswers;
  readonly marks: readonly (Mark | null)[];
};

function isGap(matter: Matter, score: number, { operator, manager, marks }: Both): boolean {
  switch (matter) {
    case 'reader':
      // Neither has chosen: alike, and still to be settled.
      return score < 1 || operator.reader === 'undecided';
    case 'job':
      return score < 1;
    case 'promo':
      return Math.abs(figure(operator.promo) - figure(manager.promo)) > PROMO_APART;
    case 'numbers':
      return score < LIKE || ranksFollowersFirst(manager, operator);
    case 'hours':
      return score < HOURS_LIKE;
    case 'alone':
      return score < LIKE;
    case 'success':
      return marks.includes('different');
    case 'look':
      return score < LIKE || waitsToBeAsked(operator, manager);
  }
}

const figure = (value: MatterAnswers[Matter]): number => (typeof value === 'number' ? value : 0);

const first = (value: MatterAnswers[Matter]): string | undefined => (Array.isArray(value) ? value[0] : undefined);

const FOLLOWERS = 'followers';

/** Whether followers come first for the manager, and not for the operator. */
export const ranksFollowersFirst = (manager: MatterAnswers, operator: MatterAnswers): boolean =>
  first(manager.numbers) === FOLLOWERS && first(operator.numbers) !== FOLLOWERS;

/** The manager looks when asked to, and the operator needs it at least once a week. */
const waitsToBeAsked = (operator: MatterAnswers, manager: MatterAnswers): boolean =>
  manager.look === 'on_request' && lookStep(operator.look) <= LOOKS.indexOf('weekly');
