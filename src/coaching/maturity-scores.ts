import type { MaturityFacts } from './maturity-facts.ts';
import type { Element } from './position.ts';

/** The sides of an operation. Team and alignment depend on the manager. */
export const SIDES = ['positioning', 'audience', 'plan', 'data', 'team', 'alignment'] as const;
export type Side = (typeof SIDES)[number];

const OF_POSITIONING: readonly Element[] = ['audience', 'purpose', 'pillars', 'difference', 'goals'];
const GRADES = { sharp: 1, partial: 0.6, vague: 0.3 } as const;
/** What has not been looked at for longer than a quarter counts half. */
const STALE = 0.5;

/** How far each side is, 0 to 100: the mean of what the levels ask of it, each up to what they need. */
export function scoresOf(facts: MaturityFacts, isFresh: (on: string) => boolean): Readonly<Record<Side, number>> {
  const elements = OF_POSITIONING.map((element) => {
    const done = facts.done[element];
    return done ? GRADES[done.grade] * (isFresh(done.on) ? 1 : STALE) : 0;
  });
  return {
    positioning: percentOf(elements),
    audience: percentOf([
      part(facts.learned, 0.4),
      part(facts.research, 2),
      part(facts.community, 4),
      part(facts.asked, 0.6),
    ]),
    plan: percentOf([
      part(facts.submittedShare, 0.6),
      part(facts.plansClear, 0.5),
      part(facts.planned, 5),
      under(facts.promoRatio, 0.4),
    ]),
    data: percentOf([part(facts.weekNumbers, 0.8), part(facts.reviews, 3), part(facts.experiments, 1)]),
    team: percentOf([part(facts.rolesCovered, 4), part(facts.asksAnswered, 0.8), part(facts.departments, 2)]),
    alignment: percentOf([part(facts.alignment, 75)]),
  };
}

const part = (has: number | null, needs: number): number => Math.min(1, (has ?? 0) / needs);

const under = (has: number | null, needs: number): number => {
  if (has === null) return 0;
  return has <= needs ? 1 : needs / has;
};

const percentOf = (parts: readonly number[]): number =>
  Math.round((100 * parts.reduce((sum, one) => sum + one, 0)) / parts.length);
