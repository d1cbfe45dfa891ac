import { z } from 'zod';

import type { Level } from './maturity.ts';

export const LevelId = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

/** Where an operation stands by its weekly evaluations: with its operator, who alone may pass it on. */
export const Maturity = z.strictObject({
  /** Null: nothing was held for two weeks yet. */
  level: LevelId.nullable(),
  /** The last ones, oldest first. */
  evaluated: z.array(z.strictObject({ week: z.string(), level: LevelId })),
  /** Whether the manager sees the level in the monthly digest. */
  isShared: z.boolean(),
});
export type Maturity = z.infer<typeof Maturity>;

export const UNKNOWN: Maturity = { level: null, evaluated: [], isShared: false };

const KEPT = 6;

/**
 * The level after this week's evaluation. It takes two in a row to go up, and two in a row that fail to go down; a week
 * that is evaluated again counts once. A week with too little to say (null) is left out.
 */
export function evaluated(before: Maturity, week: string, level: Level | null): Maturity {
  if (level === null) return before;
  const others = before.evaluated.filter((one) => one.week !== week);
  const all = [...others, { week, level }].slice(-KEPT);
  const last = all.at(-2)?.level;
  if (last === undefined) return { ...before, evaluated: all };
  const held = last < level ? last : level;
  const best = last > level ? last : level;
  return { ...before, evaluated: all, level: levelAfter(before.level, { held, best }) };
}

/** `held`: reached by both of the last evaluations; `best`: by one of them. */
function levelAfter(level: Level | null, { held, best }: { readonly held: Level; readonly best: Level }): Level {
  if (level === null || held > level) return held;
  return best < level ? best : level;
}
