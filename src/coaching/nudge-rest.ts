import type { Calendar } from '../calendar/calendar.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { NudgeLimits, NudgeRule } from './nudge-rules.ts';
import { lastSaid, type NudgeState } from './nudge-state.ts';
import type { Fitting } from './nudge-words.ts';

/** `isFirstDays`: the person has only just begun. */
export type Today = { readonly date: string; readonly calendar: Calendar; readonly isFirstDays: boolean };
export type Known = { readonly rule: NudgeRule; readonly state: NudgeState };
export type Around = { readonly limits: NudgeLimits; readonly today: Today };

const since = ({ date, calendar }: Today, from: string): number => workingDaysBetween(calendar, from, date);

/** What became of the last saying: pressed on or not, still so or over. */
export function settled(
  state: NudgeState,
  over: { readonly isOver: boolean; readonly holds: boolean },
  { limits, today }: Around,
): NudgeState {
  const last = lastSaid(state);
  const wasIgnored = state.isOpen && last !== null && since(today, last) >= limits.ignored.counts;
  const counted = wasIgnored ? { ...state, isOpen: false, ignored: state.ignored + 1 } : state;
  const begun = over.isOver ? { ...counted, isOpen: false, times: 0, ignored: 0 } : counted;
  return over.holds ? begun : { ...begun, waitingSince: null, againOn: null };
}

/** Too soon after the last time, or said often enough. What was put off comes again on its day. */
export function isResting({ rule, state }: Known, { limits, today }: Around): boolean {
  const last = lastSaid(state);
  if (last === null) return false;
  if (state.againOn !== null) return today.date < state.againOn;
  const cooldown = cooldownOf({ rule, state }, limits);
  return cooldown === null || since(today, last) < cooldown;
}

function cooldownOf({ rule, state }: Known, { ignored }: NudgeLimits): number | null {
  const isSpent = rule.max !== undefined && state.times >= rule.max.times;
  const days = isSpent ? (rule.max?.thenEvery ?? null) : rule.cooldown;
  const factor = 2 ** Math.floor(state.ignored / ignored.times);
  return days === null ? null : days * Math.min(factor, ignored.most);
}

/** It waited for its turn too long to be news. */
export function hasExpired({ rule, state }: Known, { limits, today }: Around): boolean {
  if (state.waitingSince === null) return false;
  const waited = since(today, state.waitingSince);
  return waited > limits.waits && waited <= limits.waits + rule.cooldown;
}

/** Something else went first. */
export function waiting(known: Known, around: Around): NudgeState {
  const { rule, state } = known;
  if (state.waitingSince === null) return { ...state, waitingSince: around.today.date };
  if (hasExpired(known, around)) return { ...state, againOn: null };
  const isAnew = since(around.today, state.waitingSince) > around.limits.waits + rule.cooldown;
  return isAnew ? { ...state, waitingSince: around.today.date } : state;
}

/** It is said today, in other words than the last time. */
export function saidToday({ rule, state }: Known, fitting: Fitting, { date }: Today): NudgeState {
  const isAgain = state.againOn !== null;
  return {
    ...state,
    said: [...state.said, date].slice(-SAID_KEPT),
    times: isAgain ? state.times : state.times + 1,
    isOpen: true,
    againOn: null,
    wasPutOff: isAgain,
    waitingSince: null,
    wording: ((state.wording ?? 0) % rule.wordings) + 1,
    variant: fitting.variant,
    values: { ...fitting.values },
  };
}

/** More than these are never said of one thing within a week. */
const SAID_KEPT = 5;
