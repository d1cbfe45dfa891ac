import china from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

import { isoDayOf, toDayNumber } from './day-number.ts';

/** What decides whether a person works on a date; plain data, as records keep it. */
export type CalendarSpec = {
  /** `cn`: the statutory holidays of mainland China and the days on which they are worked off (调休). */
  readonly country: 'cn' | 'none';
  /** ISO days, 1 to 7; null: Monday to Friday. */
  readonly week: readonly number[] | null;
  /** The workspace's and the person's own days off, YYYY-MM-DD. */
  readonly off: readonly string[];
};

export type Calendar = { readonly isWorkingDay: (date: string) => boolean };

const MAINLAND = [
  'Asia/Shanghai',
  'Asia/Chongqing',
  'Asia/Chungking',
  'Asia/Harbin',
  'Asia/Urumqi',
  'Asia/Kashgar',
  'PRC',
];

/** Whose holidays hold in a zone, as far as we know any. Hong Kong, Macau and Taipei have their own. */
export const countryOf = (zone: string): CalendarSpec['country'] => (MAINLAND.includes(zone) ? 'cn' : 'none');

const HOLIDAYS = new Set(Object.keys(china.holidays));
const MAKE_UP_DAYS = new Set(Object.keys(china.workdays));
const YEARS = new Set([...HOLIDAYS].map((date) => date.slice(0, 4)));

/** Whether the list of holidays reaches this year. The State Council publishes each in the autumn before. */
export const holidaysKnown = (country: CalendarSpec['country'], year: number): boolean =>
  country === 'none' || YEARS.has(String(year));

const FRIDAY = 5;
const ORDINARY_WEEK = [1, 2, 3, 4, 5];

/**
 * An own day off beats all; then come holidays, then the days that make up for them, then the week.
 * A make-up day is not asked of somebody whose own week is shorter than Monday to Friday.
 */
export function calendarOf({ country, week, off }: CalendarSpec): Calendar {
  const isChina = country === 'cn';
  const makesUp = week === null || ORDINARY_WEEK.every((day) => week.includes(day));
  return {
    isWorkingDay(date) {
      if (off.includes(date) || (isChina && HOLIDAYS.has(date))) return false;
      if (isChina && makesUp && MAKE_UP_DAYS.has(date)) return true;
      const day = isoDayOf(toDayNumber(date));
      return week === null ? day <= FRIDAY : week.includes(day);
    },
  };
}

/** A week without holidays, for what is not about anybody. */
export const MONDAY_TO_FRIDAY = calendarOf({ country: 'none', week: null, off: [] });
