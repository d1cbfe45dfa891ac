import { describe, expect, it } from 'vitest';

import { createExercising } from '../support/exercising.ts';
import { MANAGER, OPERATOR } from '../support/weeks.ts';

const GOOD = [
  'Factory, building materials',
  'Customers or readers',
  'Answer questions and serve, Bring in inquiries',
  '3',
  '2',
  'Every Monday dealers get one fault chart they can pass on, which is not in the handbook, and they send back less',
  'It was our own idea',
  'No',
];

type Known = Parameters<typeof createExercising>[2];

const begun = (answers: readonly string[], known: Known = {}) => createExercising('purpose', [...answers], known);

describe('the purpose exercise', () => {
  it('ends in a card, kept with the account and at hand for the day', async () => {
    const { since, version, member, position } = await begun(GOOD);
    const said = since(OPERATOR);
    expect(said).toContain('What the account is for');
    expect(said).toContain('Why readers follow: Every Monday dealers get one fault chart');
    expect(said).toContain('Main jobs: Answer questions and serve, Bring in inquiries');
    expect(await version()).toMatchObject({ by: OPERATOR, on: '2026-11-23', flags: [], sharedOn: null });
    expect((await position()).trade).toBe('manufacturing');
    expect((await member(OPERATOR)).position).toMatchObject({ account: 'T1:a', jobs: ['service', 'inquiries'] });
  });

  it('asks what readers would lose where nobody would complain, and what to do on a day without buying', async () => {
    const { since } = await begun(['Something else', 'Nobody']);
    expect(since(OPERATOR)).toContain('what could a reader no longer do');
    const other = await begun(['Something else', 'Customers or readers', 'Sell directly']);
    expect(other.since(OPERATOR)).toContain('Most days nobody is about to buy');
  });

  it.each([
    ['2', '3', 'a healthy start'],
    ['5', '1', 'readers begin to skip'],
    ['4', '3', 'little is left for readers'],
  ])('says what %s that sell and %s about ourselves mean', async (promo, news, words) => {
    const { since } = await begun(['Something else', 'Customers or readers', 'Help to hire', promo, news]);
    expect(since(OPERATOR)).toContain(words);
  });

  it('takes no more than ten pieces out of ten', async () => {
    const { since } = await begun(['Something else', 'Customers or readers', 'Help to hire', '6', '5']);
    expect(since(OPERATOR)).toContain('the two numbers add up to ten at most');
  });

  it('is never stuck on lazy answers, and keeps a draft', async () => {
    const lazy = [
      'Something else',
      '6',
      'dunno',
      'whatever',
      '.',
      'Sell directly',
      'dunno',
      'dunno',
      'dunno',
      '10',
      '0',
    ];
    const { type, version, since } = await begun(lazy);
    await type(OPERATOR, 'dunno', 'dunno', 'dunno', 'Others have one too', 'skip', 'They have to', 'No');
    const said = since(OPERATOR);
    expect(said).toContain('Kept as a draft');
    // What was no answer is not shown as one.
    expect(said).toContain('Why readers follow: still open');
    expect(said).not.toContain('If it closed:');
    expect(said).not.toContain('Missed by:');
    expect(await version()).toMatchObject({ grade: 'vague', flags: ['self_red', 'promo_amber', 'forced_forwarding'] });
  });

  it('stopped half-way goes on where it was, and done again begins with what was answered', async () => {
    const { type, press, since, version, position } = await begun(GOOD.slice(0, 3));
    await type(OPERATOR, 'stop');
    expect(since(OPERATOR)).toContain('You can go on with Purpose');
    await press(OPERATOR, 'exercise', 'purpose');
    expect(since(OPERATOR)).toContain('how many asked people to buy');
    await type(OPERATOR, ...GOOD.slice(3));
    const first = await version();
    await press(OPERATOR, 'exercise', 'purpose');
    expect(since(OPERATOR)).toContain('Your earlier answers are there');
    await type(OPERATOR, 'Shops, restaurants', 'keep', 'keep', '1', 'keep', 'keep', 'keep', 'keep');
    const again = await version();
    expect(again?.id).not.toBe(first?.id);
    expect(again?.answers).toEqual({ ...first?.answers, promo: { value: 1 }, 'company.trade': { value: 'retail' } });
    expect((await position()).trade).toBe('retail');
  });

  it('helps to ask that forwarding be voluntary, in words that are there, and only after a yes', async () => {
    const asking = [...GOOD.slice(0, -1), 'They have to'];
    const { since, type, account, version } = await begun(asking, { account: { asks: [] } });
    await type(OPERATOR, 'Yes, show me the words');
    expect(since(OPERATOR)).toContain('May forwarding articles become voluntary?');
    await type(OPERATOR, 'keep', 'From January on', 'keep');
    expect(since(OPERATOR)).toContain('A: From January on\nB: Voluntary for a month, then compare the numbers');
    expect((await account()).asks).toEqual([]);
    await type(OPERATOR, 'Send it');
    expect(since(MANAGER)).toContain('May forwarding articles become voluntary?');
    expect((await account()).asks).toMatchObject([{ a: 'From January on', prefers: null, dueOn: null, answer: null }]);
    expect(Object.keys((await version())?.answers ?? {}).filter((one) => one.startsWith('ask'))).toEqual([]);
    const kept = await begun([...asking, 'Yes', 'keep', 'keep', 'keep', 'Keep it for myself'], {
      account: { asks: [] },
    });
    expect((await kept.account()).asks).toEqual([]);
    expect((await kept.version())?.flags).toEqual(['forced_forwarding']);
    const alone = await begun(asking, { account: { asks: [], manager: null } });
    expect((await alone.version())?.flags).toEqual(['forced_forwarding']);
  });

  it('says at its end who sees it, and what would be next', async () => {
    const { since } = await begun(GOOD);
    expect(since(OPERATOR)).toContain(
      'Your manager sees this card only once you share it. Next would be First reader, about 8 minutes',
    );
  });

  it('sets no cap of nothing where nothing sold so far', async () => {
    const { since } = await begun([...GOOD.slice(0, 3), '0', '0', ...GOOD.slice(5)]);
    expect(since(OPERATOR)).toContain('let more than 1 of ten sell');
  });

  it('is the operator’s own until they show it', async () => {
    const { press, since, linesTo, version } = await begun(GOOD);
    expect(linesTo(MANAGER)).toEqual([]);
    const made = await version();
    await press(OPERATOR, 'share-element', 'purpose', made?.id ?? '');
    expect(since(MANAGER)).toContain('Why readers follow: Every Monday dealers');
    expect((await version())?.sharedOn).toBe('2026-11-23');
    await press(OPERATOR, 'share-element', 'purpose', made?.id ?? '');
    expect(since(OPERATOR)).toContain('has Purpose already');
  });

  it('is not for who only answers for the account', async () => {
    const { press, since } = await begun([]);
    await press(MANAGER, 'exercise', 'purpose');
    expect(since(MANAGER)).toContain('Only those who run the account');
  });
});
