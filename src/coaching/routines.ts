import { localDate, plusDays } from '../calendar/local-date.ts';
import { instantOf } from '../calendar/occurrence.ts';
import {
  firstWorkingDayOfWeek,
  lastWorkingDayOfWeek,
  mondayOf,
  nextWorkingDay,
  workingDayAfter,
} from '../calendar/working-days.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member } from './member.ts';
import type { RoutineName } from './routine-name.ts';

/** One thing that is to happen by itself: which, about what (an account), for which local date, and when. */
export type Occurrence = {
  readonly routine: RoutineName;
  readonly subject: string | null;
  readonly date: string;
  readonly at: Date;
};

/** Local times, and how long after one it is still worth doing (hours). */
export const ROUTINES = {
  reminder: '09:30',
  nudge: '10:00',
  summary: '16:30',
  digest: '09:30',
  'manager-week': '10:00',
  'manager-nudge': '10:30',
  close: '09:05',
} as const;

export const GRACE_HOURS: Readonly<Record<RoutineName, number>> = {
  'check-in': 3,
  reminder: 3,
  again: 3,
  close: Number.POSITIVE_INFINITY,
  nudge: 3,
  summary: 8,
  digest: 8,
  'manager-week': 4,
  'manager-nudge': 3,
};

/** So many weeks ahead at most is looked for a working day. */
const WEEKS_AHEAD = 60;
/** The manager's question comes on the third working day: the digest is on the first. */
const MANAGER_DAY = 3;
/** The summary looks back on the day's check-in too. */
const SUMMARY_AFTER_CHECK_IN_MINUTES = 30;

export const keyOf = ({ routine, subject }: Pick<Occurrence, 'routine' | 'subject'>): string =>
  subject === null ? routine : `${routine}:${subject}`;

/** The next occurrence of each routine of a member, done ones left out. Nothing for those who paused or can't be reached. */
export function occurrences(member: Member, expiresAfter: (flow: string) => number): Occurrence[] {
  if (member.unreachable !== null || member.paused !== null) return [];
  return [
    ...(member.welcomedOn !== null && member.account !== null ? operatorsOwn(member, member.welcomedOn) : []),
    ...againOf(member),
    ...closeOf(member, expiresAfter),
    ...managersOwn(member),
  ];
}

/** The soonest of them. */
export const soonest = (all: readonly Occurrence[]): Occurrence | null =>
  all.reduce<Occurrence | null>((first, one) => (first === null || one.at < first.at ? one : first), null);

function operatorsOwn(member: Member, since: string): Occurrence[] {
  return [
    daily(member, { routine: 'check-in', time: member.checkInAt, since }),
    ...reminderOf(member),
    daily(member, { routine: 'nudge', time: ROUTINES.nudge, since }),
    weekly(member, {
      routine: 'summary',
      subject: null,
      time: later(ROUTINES.summary, plusMinutes(member.checkInAt, SUMMARY_AFTER_CHECK_IN_MINUTES)),
      since,
      dayOf: (monday) => lastWorkingDayOfWeek(calendarAt(member), monday),
    }),
  ].flatMap((one) => one ?? []);
}

function managersOwn(member: Member): Occurrence[] {
  const since = member.greetedOn ?? member.welcomedOn;
  if (member.manages.length === 0 || since === null) return [];
  const calendar = calendarAt(member);
  const perAccount = member.manages.flatMap((subject) => [
    weekly(member, {
      routine: 'digest',
      subject,
      time: ROUTINES.digest,
      since,
      dayOf: (monday) => firstWorkingDayOfWeek(calendar, monday),
    }),
    weekly(member, {
      routine: 'manager-week',
      subject,
      time: ROUTINES['manager-week'],
      since,
      dayOf: (monday) => {
        const first = firstWorkingDayOfWeek(calendar, monday);
        const last = lastWorkingDayOfWeek(calendar, monday);
        if (first === null || last === null) return null;
        const third = workingDayAfter(calendar, first, MANAGER_DAY - 1);
        return third < last ? third : last;
      },
    }),
  ]);
  return [...perAccount, daily(member, { routine: 'manager-nudge', time: ROUTINES['manager-nudge'], since })].flatMap(
    (one) => one ?? [],
  );
}

type Daily = { readonly routine: RoutineName; readonly time: string; readonly since: string };

function daily(member: Member, { routine, time, since }: Daily): Occurrence | null {
  const date = nextWorkingDay(calendarAt(member), member.occurred[routine] ?? since);
  return { routine, subject: null, date, at: instantOf(date, time, member.zone) };
}

type Weekly = Daily & { readonly subject: string | null; readonly dayOf: (monday: string) => string | null };

function weekly(member: Member, { routine, subject, time, since, dayOf }: Weekly): Occurrence | null {
  const done = member.occurred[keyOf({ routine, subject })] ?? since;
  const monday = mondayOf(done);
  for (let week = 0; week < WEEKS_AHEAD; week += 1) {
    const date = dayOf(plusDays(monday, week * 7));
    if (date !== null && date > done) return { routine, subject, date, at: instantOf(date, time, member.zone) };
  }
  return null;
}

/** The morning after a prompt that nobody answered; never a second one. */
function reminderOf(member: Member): Occurrence[] {
  const asked = member.occurred['check-in'];
  // A day before they were here was not asked for, whatever the ledger says to begin with.
  if (asked === undefined || asked < (member.welcomedOn ?? '') || member.recent.some(({ date }) => date === asked))
    return [];
  const date = nextWorkingDay(calendarFor(member), asked);
  const isAway = member.away !== null && date >= member.away.from && date <= member.away.until;
  if (isAway || (member.occurred['reminder'] ?? '') > asked) return [];
  return [{ routine: 'reminder', subject: null, date, at: instantOf(date, ROUTINES.reminder, member.zone) }];
}

function againOf(member: Member): Occurrence[] {
  if (member.askAgainAt === null) return [];
  const at = new Date(member.askAgainAt);
  return [{ routine: 'again', subject: null, date: localDate(at, member.zone), at }];
}

/** A conversation that nobody goes on with is closed with what it has, in the working time of its member. */
function closeOf(member: Member, expiresAfter: (flow: string) => number): Occurrence[] {
  if (member.session === null || member.heardAt === null) return [];
  const heard = localDate(new Date(member.heardAt), member.zone);
  const date = workingDayAfter(calendarAt(member), heard, expiresAfter(member.session.flow) + 1);
  return [{ routine: 'close', subject: null, date, at: instantOf(date, ROUTINES.close, member.zone) }];
}

/** Days out of office are no working days for what is sent by itself. */
function calendarAt(member: Member): ReturnType<typeof calendarFor> {
  const calendar = calendarFor(member);
  const { away } = member;
  if (away === null) return calendar;
  return { isWorkingDay: (date) => (date < away.from || date > away.until) && calendar.isWorkingDay(date) };
}

const later = (one: string, other: string): string => (one > other ? one : other);

function plusMinutes(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const total = Math.min(hour * 60 + minute + minutes, 23 * 60 + 59);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
