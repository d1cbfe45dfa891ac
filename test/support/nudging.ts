import { MONDAY_TO_FRIDAY } from '../../src/calendar/calendar.ts';
import { nextWorkingDay, previousWorkingDay } from '../../src/calendar/working-days.ts';
import type { NudgeRule } from '../../src/coaching/nudge-rules.ts';
import type { NudgeStates } from '../../src/coaching/nudge-state.ts';
import { pickNudge, type NudgeCase } from '../../src/coaching/nudges.ts';
import { readContent } from '../../src/content.ts';

export const { nudges, catalogs } = await readContent(new URL('../../', import.meta.url));

/** A Wednesday, far from any holiday. */
export const TODAY = '2026-11-18';
/** So many working days from today; negative goes back. */
export const wd = (days: number): string => {
  const step = days < 0 ? previousWorkingDay : nextWorkingDay;
  return Array.from({ length: Math.abs(days) }).reduce<string>((date) => step(MONDAY_TO_FRIDAY, date), TODAY);
};

export const ruleOf = (id: string): NudgeRule => {
  const rule = nudges.rules.find((one) => one.id === id);
  if (!rule) throw new Error(`${id} is no rule`);
  return rule;
};

type Facts = NudgeCase['facts'];

export type Row = {
  readonly id: string;
  readonly fires: Facts;
  /** What of it is just not enough. */
  readonly below: Facts;
  /** What of it ends it, where that is said. */
  readonly stops?: Facts;
  readonly variant?: string;
};

type On = {
  readonly date?: string;
  readonly states?: NudgeStates;
  readonly isFirstDays?: boolean;
  readonly ids?: string[];
};

/** What is picked when these rules are all there is to know about, with these facts. */
export function picked(rules: readonly NudgeRule[], facts: Facts, on: On = {}) {
  const { date = TODAY, states = {}, isFirstDays = false, ids = [] } = on;
  return pickNudge({
    nudges,
    to: rules[0]?.to ?? 'operator',
    cases: rules.map((rule) => ({ rule, ids, facts })),
    states,
    wanted: 'usual',
    today: { date, calendar: MONDAY_TO_FRIDAY, isFirstDays },
  });
}
