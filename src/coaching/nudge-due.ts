import { localDate, localTime } from '../calendar/local-date.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { Account } from './account.ts';
import type { Carry } from './carry.ts';
import type { Consequence } from './consequence.ts';
import type { Decision } from './decision.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member } from './member.ts';
import { missedAfter } from './missed.ts';
import { cardsOf } from './nudge-cards.ts';
import { managerCases, operatorCases } from './nudge-cases.ts';
import type { Day } from './nudge-facts.ts';
import { nudgeParts } from './nudge-message.ts';
import { monthLines } from './nudge-month.ts';
import { keptStates, ruleOf, stateKey } from './nudge-state.ts';
import { pickNudge, type NudgeCase, type Chosen } from './nudges.ts';

/** At most one small reminder, to an operator or to a manager. Most days have none. */
export const nudgeDue: Carry = (coaching, member, { occurrence, accounts }, moment) => {
  const day: Day = { today: localDate(moment.at, member.zone), calendar: calendarFor(member) };
  const { nudges } = coaching;
  const isManager = occurrence.routine === 'manager-nudge';
  const counted = isManager ? member : { ...member, missed: missedAfter(member, day) };
  const time = localTime(moment.at, member.zone);
  const { from, until } = nudges.limits.hours;
  if (!day.calendar.isWorkingDay(day.today) || time < from || time >= until) return { member: counted, parts: [] };
  const own = accounts.find(({ id }) => id === member.account) ?? null;
  const cases: NudgeCase[] = isManager
    ? managerCases(nudges, { manager: member, accounts }, day)
    : operatorCases(nudges, { member: counted, account: own }, day);
  const began = isManager ? (member.greetedOn ?? member.welcomedOn) : member.welcomedOn;
  const isFirstDays =
    began === null || workingDaysBetween(day.calendar, began, day.today) + 1 <= nudges.limits.firstDays;
  const today = { date: day.today, calendar: day.calendar, isFirstDays };
  const to = isManager ? 'manager' : 'operator';
  const { pick, states } = pickNudge({
    nudges,
    to,
    cases,
    states: member.nudges,
    wanted: member.suggestions,
    today,
  });
  const ofAnotherRole = new Set(nudges.rules.filter((rule) => rule.to !== to).map(({ id }) => id));
  const current = [
    ...cases.map(({ rule, ids }) => stateKey(rule.id, ids)),
    ...Object.keys(states).filter((key) => ofAnotherRole.has(ruleOf(key))),
  ];
  const after = { ...counted, nudges: keptStates(states, current, day.today) };
  if (!pick) return { member: after, parts: [] };
  const account = isManager ? (accounts.find(({ id }) => id === pick.ids[0]) ?? null) : own;
  return saidTo(after, { pick, account }, day);
};

type Said = { readonly pick: Chosen; readonly account: Account | null };

function saidTo(member: Member, { pick, account }: Said, day: Day): Decision {
  const { rule } = pick;
  const parts = nudgeParts(pick, {
    account: account?.id ?? null,
    cards: cardsOf(pick, account, day),
    lines: rule.note ? monthLines(member) : [],
  });
  if (rule.pauses) return { member: { ...member, missed: null, paused: { since: day.today, why: 'quiet' } }, parts };
  return rule.told && account ? { member, parts, then: told(account, member.id) } : { member, parts };
}

/** The operator sees that their manager was asked. */
const told = ({ name, operators }: Account, manager: string): Consequence[] =>
  operators
    .filter((operator) => operator !== manager)
    .map((operator) => ({ kind: 'tell', member: operator, news: { kind: 'talk-proposed', name } }));
