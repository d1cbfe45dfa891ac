import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { comparisonOf } from '../../src/coaching/alignment-gaps.ts';
import { adviceOn, indexOf, LOOKS, scoresOf, type Scores } from '../../src/coaching/alignment-index.ts';
import { Mark, MATTERS, type Matter, type MatterAnswers } from '../../src/coaching/alignment.ts';
import { roundOf } from '../support/aligning.ts';

const NOBODY_MARKED = { operator: null, manager: null } as const;

const scoreOf = (
  matter: Matter,
  operator: MatterAnswers[Matter],
  manager: MatterAnswers[Matter],
  marks: { readonly operator: Mark | null; readonly manager: Mark | null } = NOBODY_MARKED,
): number | null =>
  scoresOf(
    { answers: operator === undefined ? {} : { [matter]: operator }, mark: marks.operator },
    { answers: manager === undefined ? {} : { [matter]: manager }, mark: marks.manager },
  )[matter];

describe('how alike two answers are', () => {
  it.each([
    ['reader', 'customers', 'customers', 1],
    ['reader', 'customers', 'prospects', 0],
    ['job', 'service', 'service', 1],
    ['job', 'service', 'sell', 0],
    ['promo', 20, 20, 1],
    ['promo', 20, 30, 0.75],
    ['promo', 20, 60, 0],
    ['promo', 0, 100, 0],
    ['numbers', ['inquiries', 'reads', 'followers'], ['followers', 'inquiries', 'reads'], 1],
    ['numbers', ['inquiries', 'reads', 'followers'], ['reads', 'share_rate', 'inquiries'], 2 / 3],
    ['numbers', ['inquiries', 'reads', 'followers'], ['share_rate', 'finish_rate', 'unfollows'], 0],
    ['hours', 10, 10, 1],
    ['hours', 10, 5, 0.5],
    ['hours', 0, 8, 0],
    ['hours', 0, 0, 1],
    ['alone', ['topic', 'title', 'time', 'replies'], ['replies'], 0.25],
    ['alone', ['topic', 'title'], ['title', 'topic'], 1],
    ['alone', ['none'], ['none'], 1],
    ['alone', ['none'], ['topic'], 0],
    ['look', 'daily', 'daily', 1],
    ['look', 'daily', 'some_days', 0.67],
    ['look', 'weekly', 'daily', 0.33],
    ['look', 'daily', 'on_request', 0],
  ] as const)('%s: %j and %j are %d', (matter, operator, manager, score) => {
    const values = [operator, manager].map((value) => (typeof value === 'object' ? [...value] : value));
    expect(scoreOf(matter, values[0], values[1])).toBeCloseTo(score, 10);
    expect(scoreOf(matter, values[1], values[0])).toBeCloseTo(score, 10);
  });

  it.each([
    ['same', 'same', 1],
    ['close', 'close', 0.5],
    ['different', 'different', 0],
    ['same', 'different', 0.5],
    ['close', 'different', 0.25],
  ] as const)('own words marked %s and %s are %d', (operator, manager, score) => {
    expect(scoreOf('success', 'One thing', 'Another', { operator, manager })).toBe(score);
  });

  it('is not said of own words before both have marked them, and not of what a side left out', () => {
    expect(scoreOf('success', 'One thing', 'Another', { operator: 'same', manager: null })).toBeNull();
    for (const matter of MATTERS) expect(scoreOf(matter, undefined, 'x')).toBeNull();
  });
});

const set = (ids: readonly string[], min: number, max: number) =>
  fc.uniqueArray(fc.constantFrom(...ids), { minLength: min, maxLength: max });
const answers: fc.Arbitrary<MatterAnswers> = fc.record(
  {
    reader: fc.constantFrom('customers', 'prospects', 'undecided'),
    job: fc.constantFrom('service', 'sell'),
    promo: fc.nat(100),
    numbers: set(['followers', 'reads', 'inquiries', 'finish_rate'], 3, 3),
    hours: fc.nat(168),
    alone: set(['topic', 'title', 'time', 'none'], 1, 4),
    success: fc.string({ minLength: 1 }),
    look: fc.constantFrom(...LOOKS),
  },
  { requiredKeys: [] },
);
const side = fc.record({ answers, mark: fc.option(fc.constantFrom(...Mark.options)) });

describe('the index', () => {
  it('is between 0 and 100, and the same whoever comes first', () => {
    fc.assert(
      fc.property(side, side, (one, other) => {
        const scores = scoresOf(one, other);
        for (const score of Object.values(scores)) {
          if (score === null) continue;
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
        expect(scoresOf(other, one)).toEqual(scores);
        const index = indexOf(scores);
        expect(index === null).toBe(Object.values(scores).every((score) => score === null));
        if (index === null) return;
        expect(Number.isInteger(index)).toBe(true);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('of what is answered alike by both is 100', () => {
    fc.assert(
      fc.property(
        answers.filter((one) => Object.keys(one).some((matter) => matter !== 'success')),
        (one) => {
          const alike = { answers: one, mark: 'same' } as const;
          expect(indexOf(scoresOf(alike, alike))).toBe(100);
        },
      ),
    );
  });

  it('is the mean of what can be said', () => {
    const nothing: Scores = {
      reader: null,
      job: null,
      promo: null,
      numbers: null,
      hours: null,
      alone: null,
      success: null,
      look: null,
    };
    expect(indexOf(nothing)).toBeNull();
    expect(indexOf({ ...nothing, reader: 1, look: 0 })).toBe(50);
    expect(indexOf({ ...nothing, reader: 1, job: 1, promo: 0.25 })).toBe(75);
  });

  it.each([
    [100, 'aligned'],
    [75, 'aligned'],
    [74, 'talk'],
    [50, 'talk'],
    [49, 'meet'],
    [0, 'meet'],
  ] as const)('%d means %s', (index, advice) => {
    expect(adviceOn(index)).toBe(advice);
  });
});

const alike: MatterAnswers = {
  reader: 'customers',
  job: 'service',
  promo: 20,
  numbers: ['inquiries', 'finish_rate', 'share_rate'],
  hours: 10,
  alone: ['topic', 'title'],
  success: 'Ten calls a month',
  look: 'weekly',
};

const compared = (operator: MatterAnswers, manager: MatterAnswers, mark: Mark | null = 'same') =>
  comparisonOf(roundOf({ operator: { ...alike, ...operator }, manager: { ...alike, ...manager }, mark }));

describe('what is worth talking about', () => {
  it('is nothing where both see it the same way', () => {
    expect(compared({}, {})).toMatchObject({ same: [...MATTERS], close: [], agenda: [], later: [], open: [] });
  });

  it.each([
    ['another first reader', { reader: 'prospects' }, ['reader']],
    ['another main job', { job: 'sell' }, ['job']],
    ['more than 15 points of promotion', { promo: 36 }, ['promo']],
    ['15 points of promotion', { promo: 35 }, []],
    ['hours more than 40 % apart', { hours: 17 }, ['hours']],
    ['hours 40 % apart', { hours: 6 }, []],
    ['less than half of the decisions in common', { alone: ['topic', 'time', 'replies'] }, ['alone']],
    ['half of the decisions in common', { alone: ['topic'] }, []],
    ['one number in common', { numbers: ['inquiries', 'reads', 'unfollows'] }, ['numbers']],
    ['two numbers in common', { numbers: ['inquiries', 'finish_rate', 'reads'] }, []],
    ['followers first for the manager alone', { numbers: ['followers', 'inquiries', 'finish_rate'] }, ['numbers']],
    ['a manager who looks when asked to', { look: 'on_request' }, ['look']],
    ['a manager who looks more often', { look: 'some_days' }, []],
  ] as const)('%s', (_, manager, agenda) => {
    const answered = Object.fromEntries(
      Object.entries(manager).map(([matter, value]) => [matter, typeof value === 'object' ? [...value] : value]),
    );
    expect(compared({}, answered)?.agenda).toEqual(agenda);
  });

  it('is a first reader that neither has chosen', () => {
    const undecided = { reader: 'undecided' };
    expect(compared(undecided, undecided)).toMatchObject({ agenda: ['reader'], scores: { reader: 1 } });
  });

  it('is what success means, where a side finds it different', () => {
    expect(compared({}, {}, 'different')?.agenda).toEqual(['success']);
    expect(compared({}, {}, 'close')).toMatchObject({ agenda: [], close: ['success'] });
  });

  it('is three points at most, the largest gaps first; the others can wait', () => {
    const comparison = compared({}, { reader: 'staff', job: 'sell', promo: 50, hours: 4, look: 'on_request' });
    expect(comparison?.agenda).toEqual(['reader', 'job', 'promo']);
    expect(comparison?.later).toEqual(['hours', 'look']);
  });

  it('leaves out what a side skipped, and says so', () => {
    const { promo: _, ...rest } = alike;
    const comparison = comparisonOf(roundOf({ operator: alike, manager: rest, mark: 'same' }));
    expect(comparison).toMatchObject({ open: ['promo'], scores: { promo: null } });
  });
});
