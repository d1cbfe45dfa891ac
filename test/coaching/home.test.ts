import { expect, it } from 'vitest';

import { Account } from '../../src/coaching/account.ts';
import { homeOf } from '../../src/coaching/home-of.ts';
import { createStage } from '../support/stage.ts';
import { accountOf, coaching, MANAGER, memberOf, OPERATOR, operatorOf, sayIn, WEEK } from '../support/weeks.ts';

const ME = 'T1:U1';

it('asks nothing of a person who only looks after an account, and shows them which', async () => {
  const stage = await createStage();
  const account = {
    v: 1,
    id: 'T1:a',
    name: 'Fewer Breakdowns',
    platforms: [],
    operators: ['T1:U2'],
    manager: ME,
  } as const;
  const written = Account.parse(account);
  await stage.accounts.update(account.id, () => [written, null]);
  const { home } = await stage.coach.home(ME, stage.later(0));
  expect(home.managed.map(({ values }) => values?.['name'])).toEqual(['Fewer Breakdowns']);
  expect(home.today).toMatchObject({ status: { key: 'home.today-manager' }, presses: [] });
  expect(home.suggestions).toEqual([]);
});

it('offers a newcomer the one thing to do', async () => {
  const stage = await createStage();
  const { home } = await stage.coach.home(ME, stage.later(0));
  expect(home.today?.presses.map(({ subject }) => subject)).toEqual(['onboarding-operator']);
});

it('tells a manager what waits for them, and when the last digest came', () => {
  const ask = {
    id: 'q',
    operator: OPERATOR,
    text: 'Who approves?',
    a: 'x',
    b: 'y',
    prefers: null,
    waiting: null,
    dueOn: null,
    askedOn: '2026-11-20',
    answer: null,
  };
  const digests = [{ week: WEEK, on: '2026-11-23', whole: true }];
  const at = new Date('2026-11-24T02:00:00Z');
  const home = homeOf(coaching, {
    member: memberOf(MANAGER, { welcomedOn: null }),
    accounts: [accountOf({ asks: [ask], digests })],
    held: [],
    workspace: null,
    all: [],
    at,
  });
  expect(home.today?.status).toEqual({ key: 'home.today-manager-waits', values: { count: 1 } });
  expect(home.managed.map(sayIn('en'))).toEqual([
    '*Fewer Breakdowns* · one operator · one question waits for you · last digest on November 23',
  ]);
});

it('lets an operator look at their week, and at its digest where somebody gets one, on any day', () => {
  const at = new Date('2026-11-17T02:00:00Z');
  const of = (known: Partial<Account>): string[] =>
    homeOf(coaching, {
      member: operatorOf(),
      accounts: [accountOf(known)],
      held: [],
      workspace: null,
      all: [],
      at,
    }).weekPresses.map(({ name, subject }) => `${name} ${subject}`);
  expect(of({})).toEqual([`review T1:a|${WEEK}`, `preview-week T1:a|${WEEK}`]);
  expect(of({ manager: null })).toEqual([`review T1:a|${WEEK}`]);
});
