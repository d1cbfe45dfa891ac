import { plusDays } from '../calendar/local-date.ts';
import { readDate } from '../flow/read-date.ts';

export type Away = { readonly from: string; readonly until: string };

const MOST_DAYS = 366;
const ANY_DAY = {
  first: Number.NEGATIVE_INFINITY,
  last: Number.POSITIVE_INFINITY,
  values: { bounds: 'none', from: '', to: '' },
} as const;
const DAYS = /^(?:for )?(\d{1,3}) ?(?:d|days?|天|日)?$/;
const UNTIL = /^(?:(?:until|till|to|through) |(?:直到|到|至) ?)(.{1,30}?)(?:为止)?$/u;

/**
 * What follows *away*, as dates, both included: nothing (today), `tomorrow`, `3d`, `3天`, `until 2026-12-01`, `到周五`.
 * Null when it is none of these, lies in the past, or is longer than a year.
 */
export function readAway(words: string, today: string): Away | null {
  const typed = words.trim().toLowerCase();
  if (typed === '') return { from: today, until: today };
  const days = Number(DAYS.exec(typed)?.[1] ?? 0);
  if (days > 0) return within(today, { from: today, until: plusDays(today, days - 1) });
  const until = UNTIL.exec(typed)?.[1];
  const date = readDate(until ?? typed, today, ANY_DAY);
  if (date === undefined) return null;
  return within(today, { from: until === undefined ? date : today, until: date });
}

const within = (today: string, away: Away): Away | null =>
  away.from >= today && away.until >= away.from && away.until < plusDays(today, MOST_DAYS) ? away : null;
