import { plusDays } from '../calendar/local-date.ts';
import { isoWeekOf, mondayOf } from '../calendar/working-days.ts';

/** The Monday that an ISO week (`2026-W48`) begins with: the fourth of January is always in the first week. */
export function mondayOfWeek(week: string): string {
  const [year = '', number = ''] = week.split('-W');
  return plusDays(mondayOf(`${year}-01-04`), (Number(number) - 1) * 7);
}

export const isIn = (week: string, date: string): boolean => isoWeekOf(date) === week;

/** The ISO week so many weeks later; negative goes back. */
export const plusWeeks = (week: string, weeks: number): string => isoWeekOf(plusDays(mondayOfWeek(week), weeks * 7));
