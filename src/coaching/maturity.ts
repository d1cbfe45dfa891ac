import type { MaturityFacts } from './maturity-facts.ts';
import type { Element } from './position.ts';

/** L1 posting, L2 planned, L3 audience-led, L4 measured, L5 integrated. Of an operation, never of a person. */
export type Level = 1 | 2 | 3 | 4 | 5;

/** Something that a level asks for: how far it is, on the way to what is needed. */
export type Criterion = {
  readonly id: string;
  readonly has: number;
  readonly needs: number;
  /** Less is better: `has` has to come down to `needs`. */
  readonly isCeiling?: true;
};

/** With fewer check-ins in the window nothing is said. */
export const CHECK_INS_NEEDED = 12;

/** The two levels of numbers in `Criterion` that stand for yes and no. */
const yes = (id: string, isMet: boolean): Criterion => ({ id, has: isMet ? 1 : 0, needs: 1 });
const least = (id: string, has: number | null, needs: number): Criterion => ({ id, has: has ?? 0, needs });
const most = (id: string, has: number | null, needs: number): Criterion => ({
  id,
  has: has ?? Number.POSITIVE_INFINITY,
  needs,
  isCeiling: true,
});

const FOLLOWERS_AND_READS: ReadonlySet<string> = new Set([
  'followers',
  'new_followers',
  'net_followers',
  'readers',
  'reads',
]);

/** What each level asks for beyond the one below. */
function criteriaOf(level: Exclude<Level, 1>, facts: MaturityFacts): readonly Criterion[] {
  const done = (element: Element): boolean => facts.done[element] !== undefined;
  const sharp = (element: Element): boolean => facts.done[element]?.grade === 'sharp';
  switch (level) {
    case 2:
      return [
        least('check-ins', facts.submittedShare, 0.6),
        yes('purpose-done', done('purpose')),
        yes('audience-done', done('audience')),
        least('planned', facts.planned, 5),
        least('plans-clear', facts.plansClear, 0.5),
        most('untyped', facts.untyped, 0),
      ];
    case 3:
      return [
        yes('audience-sharp', sharp('audience')),
        yes('purpose-sharp', sharp('purpose')),
        yes('pillars-sharp', sharp('pillars')),
        yes('difference-sharp', sharp('difference')),
        yes('observed', facts.done.audience?.evidence === 'observed'),
        most('promo', facts.promoRatio, 0.4),
        most('self', facts.selfRatio, 0.6),
        least('learned', facts.learned, 0.4),
        least('research', facts.research, 2),
        least('community', facts.community, 4),
        least('kinds', facts.kinds, 6),
        least('asked-30', facts.asked, 0.3),
      ];
    case 4:
      return [
        yes('goals-sharp', sharp('goals') && facts.done.goals?.flags.includes('no_baseline') === false),
        least('week-numbers', facts.weekNumbers, 0.8),
        least('reviews', facts.reviews, 3),
        least('experiments', facts.experiments, 1),
        yes('lead', facts.lead !== null && !FOLLOWERS_AND_READS.has(facts.lead)),
        most('blocker-days', facts.blockerDays ?? 0, 3),
        least('asked-60', facts.asked, 0.6),
      ];
    case 5:
      return [
        least('roles', facts.rolesCovered, 4),
        least('asks-answered', facts.asksAnswered, 0.8),
        most('ask-days', facts.askDays, 2),
        least('aligned', facts.alignment, 75),
        least('signals', facts.signalWeeks, 3),
        least('departments', facts.departments, 2),
        least('changed', facts.changed, 1),
        yes('handbook', facts.hasHandbook),
      ];
  }
}

const isMet = ({ has, needs, isCeiling }: Criterion): boolean => (isCeiling ? has <= needs : has >= needs);

const STEPS = [2, 3, 4, 5] as const;

/** The highest level whose criteria hold with those of all below. Null: too few check-ins to say. */
export function levelOf(facts: MaturityFacts): Level | null {
  if (facts.checkIns < CHECK_INS_NEEDED) return null;
  const failed = STEPS.find((level) => !criteriaOf(level, facts).every(isMet));
  if (failed === undefined) return 5;
  return failed === 2 ? 1 : (STEPS[STEPS.indexOf(failed) - 1] ?? 1);
}

/** What is missing for the level above, the nearest first. Empty at the top. */
export function missingFor(level: Level, facts: MaturityFacts): readonly Criterion[] {
  const next = STEPS.find((one) => one === level + 1);
  if (next === undefined) return [];
  return criteriaOf(next, facts)
    .filter((one) => !isMet(one))
    .toSorted((a, b) => progressOf(b) - progressOf(a));
}

/** How much of the way is behind, 0 to 1. */
function progressOf({ has, needs, isCeiling }: Criterion): number {
  if (!isCeiling) return needs === 0 ? 1 : Math.min(1, has / needs);
  if (has <= needs) return 1;
  // Nothing is known, or nothing of it may be there: one step, however long.
  return Number.isFinite(has) ? needs / has : 0;
}
