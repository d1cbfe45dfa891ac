import { plusWeeks } from './iso-week.ts';
import { weekSeries } from './metric-lead.ts';
import { median } from './metric-usual.ts';
import type { Numbered } from './metric-value.ts';
import type { MetricId } from './metric.ts';

/** What is looked at week by week, in the order of what tells most. */
const WEEKLY = [
  'finish_rate',
  'share_rate',
  'comments_per_1000',
  'inquiries',
  'follows_after_reading',
  'readers',
  'net_followers',
  'unfollows',
] as const satisfies readonly MetricId[];

/** Fewer weeks than these say nothing of what is usual. */
const POINTS = 5;
const WEEKS_BEFORE = 8;

export type Reading = {
  readonly name: MetricId;
  readonly value: number;
  /** The median of the weeks before; null while there are too few. */
  readonly usual: number | null;
  /** `usual`: within what the weeks before had. */
  readonly stands: 'above' | 'below' | 'usual' | 'unknown';
};

/** The week's value beside the account's own usual; null where nobody entered one. */
export function readingOf(account: Numbered, name: MetricId, week: string): Reading | null {
  const [value = null] = weekSeries(account, name, [week]);
  if (value === null) return null;
  const values = before(account, name, week);
  const usual = usualOf(account, name, week);
  if (usual === null) return { name, value, usual, stands: 'unknown' };
  const stands = value > Math.max(...values) ? 'above' : value < Math.min(...values) ? 'below' : 'usual';
  return { name, value, usual, stands };
}

export function usualOf(account: Numbered, name: MetricId, week: string): number | null {
  const values = before(account, name, week);
  return values.length < POINTS ? null : median(values);
}

export const readingsOf = (account: Numbered, week: string): Reading[] =>
  WEEKLY.flatMap((name) => readingOf(account, name, week) ?? []);

const before = (account: Numbered, name: MetricId, week: string): number[] =>
  weekSeries(
    account,
    name,
    Array.from({ length: WEEKS_BEFORE }, (_, i) => plusWeeks(week, -i - 1)),
  ).filter((value) => value !== null);
