import { describe, expect, it } from 'vitest';

import type { Account } from '../../src/coaching/account.ts';
import type { CheckIn, Member } from '../../src/coaching/member.ts';
import { summaryDue } from '../../src/coaching/summary-due.ts';
import { draftOf, toEntry } from '../../src/coaching/week-draft.ts';
import {
  accountOf,
  checkInOf,
  coaching,
  itemOf,
  linesIn,
  OPERATOR,
  operatorOf,
  pressesIn,
  WEEK,
} from '../support/weeks.ts';

const AT = new Date('2026-11-20T09:00:00Z');
const occurrence = { routine: 'summary', subject: null, date: '2026-11-20', at: AT } as const;

const days: readonly CheckIn[] = [
  checkInOf('2026-11-13', { moved: ['write'], plan: 'Old plan', energy: 5 }),
  checkInOf('2026-11-16', { moved: ['write', 'audience_research'], plan: 'Call two dealers', energy: 4 }),
  checkInOf('2026-11-17', {
    moved: ['publish', 'audience_research'],
    'published[0].title': 'Five sounds of a worn bearing',
    plan_done: 'yes',
    plan: 'Cut the guide to three lines',
    energy: 2,
  }),
  checkInOf('2026-11-18', {
    moved: ['write'],
    moved_note: 'The introduction clicked',
    plan_done: 'no',
    plan: 'List error codes',
    learned: 'A dealer asked: which grease for the rain?',
    energy: 3,
  }),
  checkInOf('2026-11-20', { moved: ['data_review'], plan_done: 'partly', energy: 4 }),
];

const due = (
  known: Partial<Member> = {},
  account: Account | null = accountOf({ items: [itemOf(1), itemOf(2, { intent: 'promo' })] }),
  checkIns = days,
) =>
  summaryDue(
    coaching,
    operatorOf(known),
    { occurrence, accounts: account ? [account] : [], checkIns },
    { id: 'c', at: AT },
  );

const saidBy = (...args: Parameters<typeof due>): string => linesIn('en', due(...args).parts).join('\n');

describe('the operator’s summary', () => {
  it('begins with what moved forward, wins first', () => {
    const said = saidBy();
    expect(said.indexOf('“Five sounds of a worn bearing” came out')).toBeGreaterThan(0);
    expect(said.indexOf('As planned: Call two dealers')).toBeGreaterThan(said.indexOf('Five sounds'));
    expect(said).toContain('The introduction clicked');
    expect(said).toContain('Talked with readers or customers (2 days)');
  });

  it('says how many plans happened and which are carried over, without a share', () => {
    const said = saidBy();
    expect(said).toContain('1 of 3 happened, 1 in part.');
    expect(said).toContain('Carried over: Cut the guide to three lines');
    expect(said).toContain('Carried over: List error codes');
    expect(said).not.toMatch(/Call two dealers.*\n.*Carried over: Call two dealers/);
  });

  it('shows the energy as dots for its operator, in words too, beside last week', () => {
    const said = saidBy();
    expect(said).toContain('This week: ● ○ ◐ – ●');
    expect(said).toContain('Last week: – – – – ●');
    expect(said).toContain('Tuesday, November 17 low');
    expect(said).not.toContain('Thursday, November 19');
  });

  it('leaves out what there is nothing to say of', () => {
    const headings = due({}, accountOf(), []).parts.flatMap((part) =>
      part.kind === 'block' && part.heading !== null ? [part.heading.key] : [],
    );
    expect(headings).toEqual(['summary.title', 'summary.next', 'summary.goes']);
    expect(saidBy({}, accountOf(), [])).toContain('No check-ins this week');
  });

  it('is read in a minute, however much there is', () => {
    const long = 'word '.repeat(100).trim();
    const full = days.map((day) => ({
      ...day,
      answers: { ...day.answers, learned: { value: long, audience: 'operator' as const } },
    }));
    const blockers = Array.from({ length: 9 }, (_, i) => ({
      id: `b-${i}`,
      text: long,
      owner: { name: 'Sales' },
      category: null,
      shared: i === 0,
      openedOn: '2026-11-10',
      closedOn: null,
    }));
    const parts = due({ blockers }, undefined, full).parts.slice(0, -1);
    expect(linesIn('en', parts).join(' ').split(/\s+/).length).toBeLessThan(300);
  });

  it('offers what may go to the manager, and keeps it private until it is sent', () => {
    const decision = due();
    expect(pressesIn(decision.parts).map(({ name }) => name)).toEqual([
      'preview-week',
      'edit-week',
      'send-week',
      'skip-week',
      'review',
    ]);
    expect(decision.then).toBeUndefined();
    expect(decision.member.week).toMatchObject({
      week: WEEK,
      heard: ['A dealer asked: which grease for the rain?'],
      wins: ['“Five sounds of a worn bearing” came out', 'Done as planned: Call two dealers'],
      learnings: [],
    });
  });

  it('lets a week go by itself where its operator chose so, once', () => {
    const account = accountOf({ sendsByItself: true });
    const { then = [], parts } = due({}, account);
    expect(then[0]).toMatchObject({ change: { kind: 'week', entry: { week: WEEK, status: 'sent', learnings: [] } } });
    expect(pressesIn(parts).map(({ name }) => name)).not.toContain('send-week');
    const entry = toEntry(draftOf(null, { week: WEEK, account: 'T1:a' }), 'skipped', {
      operator: OPERATOR,
      on: '2026-11-20',
    });
    expect(due({}, { ...account, weeks: [entry] }).then).toBeUndefined();
  });

  it.each([
    ['nobody answers for the account', { manager: null }, ['review', 'begin']],
    ['its operator answers for it', { manager: OPERATOR }, ['review']],
  ])('offers nothing to send where %s', (_, known, presses) => {
    const { parts } = due({}, accountOf(known));
    expect(pressesIn(parts).map(({ name }) => name)).toEqual(presses);
  });

  it('names the manager and the day in both languages', () => {
    const { parts } = due();
    expect(linesIn('en', parts).join('\n')).toContain('@U2 gets a digest of it on Monday, November 23 at 09:30');
    expect(linesIn('zh-CN', parts).join('\n')).toContain('@U2 会在 11月23日星期一 09:30 收到');
  });
});
