import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { weightOf } from '../../src/coaching/above-fold.ts';
import type { Account } from '../../src/coaching/account.ts';
import { digestOf } from '../../src/coaching/digest.ts';
import type { Locale } from '../../src/coaching/member.ts';
import type { Part } from '../../src/coaching/post.ts';
import { partsMessage } from '../../src/slack/views/post.ts';
import { createSay } from '../../src/slack/views/say.ts';
import { violations } from '../support/block-limits.ts';
import { accountOf, coaching, itemOf, linesIn, MANAGER, OPERATOR, pressesIn, sayIn, WEEK } from '../support/weeks.ts';

const TODAY = '2026-11-23';

type Ask = Account['asks'][number];
type Blocker = Account['blockers'][number];
type Entry = Account['weeks'][number];

const askOf = (id: string, known: Partial<Ask> = {}): Ask => ({
  id,
  operator: OPERATOR,
  text: `Question ${id}`,
  a: `Option A of ${id}`,
  b: `Option B of ${id}`,
  prefers: 'a',
  waiting: null,
  dueOn: null,
  askedOn: '2026-11-20',
  answer: null,
  ...known,
});

const blockerOf = (id: string, known: Partial<Blocker> = {}): Blocker => ({
  id,
  operator: OPERATOR,
  text: `Blocker ${id}`,
  owner: { member: MANAGER },
  category: null,
  openedOn: '2026-11-16',
  reply: null,
  ...known,
});

const entryOf = (known: Partial<Entry> = {}): Entry => ({
  week: WEEK,
  operator: OPERATOR,
  status: 'sent',
  on: '2026-11-20',
  heldBack: [],
  learnings: [],
  line: null,
  focus: null,
  win: null,
  ...known,
});

const digest = (account: Account, locale: Locale = 'en', forOperator = false): Part[] =>
  digestOf(account, { week: WEEK, today: TODAY, say: sayIn(locale), forOperator });

const headingsOf = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => (part.kind === 'block' && part.heading !== null ? [part.heading.key] : []));

/** Everything of blocks 1 to 3, with the heading, the buttons and the small print. */
function foldOf(parts: readonly Part[]): readonly Part[] {
  const happened = parts.findIndex((part) => part.kind === 'block' && part.heading?.key === 'digest.happened');
  return parts.slice(0, happened + 1);
}

const EN = (n: number): string => 'Dealers keep asking which grease holds in the rain, '.repeat(9).slice(0, n).trim();
const ZH = (n: number): string => '经销商总在问下雨天该用哪种润滑脂才不会进水，'.repeat(9).slice(0, n);

const rich = (words: (n: number) => string): Account =>
  accountOf({
    name: words(60),
    asks: ['1', '2', '3'].map((id) =>
      askOf(id, { text: words(200), a: words(80), b: words(80), waiting: words(120), dueOn: '2026-11-27' }),
    ),
    blockers: ['b1', 'b2', 'b3'].map((id) => blockerOf(id, { text: words(300) })),
    items: [1, 2, 3, 4, 5].map((n) => itemOf(n, { title: words(120) })),
    weeks: [entryOf({ learnings: [words(300), words(200)], line: words(160), focus: words(120), win: words(160) })],
  });

const words = (max: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom('经销商', '润滑脂', '下雨天', 'grease', 'dealers', '“A/B”', '40.5%', '，', ' ', '\n'), {
      minLength: 1,
      maxLength: max,
    })
    .map((some) => `x${some.join(' ')}`.slice(0, max));

describe('above the fold', () => {
  it.each([
    ['en', EN],
    ['zh-CN', ZH],
    ['en', ZH],
    ['zh-CN', EN],
  ] as const)('a full week takes no more than 120 words or 200 characters: %s', (locale, words) => {
    const parts = digest(rich(words), locale);
    const fold = foldOf(parts);
    const buttons = pressesIn(fold).map(({ text }) => sayIn(locale)(text));
    const seen = linesIn(locale, fold).join('\n');
    expect(weightOf(seen)).toBeLessThanOrEqual(1.0001);
    expect(buttons.length).toBeGreaterThan(0);
    expect(headingsOf(fold)).toEqual(expect.arrayContaining(['digest.title', 'digest.decide', 'digest.happened']));
  });

  it('whatever there is, in whatever words, it holds what it should and no more', () => {
    const ask = fc.record({
      text: words(200),
      a: words(80),
      b: words(80),
      waiting: fc.option(words(120)),
      dueOn: fc.option(fc.constant('2026-11-27')),
    });
    const full = fc.record({
      name: words(60),
      asks: fc.array(ask, { maxLength: 3 }),
      blockers: fc.array(words(300), { maxLength: 3 }),
      titles: fc.array(words(120), { maxLength: 6 }),
      learnings: fc.array(words(500), { maxLength: 3 }),
      locale: fc.constantFrom('en' as const, 'zh-CN' as const),
    });
    fc.assert(
      fc.property(full, ({ name, asks, blockers, titles, learnings, locale }) => {
        const account = accountOf({
          name,
          asks: asks.map((one, i) => askOf(`${i}`, one)),
          blockers: blockers.map((text, i) => blockerOf(`${i}`, { text })),
          items: titles.map((title, i) => itemOf(i, { title })),
          weeks: [entryOf({ learnings })],
        });
        const fold = foldOf(digest(account, locale));
        const headings = headingsOf(fold);
        expect(weightOf(linesIn(locale, fold).join('\n'))).toBeLessThanOrEqual(1.0001);
        expect(headings.includes('digest.decide')).toBe(asks.length > 0);
        expect(headings.at(-1)).toBe('digest.happened');
      }),
      { numRuns: 100 },
    );
  });

  it('counts words and characters as a reader would', () => {
    expect(weightOf(Array.from({ length: 120 }, () => 'word').join(' '))).toBe(1);
    expect(weightOf('字'.repeat(200))).toBe(1);
    expect(weightOf('“字”，don’t 40.5% A/B')).toBeCloseTo(1 / 200 + 3 / 120);
  });

  it('what it does not hold comes right below, in full', () => {
    const account = rich(EN);
    const said = linesIn('en', digest(account)).join('\n');
    expect(headingsOf(digest(account))).toEqual(expect.arrayContaining(['digest.also', 'digest.in-full']));
    expect(said).toContain(EN(200));
  });

  it.each(['en', 'zh-CN'] as const)('with everything else it is one message that Slack takes whole: %s', (locale) => {
    const parts = digest(rich(locale === 'en' ? EN : ZH), locale);
    const { blocks } = partsMessage(parts, createSay(coaching.translate, locale));
    expect(violations(blocks)).toEqual([]);
    expect(blocks.length).toBeLessThan(50);
    expect(JSON.stringify(blocks).length).toBeLessThan(14_000);
  });

  it('two asks stand there together, as people write them', () => {
    const asks = [
      askOf('1', {
        text: '为了当天回复读者，需要定下：服务类内容由谁审',
        a: '售后主管一人审，一个工作日内回',
        b: '还是三个部门会签',
        waiting: '两篇写好的指南继续压着',
        dueOn: '2026-11-27',
      }),
      askOf('2', { text: '周三那篇促销，这周能不能不发', a: '不发', b: '改到下周' }),
    ];
    const items = [itemOf(1, { title: '轴承要坏时的五种声音' }), itemOf(2)];
    const fold = linesIn('zh-CN', foldOf(digest(accountOf({ asks, items, weeks: [entryOf()] }), 'zh-CN'))).join('\n');
    expect(fold).toContain('为了当天回复读者，需要定下：服务类内容由谁审');
    expect(fold).toContain('周三那篇促销，这周能不能不发');
    expect(fold).toContain('发了 2 篇');
  });

  it('short asks stand there as they were written', () => {
    const parts = digest(accountOf({ asks: [askOf('1'), askOf('2')], items: [itemOf(1)], weeks: [entryOf()] }));
    const fold = linesIn('en', foldOf(parts)).join('\n');
    expect(fold).toContain('Question 1');
    expect(fold).toContain('Question 2');
    expect(headingsOf(parts)).not.toContain('digest.in-full');
  });
});

const mixed = (promo: number): Account =>
  accountOf({
    weeks: [entryOf()],
    items: [1, 2, 3, 4, 5].map((n) =>
      itemOf(n, n <= promo ? { intent: 'promo', requestedBy: n === 1 ? 'manager' : 'department' } : {}),
    ),
  });

describe('the digest', () => {
  it('says first that nothing is needed, where nothing is', () => {
    const [title] = digest(accountOf({ items: [itemOf(1)], weeks: [entryOf()] }));
    expect(title).toMatchObject({ lines: [{ key: 'digest.nothing-needed' }] });
  });

  it('asks what is due first, and at most two things', () => {
    const asks = [askOf('later', { dueOn: '2026-12-20' }), askOf('none'), askOf('soon', { dueOn: '2026-11-25' })];
    const said = linesIn('en', digest(accountOf({ asks, weeks: [entryOf()] }))).join('\n');
    expect(said.indexOf('Question soon')).toBeLessThan(said.indexOf('Question later'));
    expect(said).not.toContain('Question none');
  });

  it('leaves out what its operator holds back', () => {
    const account = accountOf({
      items: [itemOf(1), itemOf(2)],
      asks: [askOf('1'), askOf('2')],
      blockers: [blockerOf('b1'), blockerOf('b2')],
      weeks: [entryOf({ heldBack: [itemOf(1).id, '2', 'b1'] })],
    });
    const said = linesIn('en', digest(account)).join('\n');
    expect(said).not.toMatch(/Piece 1|Question 2|Blocker b1/);
    expect(said).toMatch(/Piece 2/);
    expect(said).toMatch(/Question 1/);
    expect(said).toMatch(/Blocker b2/);
  });

  it('says the share of promotion beside the limit, and whose wish it was, once it is above', () => {
    expect(linesIn('en', digest(mixed(1))).join('\n')).toContain(
      '1 of the last 5 pieces, within two weeks, was promotion (20%). The limit is 40%.',
    );
    expect(linesIn('en', digest(mixed(1))).join('\n')).not.toContain('Asked for');
    expect(linesIn('en', digest(mixed(3))).join('\n')).toContain('Asked for by other departments: 2. By you: 1.');
  });

  it('has one sentence of thanks ready: the operator’s, or one about a piece', () => {
    const won = digest(accountOf({ weeks: [entryOf({ win: 'Service answered nine readers' })] }));
    expect(linesIn('en', won).join('\n')).toContain('Service answered nine readers');
    expect(pressesIn(won).find(({ name }) => name === 'thank')?.subject).toBe(`T1:a|${WEEK}`);
    const piece = digest(accountOf({ items: [itemOf(7)], weeks: [entryOf()] }), 'zh-CN');
    expect(linesIn('zh-CN', piece).join('\n')).toContain('谢谢11月17日星期二发的《Piece 7》');
  });

  it('shows what was published as a picture with the figures in words', () => {
    const items = [
      itemOf(1),
      itemOf(2, { intent: 'promo' }),
      itemOf(3, { date: '2026-11-10', intent: 'company_news' }),
    ];
    const chart = digest(accountOf({ items, weeks: [entryOf()] })).find(({ kind }) => kind === 'chart');
    expect(chart).toMatchObject({
      chart: {
        kind: 'mix',
        weeks: [
          { monday: '2026-11-09', useful: 0, companyNews: 1, promo: 0 },
          { monday: '2026-11-16', useful: 1, companyNews: 0, promo: 1 },
        ],
      },
    });
    expect(linesIn('en', chart ? [chart] : []).join('\n')).toContain(
      'Week of November 9: 0 for readers, 1 company news',
    );
  });

  it('has no picture of nothing', () => {
    expect(digest(accountOf({ weeks: [entryOf()] })).map(({ kind }) => kind)).not.toContain('chart');
  });

  it('looks back on the month with the first digest of the next, in what was recorded', () => {
    const account = accountOf({
      items: [itemOf(1, { date: '2026-11-10' }), itemOf(2, { date: '2026-11-12', intent: 'promo' })],
      digests: [{ week: 'x', on: '2026-11-23', whole: true }].map((one) => ({ ...one, week: '2026-W47' })),
      weeks: [entryOf()],
    });
    const of = (today: string): string =>
      linesIn('en', digestOf(account, { week: '2026-W48', today, say: sayIn('en') })).join('\n');
    expect(of('2026-11-30')).not.toContain('The month before');
    expect(of('2026-12-01')).toContain('Published: 2\nPromotion: 50%');
  });

  it('is shown to its operator whole, but for the buttons', () => {
    const account = rich(EN);
    const mine = digest(account, 'en', true);
    expect(pressesIn(mine)).toEqual([]);
    expect(linesIn('en', mine).filter((line) => !line.startsWith('['))).toEqual(
      linesIn('en', digest(account)).filter((line) => !line.startsWith('[')),
    );
  });
});
