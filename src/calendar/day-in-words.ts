import { toDay } from './local-date.ts';

const FORM = { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;

/** A date (YYYY-MM-DD) as people of a language (BCP 47) say it; what is no date stays as it is. */
export function dayInWords(locale: string, date: string): string {
  const day = toDay(date);
  return Number.isNaN(day.getTime()) ? date : new Intl.DateTimeFormat(locale, FORM).format(day);
}
