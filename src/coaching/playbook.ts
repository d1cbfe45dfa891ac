import { z } from 'zod';

import type { Calendar } from '../calendar/calendar.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { isTrue, type Scope } from '../flow/expression.ts';
import { Expression, Name } from '../flow/flow.ts';
import type { JsonValue } from '../flow/session.ts';
import type { Text, TextValue } from '../flow/text.ts';
import { Blank, filled } from './blank.ts';
import type { ActionState } from './member.ts';
import { isPicked } from './picked.ts';
import type { Suggestion } from './post.ts';
import { ROLES } from './roles.ts';

/** When an action is worth suggesting: `why` says so at `why.<why>`, with these values in its blanks. */
const Trigger = z.strictObject({
  if: Expression,
  strength: z.int().min(1).max(100),
  why: Name,
  values: z.record(Name, Blank).default({}),
});

const Action = z.strictObject({
  id: z.string().regex(/^A\d\d$/),
  group: Name,
  minutes: z.int().min(5).max(120),
  /** Particular to this role of a team: not for whoever does without it. */
  role: z.enum(ROLES).exactOptional(),
  /** Worth doing on any day, also when nothing calls for it. */
  always: z.boolean().default(false),
  triggers: z.array(Trigger).default([]),
});
type Action = z.infer<typeof Action>;

/** `flows/playbook.json` */
export const Playbook = z.strictObject({
  /** The kinds of action, each with the activities of the check-in that count as having done some. */
  groups: z.record(Name, z.array(Name).min(1)),
  shortMinutes: z.int(),
  groupRestsAfter: z.int(),
  quietAfterDone: z.int(),
  quietAfterDismissals: z.strictObject({ times: z.int(), workingDays: z.int() }),
  actions: z.array(Action).min(1),
});
export type Playbook = z.infer<typeof Playbook>;

/** The date, and which days count as working days. */
export type Day = { readonly today: string; readonly calendar: Calendar };

type Facts = Readonly<Record<string, JsonValue>>;
type States = Readonly<Record<string, ActionState>>;
type Candidate = { readonly action: Action; readonly strength: number; readonly why: Text | null };

/**
 * At most three things to do today: what the facts call for most, something short, and something of a kind that has
 * rested. The same member on the same day gets the same ones until something changes.
 */
export function suggest(playbook: Playbook, facts: Facts, states: States, day: Day): Suggestion[] {
  const { today } = day;
  const candidates = playbook.actions
    .filter(({ id, role }) => !isQuiet(playbook, states[id], day) && !isDropped(role, facts))
    .map((action) => toCandidate(action, facts))
    .filter(({ action, why }) => why !== null || action.always)
    .sort((a, b) => b.strength - a.strength || turnOf(states[a.action.id], today) - turnOf(states[b.action.id], today));
  const strongest = candidates.find(({ why }) => why !== null);
  const short = candidates.find((one) => one !== strongest && one.action.minutes <= playbook.shortMinutes);
  const taken = new Set([strongest, short].map((one) => one?.action.group));
  const rested = candidates.find(
    ({ action: { group } }) => !taken.has(group) && hasRested(playbook, group, { facts, states, day }),
  );
  return [
    ...(strongest ? [toSuggestion(strongest, null)] : []),
    ...(short ? [toSuggestion(short, { key: 'why.short', values: { minutes: short.action.minutes } })] : []),
    ...(rested ? [toSuggestion(rested, restedWhy(playbook, rested.action.group, facts))] : []),
  ];
}

function isQuiet(
  { quietAfterDone, quietAfterDismissals }: Playbook,
  state: ActionState | undefined,
  { today, calendar }: Day,
): boolean {
  if (!state) return false;
  const isWithin = (date: string | null, days: number) =>
    date !== null && workingDaysBetween(calendar, date, today) < days;
  const { times, workingDays } = quietAfterDismissals;
  return (
    isPicked(state, today) ||
    isWithin(state.doneOn, quietAfterDone) ||
    state.dismissedOn === today ||
    (state.dismissals >= times && isWithin(state.dismissedOn, workingDays))
  );
}

function isDropped(role: Action['role'], facts: Facts): boolean {
  const dropped = facts['roles_dropped'];
  return role !== undefined && Array.isArray(dropped) && dropped.includes(role);
}

/** The action with the strongest of its triggers that is true; `why` is null when none is. */
function toCandidate(action: Action, facts: Facts): Candidate {
  const scope: Scope = { answers: {}, facts, computed: {} };
  const fired = action.triggers.filter((trigger) => isTrue(trigger.if, scope));
  const [strongest] = fired.sort((a, b) => b.strength - a.strength);
  if (!strongest) return { action, strength: 0, why: null };
  const values = Object.entries(strongest.values).map(([name, blank]): [string, TextValue] => [
    name,
    filled(blank, scope) ?? '',
  ]);
  return {
    action,
    strength: strongest.strength,
    why: { key: `why.${strongest.why}`, values: Object.fromEntries(values) },
  };
}

/** Among equals: what was said today already, then what was never said, then what was said longest ago. */
function turnOf(state: ActionState | undefined, today: string): number {
  if (!state?.shownOn) return 0;
  return state.shownOn === today ? -1 : Number(state.shownOn.replaceAll('-', ''));
}

type Known = { readonly facts: Facts; readonly states: States; readonly day: Day };

/** Nothing of this kind was reported or done lately, as far as is known. */
function hasRested(playbook: Playbook, group: string, { facts, states, day }: Known): boolean {
  const { today, calendar } = day;
  const { groupRestsAfter } = playbook;
  const isReported = (playbook.groups[group] ?? []).some(
    (activity) => numberAt(facts, `n_${activity}`) > 0 && numberAt(facts, `wd_since_${activity}`) < groupRestsAfter,
  );
  const isDone = playbook.actions
    .filter((action) => action.group === group)
    .map(({ id }) => states[id]?.doneOn ?? null)
    .some((doneOn) => doneOn !== null && workingDaysBetween(calendar, doneOn, today) < groupRestsAfter);
  return !isReported && !isDone;
}

const numberAt = (facts: Facts, name: string): number => {
  const value = facts[name];
  return typeof value === 'number' ? value : 0;
};

function restedWhy({ groupRestsAfter }: Playbook, group: string, facts: Facts): Text {
  const name: Text = { key: `group.${group}` };
  return numberAt(facts, 'wd_known') < groupRestsAfter
    ? { key: 'why.group_new', values: { group: name } }
    : { key: 'why.group_rested', values: { group: name, days: groupRestsAfter } };
}

const toSuggestion = ({ action: { id, minutes }, why }: Candidate, otherwise: Text | null): Suggestion => ({
  id,
  title: { key: `action.${id}.title` },
  why: why ?? otherwise ?? { key: 'why.short', values: { minutes } },
  signal: { key: `action.${id}.signal` },
  minutes,
});
