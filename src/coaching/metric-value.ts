import { isoWeekOf } from '../calendar/working-days.ts';
import type { Account, Item, Snapshot } from './account.ts';
import { isMetric, type MetricId } from './metric.ts';

export type Numbered = Pick<Account, 'items' | 'numbers'>;

/** The age, in days since it came out, at which pieces are compared: from then on the backend's export stays as it is. */
export const AGE = 7;

/** What a rate is made of: the sum of the first, `per` each of the second. */
type Ratio = { readonly parts: readonly MetricId[]; readonly base: MetricId; readonly per: number };
const RATIOS: Partial<Readonly<Record<MetricId, Ratio>>> = {
  open_rate_backend: { parts: ['push_reads'], base: 'delivered', per: 100 },
  open_rate_third_party: { parts: ['readers'], base: 'delivered', per: 100 },
  read_reach: { parts: ['readers'], base: 'followers', per: 100 },
  share_rate: { parts: ['sharers'], base: 'readers', per: 100 },
  comments_per_1000: { parts: ['comments'], base: 'readers', per: 1000 },
  engagement_rate: { parts: ['likes', 'wow', 'favourites', 'sharers', 'comments'], base: 'readers', per: 100 },
  reads_per_reader: { parts: ['reads'], base: 'readers', per: 1 },
};

/** Of how many people a rate is: known even where the rate itself was entered. */
export const ratioOf = (metric: MetricId): Pick<Ratio, 'base' | 'per'> | undefined =>
  metric === 'finish_rate' ? { base: 'readers', per: 100 } : RATIOS[metric];

type Of = Pick<Item, 'id' | 'date'>;

/** The number of a piece at an age: made of what it is made of where that is known, else as it was entered. */
export function valueOf(
  { numbers }: Pick<Numbered, 'numbers'>,
  item: Of,
  metric: string,
  age = AGE,
): number | undefined {
  const ratio = isMetric(metric) ? RATIOS[metric] : undefined;
  const computed = ratio && computedOf(numbers, { item, age }, ratio);
  return computed ?? enteredAt(numbers, { item, age }, metric);
}

type At = { readonly item: Of; readonly age: number };

function computedOf(numbers: readonly Snapshot[], at: At, { parts, base, per }: Ratio): number | undefined {
  const known = parts.map((part) => enteredAt(numbers, at, part)).filter((value) => value !== undefined);
  const of = baseAt(numbers, at, base);
  if (known.length < parts.length || of === undefined || of <= 0) return undefined;
  return (known.reduce((sum, value) => sum + value, 0) / of) * per;
}

/** The number of people that something of a piece is counted among. */
export function baseAt(numbers: readonly Snapshot[], at: At, base: MetricId): number | undefined {
  return base === 'followers' ? followersAt(numbers, at) : enteredAt(numbers, at, base);
}

const enteredAt = (numbers: readonly Snapshot[], { item, age }: At, metric: string): number | undefined =>
  numbers.findLast((one) => one.subject === item.id && one.name === metric && one.age === age)?.value;

/** The followers that the account had when the piece came out, as last known by then. */
const followersAt = (numbers: readonly Snapshot[], { item }: At): number | undefined =>
  numbers
    .filter(({ subject, name, on }) => subject === 'account' && name === 'followers' && on <= item.date)
    .reduce<Snapshot | undefined>((last, one) => (last && last.on > one.on ? last : one), undefined)?.value;

/** A number of the whole account by ISO week: of several in a week, the latest. */
export function weeklyOf(numbers: readonly Snapshot[], metric: string): ReadonlyMap<string, number> {
  const given = (name: string): Map<string, number> =>
    new Map(
      numbers
        .filter((one) => one.subject === 'account' && one.name === name)
        .toSorted((a, b) => a.on.localeCompare(b.on))
        .map(({ on, value }) => [isoWeekOf(on), value]),
    );
  const entered = given(metric);
  if (metric !== 'net_followers') return entered;
  const lost = given('unfollows');
  const net = [...given('new_followers')].flatMap(([week, value]) => {
    const left = lost.get(week);
    return left === undefined ? [] : [[week, value - left] as const];
  });
  return new Map([...entered, ...net]);
}
