import { calendarOf, countryOf, type Calendar } from '../calendar/calendar.ts';
import type { Member } from './member.ts';

/** The days on which a member works. */
export const calendarFor = ({ zone, calendar }: Pick<Member, 'zone' | 'calendar'>): Calendar =>
  calendarOf({ ...calendar, country: calendar.country ?? countryOf(zone) });
