import { describe, expect, it } from 'vitest';

import { plusDays } from '../../src/calendar/local-date.ts';
import type { Account } from '../../src/coaching/account.ts';
import { digestOf } from '../../src/coaching/digest.ts';
import { plusWeeks, mondayOfWeek } from '../../src/coaching/iso-week.ts';
import type { Part } from '../../src/coaching/post.ts';
import { numberLines } from '../../src/coaching/summary-numbers.ts';
import { readingOf } from '../../src/coaching/week-numbers.ts';
import { accountOf, itemOf, linesIn, sayIn, WEEK } from '../support/weeks.ts';

type Numbers = Account['numbers'];

/** One value a week, the last of them in WEEK. */
const weekly = (name: string, values: readonly (number | null)[]): Numbers =>
  values.flatMap((value, i) => {
    const on = plusDays(mondayOfWeek(plusWeeks(WEEK, i - values.length + 1)), 2);
    return value === null ? [] : [{ subject: 'account', name, value, on, age: null, source: 'check-in' as const }];
  });

const ageOf = (item: number, age: number, value: number): Numbers[number] => ({
  subject: itemOf(item).id,
  name: 'finish_rate',
  value,
  on: '2026-11-18',
  age,
  source: 'form',
});

const STEADY = [10, 12, 11, 13, 10, 12];

const digest = (known: Partial<Account>): Part[] =>
  digestOf(accountOf({ items: [itemOf(1)], ...known }), { week: WEEK, today: '2026-11-23', say: sayIn('en') });
const said = (known: Partial<Account>): string => linesIn('en', digest(known)).join('\n');

describe('a figure of the week', () => {
  it.each([
    ['above', 20],
    ['below', 3],
    ['usual', 12],
  ] as const)('is %s when it is %d among ten to thirteen', (stands, value) => {
    expect(readingOf({ items: [], numbers: weekly('inquiries', [...STEADY, value]) }, 'inquiries', WEEK)).toMatchObject(
      {
        value,
        usual: 11.5,
        stands,
      },
    );
  });

  it('says nothing of what is usual with fewer than five weeks before it', () => {
    const numbers = weekly('inquiries', [10, 12, null, 11, 13, 40]);
    expect(readingOf({ items: [], numbers }, 'inquiries', WEEK)).toMatchObject({
      value: 40,
      usual: null,
      stands: 'unknown',
    });
  });

  it('compares pieces of the same age', () => {
    const items = [1, 2].map((n) => itemOf(n, { date: n === 1 ? '2026-11-09' : '2026-11-11' }));
    const numbers = [ageOf(1, 7, 40), ageOf(2, 7, 44), ageOf(2, 1, 90)];
    expect(readingOf({ items, numbers }, 'finish_rate', WEEK)?.value).toBe(42);
  });

  it('is one of four at most in a summary', () => {
    const names = ['finish_rate', 'share_rate', 'comments_per_1000', 'inquiries', 'unfollows'];
    const account = accountOf({ numbers: names.flatMap((name) => weekly(name, [5])) });
    expect(numberLines(account, WEEK)).toHaveLength(4);
    expect(linesIn('en', [{ kind: 'text', text: numberLines(account, WEEK)[0] ?? { key: '' } }])).toEqual([
      '• finish rate: 5%',
    ]);
  });
});

describe('the one number of a digest', () => {
  it('is the one agreed on, beside its usual, with what it means and what must not get worse', () => {
    const numbers = [...weekly('inquiries', [...STEADY, 20]), ...weekly('unfollows', [...STEADY, 11])];
    const words = said({ leadMetric: 'inquiries', numbers });
    expect(words).toContain('The week’s inquiries: 20, above the usual 11.5');
    expect(words).toContain('It says how many came to ask something');
    expect(words).toContain('Beside it, unfollows: 11, normal variation around 11.5');
  });

  it('shows no trend of too few weeks', () => {
    const words = said({ leadMetric: 'inquiries', numbers: weekly('inquiries', [10, 20]) });
    expect(words).toContain('The week’s inquiries: 20\n');
    expect(words).toContain('Too few weeks are known yet');
    expect(words).not.toContain('usual 1');
  });

  it('is never the number of followers', () => {
    expect(said({ numbers: weekly('net_followers', [...STEADY, 90]) })).not.toContain('One number');
  });

  it('is drawn where two weeks are known, and told in words', () => {
    const numbers = weekly('inquiries', [10, null, 20]);
    const chart = digest({ leadMetric: 'inquiries', numbers }).find(({ kind }) => kind === 'chart');
    expect(chart).toMatchObject({
      chart: {
        kind: 'number',
        unit: 'count',
        usual: null,
        weeks: [
          { monday: '2026-11-02', value: 10 },
          { monday: '2026-11-09', value: null },
          { monday: '2026-11-16', value: 20 },
        ],
      },
    });
    expect(linesIn('en', chart ? [chart] : []).join('')).toContain('Week of November 9: not entered');
    const once = digest({ leadMetric: 'inquiries', numbers: weekly('inquiries', [20]) });
    expect(once.find(({ kind }) => kind === 'chart')).toMatchObject({ chart: { kind: 'mix' } });
  });

  it('stays out, with every other figure, where its operator holds the numbers back', () => {
    const entry = {
      week: WEEK,
      operator: 'T1:U1',
      status: 'sent' as const,
      on: '2026-11-20',
      heldBack: ['numbers'],
      learnings: [],
      line: null,
      focus: null,
      win: null,
    };
    const known = { leadMetric: 'inquiries', numbers: weekly('inquiries', [...STEADY, 20]), weeks: [entry] };
    expect(said(known)).not.toMatch(/nquiries|11\.5/);
    expect(digest(known).find(({ kind }) => kind === 'chart')).toMatchObject({ chart: { kind: 'mix' } });
  });
});
