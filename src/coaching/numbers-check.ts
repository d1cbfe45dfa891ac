import type { Text } from '../flow/text.ts';
import { metricText } from './metric-words.ts';
import type { MetricId } from './metric.ts';

/** The numbers of one piece at one age, or of the account on one day. */
export type Values = ReadonlyMap<MetricId, number>;

export type Doubt = {
  readonly metric: MetricId;
  readonly text: Text;
  /** It could be so: whoever says that it is right is believed. */
  readonly mayBe: boolean;
};

const OPEN_RATE_MOST = 60;
const READERS_PER_DELIVERED = 20;
/** Rates that are of the same people: more than all of them is a slip. */
const OF_ALL: ReadonlySet<string> = new Set(['finish_rate', 'share_rate', 'open_rate_backend']);

/** What can't be, and what is hardly so, with what to do about it. `given`: those that were typed now. */
export function doubtsOf(values: Values, given: ReadonlySet<MetricId>): Doubt[] {
  return [...impossible(values), ...unlikely(values)].filter(
    ({ metric, others }) => given.has(metric) || others.some((other) => given.has(other)),
  );
}

type Found = Doubt & { readonly others: readonly MetricId[] };

function impossible(values: Values): Found[] {
  const over = [...values].flatMap(([metric, value]) =>
    OF_ALL.has(metric) && value > 100 ? [cannot(metric, 'numbers.problem.over-100', { value })] : [],
  );
  return [...over, ...atMost(values, 'readers', 'reads'), ...atMost(values, 'sharers', 'shares')];
}

const cannot = (metric: MetricId, key: string, values: NonNullable<Text['values']>): Found => ({
  metric,
  text: { key, values },
  mayBe: false,
  others: [],
});

/** People are never more than what they did. */
function atMost(values: Values, metric: MetricId, most: MetricId): Found[] {
  const value = values.get(metric);
  const limit = values.get(most);
  if (value === undefined || limit === undefined || value <= limit) return [];
  const text = {
    key: 'numbers.problem.more-than',
    values: { name: metricText(metric), value, other: metricText(most), limit },
  };
  return [{ metric, text, mayBe: false, others: [most] }];
}

function unlikely(values: Values): Found[] {
  const of = (metric: MetricId): number => values.get(metric) ?? NaN;
  const found: (Found | false)[] = [
    of('readers') > of('delivered') * READERS_PER_DELIVERED &&
      may('readers', 'numbers.problem.many-readers', ['delivered'], {
        readers: of('readers'),
        delivered: of('delivered'),
      }),
    openRate(values) > OPEN_RATE_MOST &&
      may('push_reads', 'numbers.problem.open-rate', ['delivered'], { rate: Math.round(openRate(values)) }),
    of('open_rate_backend') > OPEN_RATE_MOST &&
      may('open_rate_backend', 'numbers.problem.open-rate', [], { rate: of('open_rate_backend') }),
    of('open_rate_third_party') > OPEN_RATE_MOST &&
      may('open_rate_third_party', 'numbers.problem.open-rate', [], { rate: of('open_rate_third_party') }),
    of('finish_rate') > 0 &&
      of('finish_rate') < 1 &&
      may('finish_rate', 'numbers.problem.low-rate', [], {
        value: of('finish_rate'),
        times: Math.round(of('finish_rate') * 100),
      }),
    ...(['sharers', 'comments', 'follows_after_reading'] as const).map(
      (metric) =>
        of(metric) > of('readers') &&
        may(metric, 'numbers.problem.more-than', ['readers'], {
          name: metricText(metric),
          value: of(metric),
          other: metricText('readers'),
          limit: of('readers'),
        }),
    ),
    of('new_followers') - of('unfollows') !== of('net_followers') &&
      [...values.keys()].filter((metric) => NET.has(metric)).length === NET.size &&
      may('net_followers', 'numbers.problem.net', ['new_followers', 'unfollows'], {
        net: of('net_followers'),
        difference: of('new_followers') - of('unfollows'),
      }),
  ];
  return found.filter((one) => one !== false);
}

const NET: ReadonlySet<string> = new Set(['new_followers', 'unfollows', 'net_followers']);

const openRate = (values: Values): number =>
  ((values.get('push_reads') ?? NaN) / (values.get('delivered') || NaN)) * 100;

const may = (
  metric: MetricId,
  key: string,
  others: readonly MetricId[],
  values: NonNullable<Text['values']>,
): Found => ({ metric, text: { key, values }, mayBe: true, others });
