import { localDate } from '../calendar/local-date.ts';
import { firstWorkingDayOfWeek, isoWeekOf } from '../calendar/working-days.ts';
import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import type { Carry } from './carry.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { digestAt } from './digest-at.ts';
import { digestOf, titleOf, waitingOf } from './digest.ts';
import { mondayOfWeek, plusWeeks } from './iso-week.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member } from './member.ts';
import type { Part } from './post.ts';
import { toSubject } from './subject.ts';
import { isAnsweredFor } from './week-facts.ts';

/** Further back a week of rest is not looked over. */
const WEEKS_BACK = 4;

/** Last week of an account, for the one who answers for it; short and honest where nobody passed it on. */
export const digestDue: Carry = (coaching, member, { occurrence: { subject, date }, accounts }, moment) => {
  const account = accounts.find(({ id }) => id === subject) ?? null;
  if (account?.manager !== member.id) {
    return { member: { ...member, manages: member.manages.filter((id) => id !== subject) }, parts: [] };
  }
  const week = weekBefore(member, date);
  if (!isAnsweredFor(account) || isOut(account, week)) return { member, parts: [] };
  return isPassedOn(account, week)
    ? whole(coaching, member, { account, week }, moment)
    : notPassedOn(member, { account, week }, moment);
};

type OfWeek = { readonly account: Account; readonly week: string };

/** The week that an operator passed on after its digest had gone out. */
export function lateDigest(coaching: Coaching, member: Member, { account, week }: OfWeek, moment: Moment): Decision {
  const isTheirs = account.manager === member.id && isAnsweredFor(account);
  if (!isTheirs || isOut(account, week) || !isPassedOn(account, week) || isToCome(member, week, moment)) {
    return { member, parts: [] };
  }
  const decision = whole(coaching, member, { account, week }, moment);
  return { ...decision, parts: [{ kind: 'text', text: { key: 'digest.late' } }, ...decision.parts] };
}

/** The last week before this one in which there was work: after a holiday that is not the calendar's last. */
function weekBefore(member: Member, date: string): string {
  const calendar = calendarFor(member);
  const weeks = Array.from({ length: WEEKS_BACK }, (_, i) => plusWeeks(isoWeekOf(date), -i - 1));
  return (
    weeks.find((week) => firstWorkingDayOfWeek(calendar, mondayOfWeek(week)) !== null) ?? plusWeeks(isoWeekOf(date), -1)
  );
}

const isOut = ({ digests }: Account, week: string): boolean =>
  digests.some((digest) => digest.week === week && digest.whole);

/** An operator sent it, or lets their weeks go by themselves and did not skip this one. */
function isPassedOn({ weeks, sendsByItself }: Account, week: string): boolean {
  const entries = weeks.filter((entry) => entry.week === week);
  return entries.some(({ status }) => status === 'sent') || (sendsByItself && entries.length === 0);
}

/** Its own time has yet to come, where this manager is. */
const isToCome = (member: Member, week: string, { at }: Moment): boolean => digestAt(member, week) > at;

function whole(coaching: Coaching, member: Member, { account, week }: OfWeek, { at }: Moment): Decision {
  const today = localDate(at, member.zone);
  const say = (text: Text): string => coaching.translate(member.locale, text);
  return noted(
    member,
    { account, week, today },
    { parts: digestOf(account, { week, today, calendar: calendarFor(member), say }), isWhole: true },
  );
}

/** Skipped and forgotten look the same. What waits for the manager waits all the same. */
function notPassedOn(member: Member, { account, week }: OfWeek, { at }: Moment): Decision {
  const today = localDate(at, member.zone);
  const parts: Part[] = [
    {
      kind: 'block',
      heading: titleOf(account, week),
      lines: [{ key: 'digest.not-passed-on' }, { key: 'digest.question' }],
      small: [],
      presses: [{ name: 'reply', subject: toSubject(account.id, week), text: { key: 'digest.press.ask' }, main: true }],
    },
    ...waitingOf(account, { week, today, calendar: calendarFor(member) }),
  ];
  return noted(member, { account, week, today }, { parts, isWhole: false });
}

type Sent = { readonly parts: readonly Part[]; readonly isWhole: boolean };

const noted = (
  member: Member,
  { account, week, today }: OfWeek & { readonly today: string },
  { parts, isWhole }: Sent,
): Decision => ({
  member,
  parts,
  then: [{ kind: 'change', account: account.id, change: { kind: 'digest', week, on: today, whole: isWhole } }],
});
