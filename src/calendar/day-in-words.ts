import { toDay } from './local-date.ts';

const SHORT = { month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
const FORM = { ...SHORT, weekday: 'long' } as const;

/** A date (YYYY-MM-DD) as people of a language (BCP 47) say it; what is no date stays as it is. */
export const dayInWords = (locale: string, date: string): string => inWords(locale, date, FORM);

/** Without the day of the week. */
export const shortDayInWords = (locale: string, date: string): string => inWords(locale, date, SHORT);

function inWords(locale: string, date: string, form: Intl.DateTimeFormatOptions): string {
  const day = toDay(date);
  return Number.isNaN(day.getTime()) ? date : new Intl.DateTimeFormat(locale, form).format(day);
}
