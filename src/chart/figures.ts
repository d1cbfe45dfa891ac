import { toDay } from '../calendar/local-date.ts';
import { ROOMY } from './look.ts';

/** From here on a number is shortened: 12K, 1.2万. */
const LONG = 10_000;

/** A number as a label has room for it. */
export function figure(locale: string, value: number, unit: 'count' | 'percent'): string {
  const notation = Math.abs(value) >= LONG ? 'compact' : 'standard';
  const shown = new Intl.NumberFormat(locale, { notation, maximumFractionDigits: 1, signDisplay: 'negative' }).format(
    value,
  );
  return unit === 'percent' ? `${shown}%` : shown;
}

/** The Mondays as labels under the bars. Where many, the month is told where it changes, and under the latest. */
export function weekLabels(locale: string, mondays: readonly string[]): string[] {
  const full = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', timeZone: 'UTC' });
  return mondays.map((monday, i) => {
    const sameMonth = mondays[i - 1]?.slice(0, 7) === monday.slice(0, 7);
    const isLatest = i === mondays.length - 1;
    const form = mondays.length > ROOMY && sameMonth && !isLatest ? day : full;
    return form.format(toDay(monday));
  });
}
