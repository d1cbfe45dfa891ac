import { describe, expect, it } from 'vitest';

import type { Account } from '../../src/coaching/account.ts';
import { accountFacts } from '../../src/coaching/nudge-account-facts.ts';
import { managerCases, operatorCases } from '../../src/coaching/nudge-cases.ts';
import { FACTS } from '../../src/coaching/nudge-fact-names.ts';
import { account, BOSS, DAY, ID, item, ME, member } from '../support/nudged.ts';
import { nudges, wd } from '../support/nudging.ts';

const boss = { id: BOSS, alignment: {} };

const accountOf = (given: Partial<Account>) => accountFacts(account(given), DAY);

describe('what a manager is told of', () => {
  const events = [{ id: 'e1', kind: 'replied', on: wd(-6) } as const];
  const ask = {
    id: 'ask-1',
    operator: ME,
    text: 'May we?',
    a: 'yes',
    b: 'no',
    prefers: null,
    waiting: null,
    dueOn: wd(-2),
    askedOn: wd(-9),
    answer: null,
  };
  const blocker = {
    id: 'b1',
    operator: ME,
    text: 'the price',
    owner: { member: BOSS },
    category: null,
    openedOn: wd(-5),
    reply: null,
  };
  const held = {
    week: '2026-W47',
    operator: ME,
    status: 'sent',
    on: wd(-1),
    heldBack: ['ask-1', 'b1'],
    learnings: [],
    line: null,
    focus: null,
    win: null,
  } as const;

  it('is their silence since they last did something, beside what waits for them', () => {
    expect(accountOf({ events, asks: [ask], blockers: [blocker] })).toMatchObject({
      quiet_wd: 6,
      questions: 2,
      updates: 0,
    });
    expect(accountOf({})).not.toHaveProperty('quiet_wd');
  });

  it('is nothing that an operator holds back', () => {
    const weeks = [{ ...held, heldBack: [...held.heldBack], learnings: [] }];
    expect(accountOf({ events, asks: [ask], blockers: [blocker], weeks })).toMatchObject({ questions: 0 });
    const cases = managerCases(
      nudges,
      { manager: boss, accounts: [account({ asks: [ask], blockers: [blocker], weeks })] },
      DAY,
    );
    expect(cases.filter(({ rule }) => rule.per === 'ask' || rule.per === 'blocker')).toEqual([]);
  });

  it('is one case for each ask, each blocker and each talk of the beginning', () => {
    const accounts = [account({ asks: [ask], blockers: [blocker], since: wd(-2) })];
    const cases = managerCases(nudges, { manager: boss, accounts }, DAY);
    const idsOf = (rule: string) => cases.filter((one) => one.rule.id === rule).map(({ ids }) => ids);
    expect(idsOf('N07')).toEqual([[ID, 'ask-1']]);
    expect(idsOf('N05')).toEqual([[ID, ME, 'b1']]);
    expect(idsOf('N19')).toEqual([
      [ID, '3'],
      [ID, '10'],
      [ID, '20'],
    ]);
    expect(cases.find(({ rule }) => rule.id === 'N19')?.facts).toMatchObject({ operator_wd: 3, talk_wd: 3 });
    expect(cases.find(({ rule }) => rule.id === 'N07')?.facts).toMatchObject({ ask_overdue_wd: 2 });
  });

  it('is not their own account, nor one of somebody else', () => {
    expect(managerCases(nudges, { manager: boss, accounts: [account({ operators: [BOSS] })] }, DAY)).toEqual([]);
    expect(managerCases(nudges, { manager: { ...boss, id: 'T1:U3' }, accounts: [account()] }, DAY)).toEqual([]);
  });
});

describe('facts', () => {
  it('are all known by name to those who write rules', () => {
    const blockers = [
      { id: 'b1', text: 'x', owner: null, category: null, shared: false, openedOn: wd(-9), closedOn: null },
    ];
    const asks = [
      {
        id: 'a',
        operator: ME,
        text: 'x',
        a: '',
        b: '',
        prefers: null,
        waiting: null,
        dueOn: wd(-9),
        askedOn: wd(-9),
        answer: null,
      },
    ];
    const whole = account({ asks, since: wd(-2), items: [item(wd(-4))] });
    const mine = operatorCases(nudges, { member: member({ blockers }), account: whole }, DAY);
    const theirs = managerCases(nudges, { manager: boss, accounts: [whole] }, DAY);
    const unread = new Set([
      'month_end',
      'first_wd_of_month',
      'wd_since_reader_input',
      'wd_known',
      'plan_blank_streak',
      'items_since_review',
      'approval_blockers_20',
      'oldest_blocker_wd',
      'ask_answered',
      'insight_logged',
      'experimented',
    ]);
    const namesOf = (cases: typeof mine) =>
      [...new Set(cases.flatMap(({ facts }) => Object.keys(facts)))].filter((name) => !unread.has(name));
    expect(namesOf(mine).filter((name) => !FACTS.operator.has(name))).toEqual([]);
    expect(namesOf(theirs).filter((name) => !FACTS.manager.has(name))).toEqual([]);
  });
});
