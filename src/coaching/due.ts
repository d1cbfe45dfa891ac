import { localDate, plusDays } from '../calendar/local-date.ts';
import type { Carry, Context } from './carry.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { digestDue } from './digest-due.ts';
import { managerWeekDue } from './manager-week.ts';
import type { Member } from './member.ts';
import { nudgeDue } from './nudge-due.ts';
import { askAgain, checkInDue, closeDue, isGiven, reminderDue } from './prompts.ts';
import type { RoutineName } from './routine-name.ts';
import { GRACE_HOURS, keyOf, occurrences, soonest, type Occurrence } from './routines.ts';
import { summaryDue } from './summary-due.ts';

const CARRY: Readonly<Record<RoutineName, Carry>> = {
  'check-in': checkInDue,
  reminder: reminderDue,
  again: askAgain,
  close: closeDue,
  nudge: nudgeDue,
  summary: summaryDue,
  digest: digestDue,
  'manager-week': managerWeekDue,
  'manager-nudge': nudgeDue,
};

/** Routines that look at no account: for these none are read. */
export const WITHOUT_ACCOUNTS: ReadonlySet<RoutineName> = new Set(['check-in', 'reminder', 'again', 'close']);

export const expiresAfter =
  ({ world }: Coaching) =>
  (flow: string): number =>
    world.flows.get(flow)?.expiresAfterWorkingDays ?? 1;

/** The first occurrence that is due. */
export function firstDue(coaching: Coaching, member: Member, at: Date): Occurrence | null {
  const first = soonest(occurrences(member, expiresAfter(coaching)));
  return first !== null && first.at <= at ? first : null;
}

export const nextDue =
  (coaching: Coaching) =>
  (member: Member): Date | null =>
    soonest(occurrences(member, expiresAfter(coaching)))?.at ?? null;

/** Carries out an occurrence, or passes over what is too late by now; either way it is not due again. */
export function carryOut(coaching: Coaching, member: Member, context: Context, moment: Moment): Decision {
  const { occurrence } = context;
  if (isTooLate(occurrence, moment.at)) return { member: passedOver(member, occurrence, moment.at), parts: [] };
  const decision = CARRY[occurrence.routine](coaching, member, context, moment);
  return { ...decision, member: marked(decision.member, occurrence, occurrence.date) };
}

/** Routines that mostly have nothing to say: whether they do is found out before they take their turn to say it. */
const SELDOM: ReadonlySet<RoutineName> = new Set(['nudge', 'manager-nudge', 'manager-week', 'digest']);

/** Whether an occurrence is likely to have something to say. */
export function maySpeak(coaching: Coaching, member: Member, context: Context, moment: Moment): boolean {
  const { occurrence } = context;
  if (SELDOM.has(occurrence.routine)) return carryOut(coaching, member, context, moment).parts.length > 0;
  return !isTooLate(occurrence, moment.at) && (occurrence.routine !== 'check-in' || !isGiven(member, occurrence.date));
}

export const isTooLate = ({ routine, at }: Occurrence, now: Date): boolean =>
  now.getTime() - at.getTime() > GRACE_HOURS[routine] * 3_600_000;

/** After a long silence of ours, all the days and weeks before are passed over at once: no grace is as long as a day. */
function passedOver(member: Member, occurrence: Occurrence, now: Date): Member {
  const longAgo = plusDays(localDate(now, member.zone), -2);
  const date = longAgo > occurrence.date ? longAgo : occurrence.date;
  const passed = marked(member, occurrence, date);
  // Nobody is reminded of what they were never asked.
  return occurrence.routine === 'check-in'
    ? { ...passed, occurred: { ...passed.occurred, reminder: plusDays(date, 1) } }
    : passed;
}

function marked(member: Member, occurrence: Occurrence, date: string): Member {
  if (occurrence.routine === 'close') return member;
  if (occurrence.routine === 'again') return { ...member, askAgainAt: null };
  return { ...member, occurred: { ...member.occurred, [keyOf(occurrence)]: date } };
}
