import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';

import { fromDayNumber, toDayNumber } from './day-number.ts';

/** The date (YYYY-MM-DD) that a calendar on the wall of `zone` (IANA) shows at `now`. */
export const localDate = (now: Date, zone: string): string => format(new TZDate(now, zone), 'yyyy-MM-dd');

/** The time (HH:MM, 24 hours) that a clock on the wall of `zone` shows at `now`. */
export const localTime = (now: Date, zone: string): string => format(new TZDate(now, zone), 'HH:mm');

/** A date without a zone, as an instant that date-fns can count with. */
export const toDay = (date: string): TZDate => new TZDate(`${date}T00:00:00Z`, 'UTC');

/** The date so many calendar days later; negative goes back. */
export const plusDays = (date: string, days: number): string => fromDayNumber(toDayNumber(date) + days);

/** Whether the runtime knows the zone by this name, an old one such as Asia/Calcutta included. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
