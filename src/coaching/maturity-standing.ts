import { plusDays } from '../calendar/local-date.ts';
import { isoWeekOf } from '../calendar/working-days.ts';
import { maturityFacts, type MaturityFacts, type Recorded } from './maturity-facts.ts';
import { evaluated, type Maturity, UNKNOWN } from './maturity-level.ts';
import { scoresOf, type Side } from './maturity-scores.ts';
import { type Criterion, type Level, levelOf, missingFor } from './maturity.ts';

/** Where an operation stands on a day, and what is nearest. */
export type Standing = {
  readonly facts: MaturityFacts;
  readonly maturity: Maturity;
  /** Held for two weeks; before that what this week alone says, if it says anything. */
  readonly level: Level | null;
  readonly isHeld: boolean;
  /** For the next level, the nearest first. */
  readonly missing: readonly Criterion[];
  readonly scores: Readonly<Record<Side, number>>;
};

const FRESH_DAYS = 90;

/** Evaluates the week of `today`. Done again in the same week it replaces what was found before. */
export function standingOf(recorded: Recorded, before: Maturity | null): Standing {
  const { today } = recorded;
  const facts = maturityFacts(recorded);
  const now = levelOf(facts);
  const maturity = evaluated(before ?? UNKNOWN, isoWeekOf(today), now);
  const level = maturity.level ?? now;
  return {
    facts,
    maturity,
    level,
    isHeld: maturity.level !== null,
    missing: level === null ? [] : missingFor(level, facts),
    scores: scoresOf(facts, (on) => on > plusDays(today, -FRESH_DAYS)),
  };
}
