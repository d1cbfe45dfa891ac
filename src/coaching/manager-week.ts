import { localDate } from '../calendar/local-date.ts';
import { isoWeekOf, workingDaysBetween } from '../calendar/working-days.ts';
import type { Account, ManagerEvent } from './account.ts';
import { startWith } from './begin.ts';
import type { Carry } from './carry.ts';
import { weekQuestion } from './manager-begin.ts';
import { askedWeek, turnOf, weekState } from './manager-topics.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member } from './member.ts';
import type { NudgeLimits } from './nudge-rules.ts';
import { lastSaid } from './nudge-state.ts';
import { hasHadEnough } from './nudges.ts';
import { isAnsweredFor } from './week-facts.ts';

/** So many in a row without a word, and it rests until they do something. */
const UNANSWERED_MOST = 2;

/** Whoever wrote something this week needs no question to do so. */
const IN_WORDS: ReadonlySet<ManagerEvent['kind']> = new Set(['replied', 'set_focus', 'talked', 'answered_question']);

/** One question a week to the one who answers for an account; where they answer for several, about each in turn. */
export const managerWeekDue: Carry = (coaching, member, { occurrence: { subject, date }, accounts }, moment) => {
  const nothing = { member, parts: [] };
  const theirs = accounts.filter((account) => account.manager === member.id && isAnsweredFor(account));
  const account = theirs.find(({ id }) => id === subject);
  const today = localDate(moment.at, member.zone);
  const turn = turnOf(
    theirs.map(({ id }) => id),
    date,
  );
  if (!account || turn.account !== account.id || !isWelcome(member, theirs, today)) return nothing;
  const { nudges } = coaching;
  const { nudges: states, suggestions: wanted } = member;
  const hasEnough = hasHadEnough({ nudges, to: 'manager', states, wanted, today: { date: today } });
  if (hasEnough || isNew(member, nudges.limits, today) || hasWritten(account, today)) return nothing;
  const asked = askedWeek(member, today, isThere(member, theirs));
  return startWith(coaching, asked, weekQuestion({ account, member }, turn.topic), moment);
};

/** Nothing else is open, and the last questions did not all stay without a word. */
const isWelcome = (member: Member, theirs: readonly Account[], today: string): boolean =>
  member.session === null &&
  !member.parked.some(({ flow }) => flow === 'manager-week') &&
  calendarFor(member).isWorkingDay(today) &&
  (isThere(member, theirs) || weekState(member).times < UNANSWERED_MOST);

/** They have done something since they were asked, for any of their accounts. */
function isThere(member: Member, theirs: readonly Account[]): boolean {
  const asked = lastSaid(weekState(member));
  return (
    asked === null || !weekState(member).isOpen || theirs.some(({ events }) => events.some(({ on }) => on >= asked))
  );
}

const isNew = (member: Member, { firstDays }: NudgeLimits, today: string): boolean => {
  const began = member.greetedOn ?? member.welcomedOn;
  return began === null || workingDaysBetween(calendarFor(member), began, today) + 1 <= firstDays;
};

const hasWritten = ({ events }: Account, today: string): boolean =>
  events.some(({ kind, on }) => IN_WORDS.has(kind) && isoWeekOf(on) === isoWeekOf(today));
