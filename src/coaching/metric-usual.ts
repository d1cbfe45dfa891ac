import type { Account, Item } from './account.ts';
import { AGE, baseAt, ratioOf, valueOf, type Numbered } from './metric-value.ts';
import type { MetricId } from './metric.ts';

const PREVIOUS = 8;
const AT_LEAST = 5;
/** Below so many delivered a percentage says more than is known. */
const DELIVERED_AT_LEAST = 1000;

type When = { readonly age?: number; /** Only pieces of this place. */ readonly slot?: Item['slot'] };

/**
 * The account's own usual: the median over the eight pieces before this one that have the number, at the same age and
 * in the same place. Undefined below five.
 */
export function ownMedian(
  numbered: Numbered,
  { metric, before }: { readonly metric: MetricId; readonly before: Pick<Item, 'id' | 'date'> },
  { age = AGE, slot }: When = {},
): number | undefined {
  const values = previousOf(numbered, { metric, before }, { age, ...(slot !== undefined && { slot }) }).map(
    ({ value }) => value,
  );
  return values.length < AT_LEAST ? undefined : median(values);
}

export type Known = { readonly item: Item; readonly value: number };

/** The pieces before this one, oldest first, with their number: eight at most. */
export function previousOf(
  numbered: Numbered,
  { metric, before }: { readonly metric: MetricId; readonly before: Pick<Item, 'id' | 'date'> },
  { age = AGE, slot }: When = {},
): Known[] {
  const isBefore = (item: Item): boolean =>
    item.date < before.date || (item.date === before.date && item.id < before.id);
  return known(numbered, metric, age)
    .filter(({ item }) => isBefore(item) && (slot === undefined || item.slot === slot))
    .slice(-PREVIOUS);
}

function known(numbered: Numbered, metric: MetricId, age: number): Known[] {
  return numbered.items
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id))
    .flatMap((item) => {
      const value = valueOf(numbered, item, metric, age);
      return value === undefined ? [] : [{ item, value }];
    });
}

/** The piece that did best of the last eight, if it is alone in that and there are at least five. */
export function bestOf(numbered: Numbered, metric: MetricId, age = AGE): Known | undefined {
  const last = known(numbered, metric, age).slice(-PREVIOUS);
  const [best, next] = last.toSorted((a, b) => b.value - a.value);
  return last.length >= AT_LEAST && best && best.value > (next?.value ?? 0) ? best : undefined;
}

/** A share (0 to 1) of so many people. */
export type Share = { readonly of: number; readonly p: number };

/** Whether two shares differ by no more than chance makes them. */
export function isNoise(one: Share, other: Share): boolean {
  if (one.of <= 0 || other.of <= 0) return true;
  const p = (one.p * one.of + other.p * other.of) / (one.of + other.of);
  return Math.abs(one.p - other.p) < 2 * Math.sqrt(p * (1 - p) * (1 / one.of + 1 / other.of));
}

/**
 * How a number of a piece stands beside the account's own usual. `usual`: within normal variation. For a rate that is
 * the noise rule; for a count, anything within what the last eight had.
 */
export type Standing = {
  readonly kind: 'higher' | 'lower' | 'usual';
  readonly value: number;
  readonly median: number;
  /** How many pieces the median is of. */
  readonly pieces: number;
};

export function standingOf(numbered: Numbered, item: Item, metric: MetricId, age = AGE): Standing | undefined {
  const value = valueOf(numbered, item, metric, age);
  const previous = previousOf(numbered, { metric, before: item }, { age, slot: item.slot });
  if (value === undefined || previous.length < AT_LEAST) return undefined;
  const middle = median(previous.map((one) => one.value));
  const isUsual = isWithinNoise(numbered, { item, value, age }, { metric, previous, middle });
  const kind = isUsual ? 'usual' : value > middle ? 'higher' : 'lower';
  return { kind, value, median: middle, pieces: previous.length };
}

function isWithinNoise(
  { numbers }: Numbered,
  { item, value, age }: { readonly item: Item; readonly value: number; readonly age: number },
  {
    metric,
    previous,
    middle,
  }: { readonly metric: MetricId; readonly previous: readonly Known[]; readonly middle: number },
): boolean {
  const values = previous.map((one) => one.value);
  const inRange = value >= Math.min(...values) && value <= Math.max(...values);
  const ratio = ratioOf(metric);
  if (!ratio || ratio.per === 1) return inRange;
  const base = baseAt(numbers, { item, age }, ratio.base);
  const bases = previous.flatMap((one) => baseAt(numbers, { item: one.item, age }, ratio.base) ?? []);
  if (base === undefined || bases.length === 0) return inRange;
  return isNoise({ of: base, p: share(value, ratio.per) }, { of: median(bases), p: share(middle, ratio.per) });
}

/** A reach may be over 100 %, and a share of people may not. */
const share = (value: number, per: number): number => Math.min(value / per, 1);

/** Whether so few were reached that people are counted, and no percentage is made of them. Unknown is not few. */
export function isFew({ numbers }: Pick<Account, 'numbers'>, item: Pick<Item, 'id' | 'date'>, age = AGE): boolean {
  const delivered = baseAt(numbers, { item, age }, 'delivered');
  return delivered !== undefined && delivered < DELIVERED_AT_LEAST;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}
