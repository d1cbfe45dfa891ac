import { describe, expect, it } from 'vitest';

import { MONDAY_TO_FRIDAY } from '../../src/calendar/calendar.ts';
import { askBlock, askTold, blockerBlock, waitingSince } from '../../src/coaching/manager-asks.ts';
import { ask, blocker } from '../support/managing.ts';
import { accountOf, linesIn, MANAGER, memberOf, OPERATOR, sayIn } from '../support/weeks.ts';

const TODAY = '2026-11-24';
const account = accountOf({ asks: [ask], blockers: [blocker] });

describe('the card of a question', () => {
  it('has all that is needed to decide', () => {
    expect(linesIn('en', [askBlock(account, ask, TODAY, MONDAY_TO_FRIDAY)])).toEqual([
      '*May the guide show a price range?*',
      'A: Show a range',
      'B: Ask service',
      'If it waits: the guide stays in the drawer',
      '  @U1 would choose A · by November 27 · waiting 4 working days',
      '[A: Show a range]',
      '[B: Ask service]',
      '[Talk]',
      '[Someone else decides]',
    ]);
  });

  it('reads well in Chinese, and without what was not said', () => {
    const bare = {
      ...ask,
      text: '指南里能不能写价格？',
      a: '写区间',
      b: '写“咨询客服”',
      prefers: null,
      waiting: null,
      dueOn: null,
    };
    expect(linesIn('zh-CN', [askBlock(account, bare, TODAY)])).toEqual([
      '*指南里能不能写价格？*',
      'A：写区间',
      'B：写“咨询客服”',
      '  @U1 都可以 · 11月18日提出',
      '[A：写区间]',
      '[B：写“咨询客服”]',
      '[聊一聊]',
      '[请别人定]',
    ]);
  });

  it.each([
    [{ choice: 'b', note: null, to: null, on: TODAY } as const, '✓ B: Ask service (November 24)'],
    [
      { choice: 'talk', note: 'Friday', to: null, on: TODAY } as const,
      '✓ You will talk about it: Friday (November 24)',
    ],
    [
      { choice: 'delegate', note: null, to: { name: 'the head of service' }, on: TODAY } as const,
      '✓ Handed on to the head of service (November 24)',
    ],
  ])('once answered shows how, and no buttons: %j', (answer, line) => {
    const block = askBlock(account, { ...ask, answer }, TODAY);
    expect(linesIn('en', [block]).at(-1)).toBe(line);
    expect(block.presses).toEqual([]);
  });

  it('has short words on its buttons, whatever the options are', () => {
    const long = {
      ...ask,
      a: 'The head of service approves alone, within one working day',
      b: '售后主管一人审，一个工作日内回',
    };
    const [a, b] = askBlock(account, long, TODAY).presses.map(({ text }) => sayIn('en')(text));
    expect(a).toBe('A: The head of…');
    expect(b).toBe('B: 售后主管一人…');
  });
});

describe('the card of a blocker', () => {
  it('says since when, and what was said about it', () => {
    const reply = { text: 'By Friday', on: '2026-11-20' };
    expect(linesIn('en', [blockerBlock(account, { ...blocker, reply }, TODAY, MONDAY_TO_FRIDAY)])).toEqual([
      '*Waiting for the photo archive*',
      '✓ You said: By Friday (November 20)',
      '  @U1 · waiting 5 working days',
      '[Say more]',
    ]);
  });
});

const told = (id: string, of = account) =>
  askTold(memberOf(id), { account: of, ask: ask.id, today: TODAY, calendar: MONDAY_TO_FRIDAY }).parts;

describe('a question outside the digest', () => {
  it('comes with its card', () => {
    expect(linesIn('en', told(MANAGER))[0]).toBe(
      '@U1 asks you about Fewer Breakdowns: this one can’t well wait for the digest.',
    );
    expect(told(MANAGER)).toHaveLength(2);
  });

  it('comes to nobody but the one who answers for the account, and not once it is answered', () => {
    expect(told('T1:U9')).toEqual([]);
    const answer = { choice: 'a', note: null, to: null, on: TODAY } as const;
    expect(told(MANAGER, accountOf({ asks: [{ ...ask, answer }] }))).toEqual([]);
  });
});

it('an operator sees since when each of their own questions waits, and no more', () => {
  const others = { ...ask, id: 'ask-2', operator: 'T1:U3' };
  const done = { ...ask, id: 'ask-3', answer: { choice: 'a', note: null, to: null, on: TODAY } as const };
  const fresh = { ...ask, id: 'ask-4', askedOn: TODAY };
  const lines = waitingSince(accountOf({ asks: [ask, others, done, fresh] }), OPERATOR, TODAY).map(sayIn('en'));
  expect(lines).toEqual(['“May the guide show a price range?” – waiting since Wednesday, November 18']);
});
