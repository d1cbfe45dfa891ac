import { plusDays } from '../calendar/local-date.ts';
import { isoWeekOf } from '../calendar/working-days.ts';
import type { Account } from './account.ts';
import { median } from './metric-usual.ts';
import { valueOf, weeklyOf, type Numbered } from './metric-value.ts';
import { isMetric, metricOf, type MetricId } from './metric.ts';

/** What says most of whether readers were served, first. Followers are not among it. */
const LEADS = ['inquiries', 'finish_rate', 'share_rate', 'comments_per_1000', 'readers'] as const;
const GUARDS = ['net_followers', 'unfollows', 'share_rate'] as const;
const FOLLOWERS: ReadonlySet<string> = new Set(['followers', 'new_followers', 'net_followers', 'unfollows']);
const AGES = [7, 3, 1, 30] as const;
const LAST = 8;

export type Lead = {
  readonly metric: MetricId;
  /** The age at which its pieces are compared; null where it is a number of the whole account. */
  readonly age: number | null;
  /** What must not get worse for it. */
  readonly guardrail: MetricId | null;
};

/** The number that an account is looked at by: the agreed one, else the first that is known. Never followers alone. */
export function leadOf(account: Pick<Account, 'leadMetric' | keyof Numbered>): Lead | null {
  const agreed = account.leadMetric;
  const metric =
    agreed !== null && isMetric(agreed) && !FOLLOWERS.has(agreed) ? agreed : LEADS.find((id) => hasData(account, id));
  if (metric === undefined) return null;
  const guardrail = GUARDS.find((id) => id !== metric && hasData(account, id)) ?? null;
  return { metric, age: weeklyOf(account.numbers, metric).size > 0 ? null : usualAge(account, metric), guardrail };
}

const hasData = (numbered: Numbered, metric: MetricId): boolean =>
  weeklyOf(numbered.numbers, metric).size > 0 ||
  numbered.items.some((item) => AGES.some((age) => valueOf(numbered, item, metric, age) !== undefined));

/** The age at which most of the last pieces have the number: that of the rule, where none has more. */
export function usualAge(numbered: Numbered, metric: MetricId): number {
  const last = numbered.items.toSorted((a, b) => a.date.localeCompare(b.date)).slice(-LAST);
  const counted = AGES.map((age) => ({
    age,
    count: last.filter((item) => valueOf(numbered, item, metric, age) !== undefined).length,
  }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).age;
}

/**
 * A value of a number for each of these ISO weeks; null where none is known. Of the whole account where it is entered
 * so; else the median of the pieces that came of age in the week.
 */
export function weekSeries(numbered: Numbered, metric: MetricId, weeks: readonly string[]): (number | null)[] {
  const whole = weeklyOf(numbered.numbers, metric);
  if (whole.size > 0 || metricOf(metric).of === 'account') return weeks.map((week) => whole.get(week) ?? null);
  const age = usualAge(numbered, metric);
  const ofAge = numbered.items.flatMap((item) => {
    const value = valueOf(numbered, item, metric, age);
    return value === undefined ? [] : [{ week: isoWeekOf(plusDays(item.date, age)), value }];
  });
  return weeks.map((week) => {
    const values = ofAge.filter((one) => one.week === week).map(({ value }) => value);
    return values.length > 0 ? median(values) : null;
  });
}
