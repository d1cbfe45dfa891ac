import { getISOWeek } from 'date-fns';

import type { Calendar } from './calendar.ts';
import { fromDayNumber, isoDayOf, toDayNumber } from './day-number.ts';
import { toDay } from './local-date.ts';

/** In a calendar that never works nobody is looked for longer than this. */
const LOOK_DAYS = 400;

/** Working days after `from`, up to and including `to` (dates, YYYY-MM-DD). 0 when `to` is not later. */
export function workingDaysBetween({ isWorkingDay }: Calendar, from: string, to: string): number {
  const last = toDayNumber(to);
  let count = 0;
  for (let day = toDayNumber(from) + 1; day <= last; day += 1) if (isWorkingDay(fromDayNumber(day))) count += 1;
  return count;
}

/** Monday is 1, Sunday 7. */
export const isoDay = (date: string): number => isoDayOf(toDayNumber(date));

export const isoWeek = (date: string): number => getISOWeek(toDay(date));

/** The Monday of the date's ISO week. */
export function mondayOf(date: string): string {
  const day = toDayNumber(date);
  return fromDayNumber(day - isoDayOf(day) + 1);
}

/** `2026-W48`: the ISO week belongs to the year of its Thursday. */
export function isoWeekOf(date: string): string {
  const thursday = fromDayNumber(toDayNumber(mondayOf(date)) + 3);
  return `${thursday.slice(0, 4)}-W${String(isoWeek(date)).padStart(2, '0')}`;
}

/** The working day before the date; the day before where none is found within 400 days. */
export const previousWorkingDay = (calendar: Calendar, date: string): string => nearest(calendar, date, -1);

/** The working day after the date; the day after where none is found within 400 days. */
export const nextWorkingDay = (calendar: Calendar, date: string): string => nearest(calendar, date, 1);

function nearest({ isWorkingDay }: Calendar, date: string, step: 1 | -1): string {
  const from = toDayNumber(date);
  for (let days = 1; days <= LOOK_DAYS; days += 1) {
    const found = fromDayNumber(from + days * step);
    if (isWorkingDay(found)) return found;
  }
  return fromDayNumber(from + step);
}

/** So many working days after the date; 0 is the date itself, whatever day it is. */
export function workingDayAfter(calendar: Calendar, date: string, days: number): string {
  let found = date;
  for (let count = 0; count < days; count += 1) found = nextWorkingDay(calendar, found);
  return found;
}

/** The first working day of the ISO week that begins on this Monday; null in a week without one. */
export const firstWorkingDayOfWeek = ({ isWorkingDay }: Calendar, monday: string): string | null =>
  weekFrom(monday).find(isWorkingDay) ?? null;

/** The last one: a Saturday or Sunday that makes up for a holiday may be it. */
export const lastWorkingDayOfWeek = ({ isWorkingDay }: Calendar, monday: string): string | null =>
  weekFrom(monday).findLast(isWorkingDay) ?? null;

function weekFrom(monday: string): string[] {
  const first = toDayNumber(monday);
  return [0, 1, 2, 3, 4, 5, 6].map((days) => fromDayNumber(first + days));
}
