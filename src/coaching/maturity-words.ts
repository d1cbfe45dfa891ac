import type { Text } from '../flow/text.ts';
import { SIDES } from './maturity-scores.ts';
import type { Standing } from './maturity-standing.ts';
import { CHECK_INS_NEEDED, type Criterion, type Level } from './maturity.ts';
import { percent } from './mix.ts';

/** Of these criteria the figures are shares. */
const SHARES: ReadonlySet<string> = new Set([
  'check-ins',
  'plans-clear',
  'promo',
  'self',
  'learned',
  'asked-30',
  'asked-60',
  'week-numbers',
  'asks-answered',
]);
const CELLS = 5;

export const levelText = (level: Level): Text => ({ key: `maturity.level.${level}` });

/** What is asked for, and how far it is: `has` is absent where nothing is known yet. */
export function criterionText({ id, has, needs }: Criterion): Text {
  const figure = (value: number): number => (SHARES.has(id) ? percent(value) : Math.round(value * 10) / 10);
  const isKnown = Number.isFinite(has);
  return {
    key: `maturity.criterion.${id}`,
    values: { known: isKnown ? 'yes' : 'no', has: isKnown ? figure(has) : 0, needs: figure(needs) },
  };
}

/** The level in a line, or why there is none. */
export function standingText({ facts, level, isHeld }: Standing): Text {
  if (level === null) {
    return { key: 'maturity.too-little', values: { count: facts.checkIns, needs: CHECK_INS_NEEDED } };
  }
  return { key: 'maturity.stands', values: { level: levelText(level), held: isHeld ? 'yes' : 'no' } };
}

/** What leads to the next level, as one step. Null at the top, and where there is no level yet. */
export const stepText = ({ level }: Standing): Text | null =>
  level === null || level === 5 ? null : { key: `maturity.step.${level}`, values: { next: levelText(nextOf(level)) } };

const nextOf = (level: Exclude<Level, 5>): Level => ([2, 3, 4, 5] as const)[level - 1] ?? 5;

/** Each side with a bar: in figures too, for those who hear it read. */
export const sideTexts = ({ scores }: Standing): Text[] =>
  SIDES.map((side) => {
    const filled = Math.round((scores[side] / 100) * CELLS);
    const bar = '▰'.repeat(filled) + '▱'.repeat(CELLS - filled);
    return { key: 'maturity.side-line', values: { side: { key: `maturity.side.${side}` }, bar, score: scores[side] } };
  });
