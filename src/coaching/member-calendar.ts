import { calendarOf, countryOf, type Calendar } from '../calendar/calendar.ts';
import type { Member } from './member.ts';

/** The days on which a member works: their own calendar before that of the house, days off of either. */
export const calendarFor = ({ zone, calendar, house }: Pick<Member, 'zone' | 'calendar' | 'house'>): Calendar =>
  calendarOf({
    country: calendar.country ?? house.country ?? countryOf(zone),
    week: calendar.week ?? house.week,
    off: [...house.off, ...calendar.off],
  });
