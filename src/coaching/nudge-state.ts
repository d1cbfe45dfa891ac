import { z } from 'zod';

import { plusDays } from '../calendar/local-date.ts';
import { TextValue } from '../flow/text.ts';

const LocalDate = z.iso.date();

/** What happened to one rule of flows/nudges.json, for one member (and, where it is about one thing, that thing). */
export const NudgeState = z.strictObject({
  /** When it was said, the latest last: as many as a week may have. */
  said: z.array(LocalDate),
  /** How often it was said since it last stopped being so. */
  times: z.int(),
  /** How often in a row nobody pressed anything on it. */
  ignored: z.int(),
  /** Said, and nobody pressed anything on it yet. */
  isOpen: z.boolean(),
  notUseful: z.int(),
  /** The saying that was found not useful, by its day. */
  notUsefulOn: LocalDate.nullable(),
  /** Silent until this day. */
  offUntil: LocalDate.nullable(),
  /** When they asked for fewer of these. */
  fewerOn: LocalDate.nullable(),
  /** Put off: said again from this day on, if it is still so. */
  againOn: LocalDate.nullable(),
  /** The last saying was one that had been put off. */
  wasPutOff: z.boolean(),
  /** True since this day, while something else went first. */
  waitingSince: LocalDate.nullable(),
  /** Which of its wordings was said last, and what was in its blanks. */
  wording: z.int().nullable(),
  variant: z.string().nullable(),
  values: z.record(z.string(), TextValue),
});
export type NudgeState = z.infer<typeof NudgeState>;
export type NudgeStates = Readonly<Record<string, NudgeState>>;

export const NEVER_SAID: NudgeState = {
  said: [],
  times: 0,
  ignored: 0,
  isOpen: false,
  notUseful: 0,
  notUsefulOn: null,
  offUntil: null,
  fewerOn: null,
  againOn: null,
  wasPutOff: false,
  waitingSince: null,
  wording: null,
  variant: null,
  values: {},
};

export const lastSaid = ({ said }: NudgeState): string | null => said.at(-1) ?? null;

/** The key of a state: `N01`, or, of a rule for each blocker, ask or account, `N04:<its ids>`. */
export const stateKey = (rule: string, ids: readonly string[]): string => [rule, ...ids].join(':');

/** The rule that a state is of. */
export const ruleOf = (key: string): string => key.split(':')[0] ?? key;

const SUBJECTS_KEPT = 60;
const FORGOTTEN_AFTER_DAYS = 10;

/** The states without those that say nothing, and those of blockers and asks that are over; never more than so many. */
export function keptStates(states: NudgeStates, current: readonly string[], today: string): Record<string, NudgeState> {
  const isRecent = (state: NudgeState): boolean => (lastSaid(state) ?? '') > plusDays(today, -FORGOTTEN_AFTER_DAYS);
  const known = Object.entries(states).filter(([, state]) => !isBlank(state));
  const rules = known.filter(([key]) => ruleOf(key) === key);
  const subjects = known
    .filter(([key, state]) => ruleOf(key) !== key && (current.includes(key) || isRecent(state)))
    .toSorted(([, one], [, other]) => (lastSaid(one) ?? '').localeCompare(lastSaid(other) ?? ''));
  return Object.fromEntries([...rules, ...subjects.slice(-SUBJECTS_KEPT)]);
}

const isBlank = ({ said, waitingSince, notUseful, offUntil, fewerOn }: NudgeState): boolean =>
  said.length === 0 && waitingSince === null && notUseful === 0 && offUntil === null && fewerOn === null;
