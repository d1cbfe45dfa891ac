import {
  differenceInCalendarDays,
  getISODay,
  getISOWeek,
  startOfISOWeek,
  addBusinessDays,
  subBusinessDays,
} from 'date-fns';

import { fromDay, toDay } from './local-date.ts';

const A_MONDAY = toDay('1970-01-05');

const workingDaysSinceAMonday = (date: string): number => {
  const days = differenceInCalendarDays(toDay(date), A_MONDAY);
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7 + 1, 5);
};

/** Working days after `from`, up to and including `to` (dates, YYYY-MM-DD): Monday to Friday. 0 when `to` is not later. */
export const workingDaysBetween = (from: string, to: string): number =>
  Math.max(0, workingDaysSinceAMonday(to) - workingDaysSinceAMonday(from));

/** Monday is 1, Sunday 7. */
export const isoDay = (date: string): number => getISODay(toDay(date));

export const isoWeek = (date: string): number => getISOWeek(toDay(date));

/** The Monday of the date's ISO week. */
export const mondayOf = (date: string): string => fromDay(startOfISOWeek(toDay(date)));

/** The working day before the date. */
export const previousWorkingDay = (date: string): string => fromDay(subBusinessDays(toDay(date), 1));

/** The working day after the date. */
export const nextWorkingDay = (date: string): string => fromDay(addBusinessDays(toDay(date), 1));
