import { plusDays } from '../calendar/local-date.ts';
import { isoWeekOf, mondayOf } from '../calendar/working-days.ts';
import type { MetricId } from './metric.ts';

export type DayValues = { readonly on: string; readonly values: ReadonlyMap<MetricId, number> };

const DAYS = 7;
/** What stands at an end, and is not added up. */
const STOCKS: ReadonlySet<MetricId> = new Set(['followers']);

/**
 * Rows of the account as numbers of whole weeks, on their Sundays, which is how they are compared. Rows of single days
 * (more than one in a week) are added up; a week that lacks a day is left out, but for what it ended with.
 */
export function toWeeks(days: readonly DayValues[], today: string): DayValues[] {
  const weeks = [...Map.groupBy(days, ({ on }) => isoWeekOf(on)).values()];
  const isDaily = weeks.some((week) => week.length > 1);
  const sundayOf = (on: string): string => {
    const sunday = plusDays(mondayOf(on), DAYS - 1);
    return sunday < today ? sunday : plusDays(today, -1);
  };
  return weeks
    .map((week) => week.toSorted((a, b) => a.on.localeCompare(b.on)))
    .flatMap((week) => {
      const last = week.at(-1);
      if (!last) return [];
      const values = isDaily ? added(week, last) : last.values;
      return values.size > 0 ? [{ on: sundayOf(last.on), values }] : [];
    });
}

function added(week: readonly DayValues[], last: DayValues): Map<MetricId, number> {
  const metrics = [...new Set(week.flatMap(({ values }) => [...values.keys()]))];
  return new Map(
    metrics.flatMap((metric): [MetricId, number][] => {
      const known = week.flatMap(({ values }) => values.get(metric) ?? []);
      if (STOCKS.has(metric)) return [[metric, last.values.get(metric) ?? known.at(-1) ?? 0]];
      return known.length === DAYS ? [[metric, known.reduce((sum, value) => sum + value, 0)]] : [];
    }),
  );
}
