import { localDate, localTime } from '../calendar/local-date.ts';
import { dayText, zoneText, type Text } from '../flow/text.ts';
import type { Coaching } from './decision.ts';
import { expiresAfter } from './due.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member } from './member.ts';
import { isDone } from './next-press.ts';
import { nudgeWhy } from './nudge-why.ts';
import type { Part } from './post.ts';
import { occurrences, type Occurrence } from './routines.ts';

/** Routines that a person would ask about; the others only tidy up. */
const TOLD = new Set(['check-in', 'reminder', 'again', 'summary', 'digest', 'manager-week']);
const MOST = 5;

/** `/bearings why`: why something came or did not come today, and what comes next and when. */
export function whyParts(coaching: Coaching, member: Member, at: Date): Part[] {
  const next = occurrences(member, expiresAfter(coaching))
    .filter(({ routine }) => TOLD.has(routine))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, MOST);
  const lines = next.length > 0 ? next.map((one) => nextLine(one, member)) : [{ key: 'why-me.nothing-planned' }];
  return [
    { kind: 'text', text: reasonOf(member, localDate(at, member.zone)) },
    ...nudgeWhy(member, coaching.nudges),
    {
      kind: 'block',
      heading: { key: 'why-me.next' },
      lines,
      small: [{ key: 'why-me.how-to-change', values: { zone: zoneText(member.zone) } }],
      presses: [],
    },
  ];
}

function reasonOf(member: Member, today: string): Text {
  const { away, paused } = member;
  const isOperator = member.welcomedOn !== null && member.account !== null;
  if (paused !== null) return { key: `why-me.paused-${paused.why}`, values: { day: dayText(paused.since) } };
  if (away !== null && away.from <= today && away.until >= today) {
    return { key: 'why-me.away', values: { until: dayText(away.until) } };
  }
  if (!isOperator) return { key: member.manages.length > 0 ? 'why-me.manager' : 'why-me.nobody-yet' };
  if (isDone(member, today) || member.recent.some(({ date }) => date === today)) return { key: 'why-me.done' };
  if (!calendarFor(member).isWorkingDay(today)) return { key: 'why-me.no-working-day' };
  return { key: 'why-me.daily', values: { time: member.checkInAt } };
}

const nextLine = ({ routine, date, at }: Occurrence, { zone }: Member): Text => ({
  key: 'why-me.line',
  values: { what: { key: `routine.${routine}` }, day: dayText(date), time: localTime(at, zone) },
});
