import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import type { Shown } from './digest-shown.ts';
import { leadOf, weekSeries } from './metric-lead.ts';
import { metricText } from './metric-words.ts';
import { metricOf, type MetricId } from './metric.ts';
import type { Part } from './post.ts';
import { readingText } from './summary-numbers.ts';
import { readingOf, readingsOf, usualOf } from './week-numbers.ts';

type Block = Extract<Part, { kind: 'block' }>;

export type LeadWeeks = {
  readonly metric: MetricId;
  readonly name: Text;
  readonly unit: 'count' | 'percent';
  readonly values: readonly (number | null)[];
  readonly usual: number | null;
};

/** Reach says how many there were, not whether it was any good for them. */
const REACH: ReadonlySet<MetricId> = new Set(['readers', 'net_followers', 'unfollows']);

/** What can be agreed on, or stands in for it: a sentence says what it means. */
const MEANT: ReadonlySet<MetricId> = new Set([
  'finish_rate',
  'share_rate',
  'comments_per_1000',
  'inquiries',
  'follows_after_reading',
  'readers',
]);

/** The figures of an account without those of pieces that are held back; with none where all are. */
const figuresOf = (account: Account, { items, hasNumbers }: Shown): Account => ({
  ...account,
  items: [...items],
  numbers: hasNumbers ? account.numbers : [],
});

/** The lead metric of an account, a value for each of these weeks; null where none is known. */
export function leadWeeks(account: Account, shown: Shown, weeks: readonly string[]): LeadWeeks | null {
  const figures = figuresOf(account, shown);
  const lead = leadOf(figures)?.metric;
  const last = weeks.at(-1);
  if (lead === undefined || last === undefined) return null;
  return {
    metric: lead,
    name: metricText(lead),
    unit: metricOf(lead).unit === 'percent' ? 'percent' : 'count',
    values: weekSeries(figures, lead, weeks),
    usual: usualOf(figures, lead, last),
  };
}

/** The lead metric beside its own usual, what it means, and what must not get worse. */
export function numberBlock(account: Account, shown: Shown, week: string): Block[] {
  const figures = figuresOf(account, shown);
  const lead = leadOf(figures);
  const reading = lead && readingOf(figures, lead.metric, week);
  if (!lead || !reading) return [];
  const guard = lead.guardrail && readingOf(figures, lead.guardrail, week);
  const lines: Text[] = [
    { key: 'digest.number-line', values: { reading: readingText(reading) } },
    ...(MEANT.has(reading.name) ? [{ key: `digest.meaning.${reading.name}` }] : []),
    ...(guard ? [{ key: 'digest.guardrail', values: { reading: readingText(guard) } }] : []),
  ];
  const small: Text[] = reading.stands === 'unknown' ? [{ key: 'digest.no-trend' }] : [];
  return [{ kind: 'block', heading: { key: 'digest.number' }, lines, small, presses: [] }];
}

/** One result of the week: what stands out, else how many people came. */
export function resultLine(account: Account, shown: Shown, week: string): Text[] {
  const readings = readingsOf(figuresOf(account, shown), week);
  const best = readings.find(({ name, stands }) => stands === 'above' && !REACH.has(name));
  if (best) return [{ key: 'digest.result', values: { reading: readingText(best) } }];
  const came = readings.find(({ name, value }) => name === 'inquiries' && value > 0);
  return came ? [{ key: 'digest.inquiries', values: { count: Math.round(came.value) } }] : [];
}
