import { plusDays } from '../calendar/local-date.ts';
import { isTrue } from '../flow/expression.ts';
import { WEEK_QUESTION } from './manager-topics.ts';
import type { Member } from './member.ts';
import { hasExpired, isResting, saidToday, settled, waiting, type Around, type Today } from './nudge-rest.ts';
import type { NudgeRule, Nudges } from './nudge-rules.ts';
import { lastSaid, NEVER_SAID, ruleOf, stateKey, type NudgeState, type NudgeStates } from './nudge-state.ts';
import { fittingOf, scopeOf, type Facts, type Fitting } from './nudge-words.ts';

/** A rule and what it is about: nothing in particular, or one blocker, ask or account, with what is known of that. */
export type NudgeCase = { readonly rule: NudgeRule; readonly ids: readonly string[]; readonly facts: Facts };

type Asked = {
  readonly nudges: Nudges;
  /** Whose day it is: a person has one role at a time, and its own limits. */
  readonly to: NudgeRule['to'];
  readonly cases: readonly NudgeCase[];
  readonly states: NudgeStates;
  readonly today: Today;
  /** How many they want at all. */
  readonly wanted: Member['suggestions'];
};

/** `state`: as it is once this is said. */
export type Chosen = NudgeCase & { readonly state: NudgeState };

/**
 * The one thing that is worth saying today, and what is known of each rule once it is said: the most pressing, and
 * among equals what was not said for longest. Nothing while it rests or was turned off, and nothing when the day or
 * the week has had enough. What has to wait does not wait for ever.
 */
export function pickNudge(asked: Asked): { readonly pick: Chosen | null; readonly states: NudgeStates } {
  const { cases, states, today, nudges } = asked;
  const around: Around = { limits: nudges.limits, today };
  const all = cases.map((one) => weighed(one, states, around));
  const able = all.filter(({ isAble }) => isAble);
  const fresh = able.filter((one) => !hasExpired(one, around));
  const [first] = hasHadEnough(asked) ? [] : fresh.toSorted(byUrgency);
  const pick = first?.fitting ? { ...first, state: saidToday(first, first.fitting, today) } : null;
  const after = all.map((one): [string, NudgeState] => {
    const state = one === first && pick ? pick.state : one.isAble ? waiting(one, around) : one.state;
    return [stateKey(one.rule.id, one.ids), state];
  });
  return { pick, states: { ...states, ...Object.fromEntries(after.filter(([, state]) => state !== NEVER_SAID)) } };
}

type Weighed = Chosen & { readonly fitting: Fitting | null; readonly isAble: boolean };

function weighed(one: NudgeCase, states: NudgeStates, around: Around): Weighed {
  const { rule, ids, facts } = one;
  const { date, isFirstDays } = around.today;
  const isOver = rule.stop !== undefined && isTrue(rule.stop, scopeOf(facts));
  const fitting = isTrue(rule.if, scopeOf(facts)) && !isOver ? fittingOf(rule, facts) : null;
  const before = states[stateKey(rule.id, ids)] ?? NEVER_SAID;
  const state = before === NEVER_SAID ? before : settled(before, { isOver, holds: fitting !== null }, around);
  const isOff = (states[rule.id]?.offUntil ?? '') > date;
  const isAble =
    fitting !== null && !isOff && (!isFirstDays || isOnboarding(rule)) && !isResting({ rule, state }, around);
  return { ...one, state, fitting, isAble };
}

const isOnboarding = ({ id }: NudgeRule): boolean => id.startsWith('O');

const byUrgency = (one: Weighed, other: Weighed): number =>
  one.rule.priority - other.rule.priority ||
  Number(other.state.againOn !== null) - Number(one.state.againOn !== null) ||
  (lastSaid(one.state) ?? '').localeCompare(lastSaid(other.state) ?? '');

const WEEK = 7;

type Had = Pick<Asked, 'nudges' | 'to' | 'states' | 'wanted'> & { readonly today: Pick<Today, 'date'> };

/** Whether the day, or the last seven days, have had as many as they may have. A manager's question of the week counts. */
export function hasHadEnough({ nudges: { limits, rules }, to, states, wanted, today: { date } }: Had): boolean {
  if (wanted === 'none') return true;
  const ofManagers = to === 'manager' ? [WEEK_QUESTION] : [];
  const theirs = new Set([...rules.filter((rule) => rule.to === to).map(({ id }) => id), ...ofManagers]);
  const known = Object.entries(states).filter(([key]) => theirs.has(ruleOf(key)));
  const said = known.flatMap(([, state]) => state.said);
  const turnedDown = known.filter(
    ([, { fewerOn }]) => fewerOn !== null && fewerOn > plusDays(date, -limits.fewer.days),
  );
  const { perDay, perWeek } = limits[to];
  const wantsFewer = wanted === 'fewer' || turnedDown.length >= limits.fewer.rules;
  const most = wantsFewer ? Math.min(limits.fewer.perWeek, perWeek) : perWeek;
  const inWeek = said.filter((day) => day > plusDays(date, -WEEK));
  return said.filter((day) => day === date).length >= perDay || inWeek.length >= most;
}
