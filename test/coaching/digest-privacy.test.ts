import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { changed } from '../../src/coaching/account-change.ts';
import type { Account } from '../../src/coaching/account.ts';
import type { Consequence } from '../../src/coaching/consequence.ts';
import { digestDue } from '../../src/coaching/digest-due.ts';
import type { CheckIn, Member } from '../../src/coaching/member.ts';
import { summaryDue } from '../../src/coaching/summary-due.ts';
import { draftOf } from '../../src/coaching/week-draft.ts';
import { sent, skipped } from '../../src/coaching/week-send.ts';
import {
  accountOf,
  checkInOf,
  coaching,
  itemOf,
  linesIn,
  MANAGER,
  memberOf,
  OPERATOR,
  operatorOf,
  WEEK,
} from '../support/weeks.ts';

const FRIDAY = new Date('2026-11-20T09:00:00Z');
const MONDAY = new Date('2026-11-23T01:30:00Z');
const DATES = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];

/** What only its operator may see carries this mark, in whatever it says. */
const PRIVATE = 'xprivatex';
const HELD = 'xheldx';
const mark = fc.string({ minLength: 1, maxLength: 12 }).map((words) => `${words} ${PRIVATE} ${words}`);

const day = (date: string): fc.Arbitrary<CheckIn | null> =>
  fc.option(
    fc
      .record({
        note: mark,
        plan: mark,
        done: fc.constantFrom('yes', 'partly', 'no'),
        learned: mark,
        rotation: mark,
        energy: fc.integer({ min: 1, max: 5 }),
      })
      .map(({ note, plan, done, learned, rotation, energy }) =>
        checkInOf(date, { moved: ['write'], moved_note: note, plan, plan_done: done, learned, rotation, energy }),
      ),
  );

const unsharedBlocker = (text: string): Member['blockers'][number] => ({
  id: 'b9',
  text,
  owner: null,
  category: null,
  shared: false,
  openedOn: '2026-11-17',
  closedOn: null,
});

const passedOn = (id: string, text: string): Account['blockers'][number] => ({
  id,
  operator: OPERATOR,
  text,
  owner: null,
  category: null,
  openedOn: '2026-11-17',
  reply: null,
});

const week = fc.record({
  days: fc.tuple(...DATES.map(day)).map((days) => days.filter((one) => one !== null)),
  unshared: mark,
  learning: mark,
  ends: fc.constantFrom('sent', 'skipped', 'forgotten', 'by itself'),
  locale: fc.constantFrom('en', 'zh-CN'),
});

const apply = (account: Account, then: readonly Consequence[]): Account =>
  then.reduce((now, one) => (one.kind === 'change' ? changed(now, one.change) : now), account);

function digestAfter(checkIns: readonly CheckIn[]): string {
  const account = accountOf({ sendsByItself: true, items: [itemOf(1)] });
  const context = {
    occurrence: { routine: 'summary', subject: null, date: '2026-11-20', at: FRIDAY },
    accounts: [account],
    checkIns,
  } as const;
  const { then = [] } = summaryDue(coaching, operatorOf(), context, { id: 'c', at: FRIDAY });
  const { parts } = digestDue(
    coaching,
    memberOf(MANAGER, { manages: ['T1:a'] }),
    {
      occurrence: { routine: 'digest', subject: 'T1:a', date: '2026-11-23', at: MONDAY },
      accounts: [apply(account, then)],
      checkIns: [],
    },
    { id: 'd', at: MONDAY },
  );
  return linesIn('en', parts).join('\n');
}

describe('what reaches a manager', () => {
  it('never holds energy, plans, notes, missed days, what was not ticked or shared, or what is held back', () => {
    fc.assert(
      fc.property(week, ({ days, unshared, learning, ends, locale }) => {
        const before = accountOf({
          sendsByItself: ends === 'by itself',
          items: [itemOf(1), itemOf(2, { title: HELD })],
          blockers: [passedOn('b1', 'A shared blocker'), passedOn('b2', HELD)],
        });
        const known = operatorOf({ blockers: [unsharedBlocker(unshared)] });
        const { member, then = [] } = summaryDue(
          coaching,
          known,
          {
            occurrence: { routine: 'summary', subject: null, date: '2026-11-20', at: FRIDAY },
            accounts: [before],
            checkIns: days,
          },
          { id: 'c', at: FRIDAY },
        );
        const isSkipped = ends === 'skipped';
        const chosen = {
          ...(member.week ?? draftOf(null, { week: WEEK, account: 'T1:a' })),
          // Ticked, and then held back by itself; or the whole week with all that was said of it.
          heldBack: [itemOf(2).id, 'b2', ...(isSkipped ? [] : ['learning-1'])],
          learnings: [learning],
          line: isSkipped ? learning : 'A line',
          focus: isSkipped ? learning : 'A focus',
        };
        const by = { operator: OPERATOR, on: '2026-11-20' };
        const after = {
          sent: () => apply(before, sent(chosen, by)),
          skipped: () => apply(before, skipped(chosen, by)),
          forgotten: () => before,
          'by itself': () => apply(before, [...then, ...sent(chosen, by)]),
        }[ends]();
        const { parts } = digestDue(
          coaching,
          memberOf(MANAGER, { manages: ['T1:a'], locale }),
          {
            occurrence: { routine: 'digest', subject: 'T1:a', date: '2026-11-23', at: MONDAY },
            accounts: [after],
            checkIns: [],
          },
          { id: 'd', at: MONDAY },
        );
        const said = linesIn(locale, parts).join('\n');
        expect(parts.length).toBeGreaterThan(0);
        expect(said).not.toContain(PRIVATE);
        expect(said).not.toMatch(/[●○◐]|check-ins? (?:rate|given)|missed|streak/);
        expect(said.includes(HELD)).toBe(ends === 'forgotten');
        expect(JSON.stringify(after)).not.toContain(PRIVATE);
      }),
      { numRuns: 200 },
    );
  });

  it('holds just as much in a week with every day as in one with none', () => {
    const all = DATES.map((date) => checkInOf(date, { moved: ['write'], plan: 'x', energy: 1 }));
    expect(digestAfter(all)).toBe(digestAfter([]));
  });
});
