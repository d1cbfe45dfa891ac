import { describe, expect, it } from 'vitest';

import { MONDAY_TO_FRIDAY } from '../../src/calendar/calendar.ts';
import type { Account, Plan } from '../../src/coaching/account.ts';
import { digestOf } from '../../src/coaching/digest.ts';
import { balanceOf } from '../../src/coaching/mix-balance.ts';
import { summaryOf } from '../../src/coaching/summary.ts';
import { briefOf, pillar } from '../support/briefs.ts';
import { accountOf, itemOf, linesIn, operatorOf, sayIn, WEEK } from '../support/weeks.ts';

const PLAN: Plan = {
  pillars: [
    { name: 'Fewer breakdowns', share: 0.6 },
    { name: 'Spare parts', share: 0.4 },
  ],
  promoCap: 0.2,
  perWeek: 2,
};
const piece = (date: string, of: string, intent = 'value') => ({ date, pillar: of, intent });
/** Five in four weeks up to November 20, and one before. */
const PIECES = [
  piece('2026-10-23', 'Spare parts'),
  piece('2026-10-24', 'Fewer breakdowns', 'promo'),
  piece('2026-11-03', 'Fewer breakdowns'),
  piece('2026-11-10', ''),
  piece('2026-11-17', 'Fewer breakdowns', 'promo'),
  piece('2026-11-20', 'Spare parts'),
];

describe('what came out beside what was planned', () => {
  it('counts four weeks up to a day, that day included', () => {
    expect(balanceOf(PIECES, PLAN, '2026-11-20')).toEqual({
      of: 5,
      promo: 2,
      cap: 0.2,
      pillars: [
        { name: 'Fewer breakdowns', share: 0.6, planned: 0.6 },
        { name: 'Spare parts', share: 0.2, planned: 0.4 },
      ],
      outside: 1,
    });
  });

  it('says how many there are where they are too few', () => {
    expect(balanceOf(PIECES.slice(3), PLAN, '2026-11-20')).toBe(3);
    expect(balanceOf([], PLAN, '2026-11-20')).toBe(0);
  });
});

const items = PIECES.map((known, i) => itemOf(i + 1, { ...known, id: `p${i}` }));
const position = {
  ...briefOf({
    pillars: [pillar('Fewer breakdowns', 0.6), pillar('Spare parts', null)],
    promoShare: 0.2,
    perWeek: 2,
  }),
  account: 'T1:a',
};
const of = { week: WEEK, today: '2026-11-20', calendar: MONDAY_TO_FRIDAY, checkIns: [], draft: null, suggestions: [] };
const summary = (known: Parameters<typeof operatorOf>[0], account: Account, locale: 'en' | 'zh-CN' = 'en'): string =>
  linesIn(locale, summaryOf(operatorOf(known), { ...of, account })).join('\n');

describe('the operator’s summary', () => {
  it('holds four weeks against their own plan, shared or not', () => {
    expect(summary({ position }, accountOf({ items }))).toContain(
      [
        '1 for readers, 0 company news, 1 promotion.',
        'Last four weeks: 5 pieces, 2 of them promotion (40%). Planned: 20% at most.',
        'By column, planned share in brackets: Fewer breakdowns 60% (60%), Spare parts 20%.',
        'In none of the columns: 1 piece.',
      ].join('\n'),
    );
    expect(summary({ position }, accountOf({ items }), 'zh-CN')).toContain(
      [
        '近四周 5 篇，推广 2 篇（40%），计划不超过 20%。',
        '各栏目占比，括号里是计划：Fewer breakdowns 60%（60%）、Spare parts 20%。',
        '不在这些栏目里的：1 篇。',
      ].join('\n'),
    );
  });

  it('says so where there are too few pieces, and nothing without a plan', () => {
    const few = accountOf({ items: items.slice(3) });
    expect(summary({ position }, few)).toContain('3 pieces in four weeks: too few to hold against the plan.');
    expect(summary({ position }, few, 'zh-CN')).toContain('近四周发了 3 篇，篇数太少，先不和计划比。');
    for (const none of [null, { ...position, account: 'T1:other' }]) {
      expect(summary({ position: none }, accountOf({ items }))).not.toContain('four weeks');
      expect(summary({ position: none }, accountOf({ items }))).toContain('The limit for promotion is 40%.');
    }
  });
});

const digest = (account: Account, locale: 'en' | 'zh-CN' = 'en'): string =>
  linesIn(locale, digestOf(account, { week: WEEK, today: '2026-11-23', say: sayIn(locale) })).join('\n');

describe('the manager’s digest', () => {
  const weeks: Account['weeks'] = [];

  it('has the balance of the plan that was shared, in neutral words', () => {
    const shared = accountOf({ items, weeks, plan: PLAN });
    expect(digest(shared)).toContain(
      'By column, planned share in brackets: Fewer breakdowns 50% (60%), Spare parts 25% (40%).',
    );
    expect(digest(shared, 'zh-CN')).toContain('各栏目占比，括号里是计划：');
  });

  it('has nothing of a plan that was not shared', () => {
    expect(digest(accountOf({ items }))).not.toContain('By column');
  });

  it('says it of pieces that are shown only', () => {
    const held = { week: WEEK, operator: 'T1:U1', status: 'sent', on: '2026-11-20', heldBack: ['p1', 'p2'] } as const;
    const weeks = [{ ...held, heldBack: [...held.heldBack], learnings: [], line: null, focus: null, win: null }];
    expect(digest(accountOf({ items, weeks, plan: PLAN }))).toContain(
      '3 pieces in four weeks: too few to hold against the plan.',
    );
  });
});
