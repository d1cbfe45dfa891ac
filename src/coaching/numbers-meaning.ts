import type { Text } from '../flow/text.ts';
import type { Account, Item, Snapshot } from './account.ts';
import { leadOf } from './metric-lead.ts';
import { isFew, median, previousOf, standingOf, type Standing } from './metric-usual.ts';
import { AGE, baseAt, ratioOf, valueOf, weeklyOf } from './metric-value.ts';
import { metricText, ofFewText, valueText } from './metric-words.ts';
import type { MetricId } from './metric.ts';

/** What says most, first. */
const OF_PIECES = [
  'finish_rate',
  'share_rate',
  'comments_per_1000',
  'inquiries',
  'open_rate_backend',
  'readers',
] as const;
const OF_ACCOUNT = ['inquiries', 'wecom_adds', 'messages', 'net_followers', 'unfollows'] as const;
const WEEKS = { before: 8, atLeast: 5 };

/**
 * What the entered numbers mean beside the account's own usual, in a sentence on the one that says most: never beside
 * anybody else's. `account` has them already.
 */
export function meaningOf(account: Account, entered: readonly Snapshot[]): Text | null {
  const pieces = account.items.filter(({ id }) => entered.some(({ subject }) => subject === id));
  const newest = pieces.toSorted((a, b) => a.date.localeCompare(b.date) || b.id.localeCompare(a.id)).at(-1);
  return newest ? ofPiece(account, newest, entered) : ofWeek(account, entered);
}

function ofPiece(account: Account, item: Item, entered: readonly Snapshot[]): Text | null {
  const ages = entered.flatMap(({ subject, age }) => (subject === item.id && age !== null ? [age] : []));
  const age = ages.includes(AGE) ? AGE : Math.max(...ages);
  const known = candidates(account, OF_PIECES).filter((metric) => valueOf(account, item, metric, age) !== undefined);
  for (const metric of known) {
    const standing = standingOf(account, item, metric, age);
    if (standing) return sentence(metric, standing, (value) => shown(account, { item, age }, { metric, value }));
  }
  const [metric] = known;
  if (metric === undefined) return null;
  const before = previousOf(account, { metric, before: item }, { age, slot: item.slot }).length;
  return { key: 'numbers.meaning.too-few', values: { pieces: before + 1 } };
}

const candidates = (account: Account, usual: readonly MetricId[]): MetricId[] => {
  const lead = leadOf(account)?.metric;
  return [...new Set([...(lead === undefined ? [] : [lead]), ...usual])];
};

type At = { readonly item: Item; readonly age: number };

/** Of fewer than a thousand people reached, people are counted. */
function shown(account: Account, { item, age }: At, { metric, value }: { metric: MetricId; value: number }): Text {
  const ratio = ratioOf(metric);
  const of = ratio && baseAt(account.numbers, { item, age }, ratio.base);
  return ratio && ratio.per > 1 && of !== undefined && isFew(account, item, age)
    ? ofFewText((value / ratio.per) * of, of)
    : valueText(metric, value);
}

const sentence = (metric: MetricId, { kind, value, median: usual }: Standing, say: (value: number) => Text): Text => ({
  key: `numbers.meaning.${kind}`,
  values: { metric: metricText(metric), value: say(value), usual: say(usual) },
});

function ofWeek(account: Account, entered: readonly Snapshot[]): Text | null {
  const given = new Set(entered.map(({ name }) => name));
  const known = candidates(account, OF_ACCOUNT)
    .filter((metric) => given.has(metric) || metric === 'net_followers')
    .flatMap((metric) => weekStanding(account, metric) ?? []);
  const [first] = known;
  return first ? sentence(first.metric, first, (value) => valueText(first.metric, value)) : null;
}

/** A week is usual within what the weeks before it had. */
function weekStanding({ numbers }: Account, metric: MetricId): (Standing & { readonly metric: MetricId }) | null {
  const weeks = [...weeklyOf(numbers, metric)].toSorted(([a], [b]) => a.localeCompare(b));
  const value = weeks.at(-1)?.[1];
  const before = weeks
    .slice(0, -1)
    .slice(-WEEKS.before)
    .map(([, each]) => each);
  if (value === undefined || before.length < WEEKS.atLeast) return null;
  const kind = value > Math.max(...before) ? 'higher' : value < Math.min(...before) ? 'lower' : 'usual';
  return { metric, kind, value, median: median(before), pieces: before.length };
}
