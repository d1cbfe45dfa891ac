import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Account, type Item, type Snapshot } from '../../src/coaching/account.ts';
import { leadOf, usualAge, weekSeries } from '../../src/coaching/metric-lead.ts';
import { bestOf, isFew, isNoise, ownMedian, standingOf } from '../../src/coaching/metric-usual.ts';
import { valueOf, weeklyOf } from '../../src/coaching/metric-value.ts';

const item = (n: number, changed: Partial<Item> = {}): Item => ({
  id: `i${String(n).padStart(2, '0')}`,
  operator: 'T1:U1',
  date: `2026-10-${String(n).padStart(2, '0')}`,
  title: `Piece ${n}`,
  intent: 'value',
  pillar: '',
  slot: 'lead',
  requestedBy: 'operator',
  topic: null,
  ...changed,
});
const number = (n: number, name: string, value: number, age = 7): Snapshot => ({
  subject: item(n).id,
  name,
  value,
  on: `2026-11-${String(n).padStart(2, '0')}`,
  age,
  source: 'form',
});
const whole = (name: string, value: number, on: string): Snapshot => ({
  subject: 'account',
  name,
  value,
  on,
  age: null,
  source: 'form',
});
const account = (items: readonly Item[], numbers: readonly Snapshot[], leadMetric: string | null = null): Account =>
  Account.parse({
    v: 1,
    id: 'T1:a',
    name: 'A',
    platforms: [],
    operators: ['T1:U1'],
    manager: null,
    items,
    numbers,
    leadMetric,
  });
const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => item(n));
const readers = (values: readonly number[]): Snapshot[] => values.map((value, at) => number(at + 1, 'readers', value));

describe('a number made of others', () => {
  it('keeps the two meanings of 打开率 apart', () => {
    const numbers = [number(1, 'push_reads', 60), number(1, 'readers', 90), number(1, 'delivered', 2000)];
    const of = (metric: string) => valueOf({ numbers }, item(1), metric);
    expect(of('open_rate_backend')).toBeCloseTo(3);
    expect(of('open_rate_third_party')).toBeCloseTo(4.5);
  });

  it('is worked out rather than believed where what it is made of is known at the same age', () => {
    const entered = number(1, 'share_rate', 9);
    expect(valueOf({ numbers: [entered] }, item(1), 'share_rate')).toBe(9);
    const counts = [number(1, 'sharers', 10), number(1, 'readers', 200)];
    expect(valueOf({ numbers: [entered, ...counts] }, item(1), 'share_rate')).toBe(5);
    expect(valueOf({ numbers: counts }, item(1), 'share_rate', 3)).toBeUndefined();
  });

  it.each([
    ['comments_per_1000', { comments: 6, readers: 300 }, 20],
    ['reads_per_reader', { reads: 450, readers: 300 }, 1.5],
    ['engagement_rate', { likes: 3, wow: 2, favourites: 1, sharers: 4, comments: 5, readers: 300 }, 5],
  ])('%s', (metric, parts, value) => {
    const numbers = Object.entries(parts).map(([name, part]) => number(1, name, part));
    expect(valueOf({ numbers }, item(1), metric)).toBeCloseTo(value);
    expect(valueOf({ numbers: numbers.slice(1) }, item(1), metric)).toBeUndefined();
  });

  it('takes the reach of the followers that were known when the piece came out', () => {
    const followers = [whole('followers', 500, '2026-09-20'), whole('followers', 1000, '2026-10-30')];
    expect(valueOf({ numbers: [number(1, 'readers', 600), ...followers] }, item(1), 'read_reach')).toBe(120);
  });

  it('is nothing where nobody read', () => {
    const numbers = [number(1, 'sharers', 0), number(1, 'readers', 0)];
    expect(valueOf({ numbers }, item(1), 'share_rate')).toBeUndefined();
  });
});

describe('the own median', () => {
  const before = item(9);

  const of = (values: number[]) => ownMedian({ items: nine, numbers: readers(values) }, { metric: 'readers', before });

  it('is of the eight pieces before, and of none below five', () => {
    expect(of([1, 2, 3, 4])).toBeUndefined();
    expect(of([5, 1, 3, 2, 4])).toBe(3);
    expect(of([8, 1, 7, 2, 6, 3, 5, 4, 1000])).toBe(4.5);
  });

  it('is of pieces in the same place, at the same age', () => {
    const items = nine.map((one, at) => (at < 4 ? { ...one, slot: 'secondary' as const } : one));
    const numbers = readers([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(ownMedian({ items, numbers }, { metric: 'readers', before }, { slot: 'lead' })).toBeUndefined();
    expect(ownMedian({ items, numbers }, { metric: 'readers', before })).toBe(4.5);
    expect(ownMedian({ items, numbers }, { metric: 'readers', before }, { age: 1 })).toBeUndefined();
  });

  it('lies within what it is the median of, in whatever order it was entered', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 5, maxLength: 8 }), (values) => {
        const numbers = readers(values);
        const median = ownMedian({ items: nine, numbers }, { metric: 'readers', before });
        expect(median).toBeGreaterThanOrEqual(Math.min(...values));
        expect(median).toBeLessThanOrEqual(Math.max(...values));
        const turned = { items: nine.toReversed(), numbers: numbers.toReversed() };
        expect(ownMedian(turned, { metric: 'readers', before })).toBe(median);
      }),
    );
  });
});

describe('the noise rule', () => {
  it.each([
    [1.0, true],
    [1.2, false],
  ])('takes %s points at 3 % of 2,000 for noise: %s', (points, noise) => {
    const p = 0.03 - points / 200;
    expect(isNoise({ of: 2000, p }, { of: 2000, p: p + points / 100 })).toBe(noise);
  });

  it('does not depend on which comes first, and is never sure with nobody', () => {
    const share = fc.record({
      of: fc.integer({ min: 1, max: 100_000 }),
      p: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(share, share, (one, other) => {
        expect(isNoise(one, other)).toBe(isNoise(other, one));
        expect(isNoise({ ...one, of: 0 }, other)).toBe(true);
      }),
    );
  });

  it('says of a rate what it says, and of a count whether it is within the last eight', () => {
    const rates = [40, 41, 42, 40, 41, 42, 40, 41];
    const numbers = rates.flatMap((rate, at) => [number(at + 1, 'finish_rate', rate), number(at + 1, 'readers', 100)]);
    const now = (rate: number, count: number) => [
      ...numbers,
      number(9, 'finish_rate', rate),
      number(9, 'readers', count),
    ];
    const of = (rate: number, count: number, metric: 'finish_rate' | 'readers') =>
      standingOf({ items: nine, numbers: now(rate, count) }, item(9), metric)?.kind;
    expect(of(50, 100, 'finish_rate')).toBe('usual');
    expect(of(60, 100, 'finish_rate')).toBe('higher');
    expect(of(20, 100, 'finish_rate')).toBe('lower');
    expect(of(41, 100, 'readers')).toBe('usual');
    expect(of(41, 101, 'readers')).toBe('higher');
  });
});

const best = (values: number[]) => bestOf({ items: nine, numbers: readers(values) }, 'readers')?.item.id;

it('calls the best of the last eight only what is alone in it, of five at least', () => {
  expect(best([1, 2, 9, 3])).toBeUndefined();
  expect(best([1, 2, 9, 3, 4])).toBe('i03');
  expect(best([1, 2, 9, 3, 9])).toBeUndefined();
  expect(best([99, 2, 9, 3, 4, 5, 6, 7, 8])).toBe('i03');
});

it('counts people below a thousand delivered', () => {
  expect(isFew({ numbers: [number(1, 'delivered', 999)] }, item(1))).toBe(true);
  expect(isFew({ numbers: [number(1, 'delivered', 1000)] }, item(1))).toBe(false);
  expect(isFew({ numbers: [] }, item(1))).toBe(false);
});

describe('the lead metric', () => {
  it.each([
    [[whole('inquiries', 3, '2026-11-05'), number(1, 'finish_rate', 40)], null, 'inquiries'],
    [[number(1, 'readers', 40), number(1, 'finish_rate', 40)], null, 'finish_rate'],
    [[number(1, 'readers', 40), number(1, 'sharers', 4)], null, 'share_rate'],
    [[number(1, 'readers', 40)], 'follows_after_reading', 'follows_after_reading'],
    [[number(1, 'readers', 40), whole('followers', 9000, '2026-11-05')], 'followers', 'readers'],
    [[whole('followers', 9000, '2026-11-05')], null, undefined],
  ])('of %j with %s agreed is %s', (numbers, agreed, lead) => {
    expect(leadOf(account(nine, numbers, agreed))?.metric).toBe(lead);
  });

  it('has something beside it that must not get worse', () => {
    const numbers = [number(1, 'finish_rate', 40), whole('unfollows', 4, '2026-11-08')];
    expect(leadOf(account(nine, numbers))).toEqual({ metric: 'finish_rate', age: 7, guardrail: 'unfollows' });
    expect(leadOf(account(nine, [number(1, 'finish_rate', 40)]))?.guardrail).toBeNull();
  });
});

describe('weeks', () => {
  it('have the latest number of the account in each, and net what was gained and lost', () => {
    const numbers = [
      whole('inquiries', 3, '2026-11-19'),
      whole('inquiries', 5, '2026-11-22'),
      whole('new_followers', 30, '2026-11-22'),
      whole('unfollows', 40, '2026-11-22'),
    ];
    expect([...weeklyOf(numbers, 'inquiries')]).toEqual([['2026-W47', 5]]);
    expect([...weeklyOf(numbers, 'net_followers')]).toEqual([['2026-W47', -10]]);
    expect(weekSeries({ items: [], numbers }, 'inquiries', ['2026-W46', '2026-W47'])).toEqual([null, 5]);
  });

  it('have of pieces the median of those that came of age in them', () => {
    const items = [item(1, { date: '2026-11-02' }), item(2, { date: '2026-11-03' }), item(3, { date: '2026-11-10' })];
    const numbers = [number(1, 'finish_rate', 40), number(2, 'finish_rate', 50), number(3, 'finish_rate', 60)];
    const weeks = ['2026-W45', '2026-W46', '2026-W47'];
    expect(weekSeries({ items, numbers }, 'finish_rate', weeks)).toEqual([null, 45, 60]);
  });

  it('compare pieces at the age at which most of them are known, on the seventh day when in doubt', () => {
    const third = [1, 2, 3].map((n) => number(n, 'finish_rate', 40, 3));
    expect(usualAge({ items: nine, numbers: third }, 'finish_rate')).toBe(3);
    const both = [...third, ...[1, 2, 3].map((n) => number(n, 'finish_rate', 40))];
    expect(usualAge({ items: nine.slice(0, 3), numbers: both }, 'finish_rate')).toBe(7);
  });
});
