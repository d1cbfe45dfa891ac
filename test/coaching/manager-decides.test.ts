import { describe, expect, it } from 'vitest';

import { ask, before, createManaged, MONDAY_EVENING, TUESDAY } from '../support/managing.ts';
import { MANAGER, OPERATOR } from '../support/weeks.ts';

describe('A or B', () => {
  it('is kept, counted and told at once, in a whole sentence', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'ask-a', ask.id);
    expect(stage.linesTo(MANAGER)).toEqual(['Decided – A: Show a range. I have told @U1.']);
    expect(stage.linesTo(OPERATOR)).toEqual(['@U2 has decided. “May the guide show a price range?” – A: Show a range']);
    const account = await stage.account();
    expect(account.asks[0]?.answer).toEqual({ choice: 'a', note: null, to: null, on: '2026-11-23' });
    expect(account.events).toMatchObject([{ kind: 'answered_ask', on: '2026-11-23' }]);
  });

  it('is in the next check-in, and in none after that', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'ask-b', ask.id);
    stage.since(OPERATOR);
    await stage.checkIn(OPERATOR, MONDAY_EVENING);
    expect(before(stage.since(OPERATOR))).toBe(
      'Since your last check-in, from your manager:\n• “May the guide show a price range?”: B: Ask service\n',
    );
    await stage.hearAt(OPERATOR, MONDAY_EVENING, 'leave');
    expect((await stage.member(OPERATOR)).fromManager).toEqual([]);
    stage.since(OPERATOR);
    await stage.checkIn(OPERATOR, TUESDAY);
    expect(before(stage.since(OPERATOR))).toBe('');
  });

  it('pressed again, or the other one, says what was decided and changes nothing', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'ask-a', ask.id);
    const decided = await stage.account();
    stage.since(MANAGER);
    await stage.press(MANAGER, 'ask-b', ask.id);
    expect(stage.linesTo(MANAGER)).toEqual(['This has its answer already: “A: Show a range”. Nothing has changed.']);
    expect(stage.linesTo(OPERATOR)).toEqual([]);
    expect(await stage.account()).toEqual(decided);
  });

  it('pressed at once after each other, the first stands', async () => {
    const stage = await createManaged();
    const subject = `T1:a|${ask.id}`;
    stage.slowDown('one', 20);
    await stage.coach.press(MANAGER, { name: 'ask-a', subject }, stage.cause('one'));
    await stage.coach.press(MANAGER, { name: 'ask-b', subject }, stage.cause('two'));
    await stage.coach.idle();
    expect((await stage.account()).asks[0]?.answer?.choice).toBe('a');
    expect(stage.linesTo(OPERATOR)).toHaveLength(1);
    expect(stage.linesTo(MANAGER).join('\n')).toContain('its answer already: “A');
  });

  it('ends what was begun about the question', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'ask-delegate', ask.id);
    expect((await stage.member(MANAGER)).session?.flow).toBe('manager-delegate');
    await stage.press(MANAGER, 'ask-a', ask.id);
    expect((await stage.member(MANAGER)).session).toBeNull();
  });

  it('goes to those who run the account now when the one who asked has left it', async () => {
    const stage = await createManaged({ account: { operators: ['T1:U3', 'T1:U4'] } });
    await stage.press(MANAGER, 'ask-a', ask.id);
    expect(stage.linesTo(OPERATOR)).toEqual([]);
    expect(stage.linesTo('T1:U3').join()).toContain('has decided');
    expect(stage.linesTo('T1:U4').join()).toContain('has decided');
  });

  it('goes only to the one of several operators who asked', async () => {
    const stage = await createManaged({ account: { operators: [OPERATOR, 'T1:U3'] } });
    await stage.press(MANAGER, 'ask-a', ask.id);
    expect(stage.linesTo(OPERATOR)).toHaveLength(1);
    expect(stage.linesTo('T1:U3')).toEqual([]);
  });

  it('of one’s own question is just decided', async () => {
    const stage = await createManaged({ account: { operators: [MANAGER], asks: [{ ...ask, operator: MANAGER }] } });
    await stage.press(MANAGER, 'ask-a', ask.id);
    expect(stage.linesTo(MANAGER)).toEqual(['Decided – A: Show a range.']);
  });

  it('of a question that was taken back says so', async () => {
    const stage = await createManaged({ account: { asks: [] } });
    await stage.press(MANAGER, 'ask-a', ask.id);
    expect(stage.linesTo(MANAGER).join()).toContain('no longer open');
  });
});
