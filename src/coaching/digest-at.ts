import { instantOf } from '../calendar/occurrence.ts';
import { firstWorkingDayOfWeek } from '../calendar/working-days.ts';
import { mondayOfWeek, plusWeeks } from './iso-week.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member } from './member.ts';
import { ROUTINES } from './routines.ts';

/** Longer holidays there are not. */
const WEEKS_AHEAD = 4;

/** When the digest of a week comes by a member's own calendar and clock. Another's may differ by a holiday. */
export function digestAt(member: Pick<Member, 'zone' | 'calendar' | 'house'>, week: string): Date {
  const calendar = calendarFor(member);
  const mondays = Array.from({ length: WEEKS_AHEAD }, (_, i) => mondayOfWeek(plusWeeks(week, i + 1)));
  const day = mondays.map((monday) => firstWorkingDayOfWeek(calendar, monday)).find((found) => found !== null);
  return instantOf(day ?? mondayOfWeek(plusWeeks(week, 1)), ROUTINES.digest, member.zone);
}
