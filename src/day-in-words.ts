import type { Locale } from './coaching/member.ts';

const FORM = { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;

/** A date (YYYY-MM-DD) as people say it; what is no date stays as it is. */
export function dayInWords(locale: Locale, date: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : new Intl.DateTimeFormat(locale, FORM).format(at);
}
