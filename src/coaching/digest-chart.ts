import { shortDayText, type Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import type { Chart } from './chart.ts';
import { leadWeeks } from './digest-number.ts';
import type { Shown } from './digest-shown.ts';
import { isIn, mondayOfWeek, plusWeeks } from './iso-week.ts';
import { valueText } from './metric-words.ts';
import type { MetricId } from './metric.ts';
import { mixOf } from './mix.ts';

const WEEKS = 8;
const VALUES_AT_LEAST = 2;

/** The picture of a digest: the lead metric where it has been entered for some weeks, else what was published. */
export function digestChart(account: Account, shown: Shown, week: string): Chart | null {
  const weeks = Array.from({ length: WEEKS }, (_, i) => plusWeeks(week, i - WEEKS + 1));
  return numberChart(account, shown, weeks) ?? mixChart(shown, weeks);
}

function numberChart(account: Account, seen: Shown, weeks: readonly string[]): Chart | null {
  const lead = leadWeeks(account, seen, weeks);
  if (lead === null || lead.values.filter((value) => value !== null).length < VALUES_AT_LEAST) return null;
  const shown = weeks.map((each, i) => ({ monday: mondayOfWeek(each), value: lead.values[i] ?? null }));
  const from = shown.findIndex(({ value }) => value !== null);
  const known = shown.slice(from);
  return {
    kind: 'number',
    title: { key: 'digest.chart.number', values: { metric: lead.name } },
    alt: {
      key: 'digest.chart.number-alt',
      values: { metric: lead.name, weeks: known.map((one) => weekText(one, lead.metric)) },
    },
    unit: lead.unit,
    weeks: known,
    usual: lead.usual,
  };
}

const weekText = (
  { monday, value }: { readonly monday: string; readonly value: number | null },
  metric: MetricId,
): Text => ({
  key: 'digest.chart.week',
  values: { day: shortDayText(monday), known: value === null ? 'no' : 'yes', value: valueText(metric, value ?? 0) },
});

function mixChart({ items }: Shown, weeks: readonly string[]): Chart | null {
  const all = weeks.map((week) => ({
    monday: mondayOfWeek(week),
    ...mixOf(items.filter(({ date }) => isIn(week, date))),
  }));
  const from = all.findIndex(({ useful, companyNews, promo }) => useful + companyNews + promo > 0);
  if (from < 0) return null;
  const known = all.slice(from);
  return {
    kind: 'mix',
    title: { key: 'digest.chart.mix' },
    alt: { key: 'digest.chart.mix-alt', values: { weeks: known.map(mixText) } },
    weeks: known,
  };
}

const mixText = ({ monday, useful, companyNews, promo }: Extract<Chart, { kind: 'mix' }>['weeks'][number]): Text => ({
  key: 'digest.chart.mix-week',
  values: { day: shortDayText(monday), useful, news: companyNews, promo },
});
