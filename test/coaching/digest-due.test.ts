import { describe, expect, it } from 'vitest';

import { changed } from '../../src/coaching/account-change.ts';
import type { Account } from '../../src/coaching/account.ts';
import type { Decision } from '../../src/coaching/decision.ts';
import { digestDue, lateDigest } from '../../src/coaching/digest-due.ts';
import { draftOf, toEntry } from '../../src/coaching/week-draft.ts';
import {
  accountOf,
  coaching,
  itemOf,
  linesIn,
  MANAGER,
  memberOf,
  OPERATOR,
  pressesIn,
  WEEK,
} from '../support/weeks.ts';

const AT = new Date('2026-11-23T01:30:00Z');
const moment = { id: 'c', at: AT };
const manager = memberOf(MANAGER, { manages: ['T1:a'], occurred: { 'digest:T1:a': '2026-11-16' } });

const entryOf = (status: 'sent' | 'skipped', week = WEEK): Account['weeks'][number] =>
  toEntry(draftOf(null, { week, account: 'T1:a' }), status, { operator: OPERATOR, on: '2026-11-20' });

const due = (account: Account, date = '2026-11-23'): Decision =>
  digestDue(
    coaching,
    manager,
    { occurrence: { routine: 'digest', subject: 'T1:a', date, at: AT }, accounts: [account], checkIns: [] },
    moment,
  );

const said = (decision: Decision): string => linesIn('en', decision.parts).join('\n');
const after = (account: Account, { then = [] }: Decision): Account =>
  then.reduce((now, one) => (one.kind === 'change' ? changed(now, one.change) : now), account);

describe('the manager’s digest, when it is due', () => {
  it('brings the week that its operator sent, and notes that it went out whole', () => {
    const account = accountOf({ items: [itemOf(1)], weeks: [entryOf('sent')] });
    const decision = due(account);
    expect(said(decision)).toContain('“Piece 1”');
    expect(after(account, decision).digests).toEqual([{ week: WEEK, on: '2026-11-23', whole: true }]);
  });

  it('is short and honest without a word from the operator, and skipped looks like forgotten', () => {
    const forgotten = due(accountOf({ items: [itemOf(1)] }));
    const skipped = due(accountOf({ items: [itemOf(1)], weeks: [entryOf('skipped')] }));
    expect(said(forgotten)).toContain('No summary was passed on for this week.');
    expect(said(forgotten)).not.toContain('Piece 1');
    expect(pressesIn(forgotten.parts).map(({ name }) => name)).toEqual(['reply']);
    expect(skipped.parts).toEqual(forgotten.parts);
  });

  it('brings what waits for a decision all the same', () => {
    const ask = {
      id: 'q',
      operator: OPERATOR,
      text: 'Who approves service topics?',
      a: 'x',
      b: 'y',
      prefers: null,
      waiting: null,
      dueOn: null,
      askedOn: '2026-11-13',
      answer: null,
    };
    const decision = due(accountOf({ asks: [ask] }));
    expect(said(decision)).toContain('No summary was passed on');
    expect(said(decision)).toContain('Who approves service topics?');
  });

  it('comes by itself where its operator chose so, unless they skipped the week', () => {
    const account = accountOf({ sendsByItself: true, items: [itemOf(1)] });
    expect(said(due(account))).toContain('“Piece 1”');
    expect(said(due({ ...account, weeks: [entryOf('skipped')] }))).not.toContain('Piece 1');
  });

  it('does not come to somebody who runs the account', () => {
    expect(due(accountOf({ operators: [OPERATOR, MANAGER], weeks: [entryOf('sent')] })).parts).toEqual([]);
  });

  it('is not due any more for an account that somebody else answers for, or that is gone', () => {
    const decision = due(accountOf({ manager: 'T1:U9' }));
    expect(decision).toMatchObject({ parts: [], member: { manages: [] } });
  });

  it('looks over a week of holiday to the last one with work', () => {
    const account = accountOf({ weeks: [entryOf('sent', '2026-W07')], items: [itemOf(1, { date: '2026-02-11' })] });
    const decision = due(account, '2026-02-24');
    expect(said(decision)).toContain('Fewer Breakdowns · February 9 – February 15');
    expect(said(decision)).toContain('“Piece 1”');
  });
});

const whole = accountOf({ items: [itemOf(1)], weeks: [entryOf('sent')] });
const late = (account: Account, at = AT): Decision =>
  lateDigest(coaching, manager, { account, week: WEEK }, { id: 'c', at });

describe('a week that is passed on after its digest', () => {
  it('comes once', () => {
    const account = { ...whole, digests: [{ week: WEEK, on: '2026-11-23', whole: false }] };
    const decision = late(account);
    expect(said(decision)).toContain('Here is last week’s digest after all.');
    expect(said(decision)).toContain('“Piece 1”');
    expect(late(after(account, decision)).parts).toEqual([]);
  });

  it('waits for its own time where the manager’s Monday has not begun', () => {
    const inNewYork = { ...manager, zone: 'America/New_York' };
    const told = lateDigest(coaching, inNewYork, { account: whole, week: WEEK }, moment);
    expect(told.parts).toEqual([]);
  });

  it('does not come when it was taken back meanwhile, or somebody else answers', () => {
    expect(late({ ...whole, weeks: [entryOf('skipped')] }).parts).toEqual([]);
    expect(late({ ...whole, manager: 'T1:U9' }).parts).toEqual([]);
  });
});
