import type { Calendar } from '../calendar/calendar.ts';
import { previousWorkingDay } from '../calendar/working-days.ts';
import type { Member } from './member.ts';
import type { Day } from './nudge-facts.ts';

/**
 * How many working days in a row nothing came, once the one before today is counted. Only a day on which Bearings did
 * ask counts, and only in the morning after: a time that Bearings was down is nobody's silence.
 */
export function missedAfter(member: Member, { today, calendar }: Day): Member['missed'] {
  const planned = plannedBy(member, calendar);
  const through = previousWorkingDay(planned, today);
  if (member.missed?.through === through) return member.missed;
  if (isAnswered(member, through)) return null;
  // Whoever is asked early has been asked for today as well by now.
  const asked = member.occurred['check-in'];
  if (asked !== through && asked !== today) return member.missed;
  const isInARow = member.missed?.through === previousWorkingDay(planned, through);
  return { days: isInARow ? (member.missed?.days ?? 0) + 1 : 1, through };
}

const plannedBy = ({ away }: Member, calendar: Calendar): Calendar => ({
  isWorkingDay: (date) => (away === null || date < away.from || date > away.until) && calendar.isWorkingDay(date),
});

/** Given, left, or begun: whoever answered a question was there. */
const isAnswered = ({ recent, session, parked }: Member, date: string): boolean =>
  recent.some((day) => day.date >= date) ||
  [session, ...parked].some(
    (open) => open !== null && open.facts['today'] === date && Object.keys(open.answers).length > 0,
  );
