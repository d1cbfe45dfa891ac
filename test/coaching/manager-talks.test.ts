import { describe, expect, it } from 'vitest';

import { ask, before, createManaged, MONDAY_EVENING, TUESDAY } from '../support/managing.ts';
import { MANAGER, OPERATOR } from '../support/weeks.ts';

describe('a talk', () => {
  it('on a day and at a time reaches the one who asked', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'ask-talk', ask.id);
    await stage.type(MANAGER, '2', '14:00');
    expect(stage.linesTo(OPERATOR)).toEqual([
      '@U2 would like ten minutes with you about “May the guide show a price range?”: Tuesday, November 24, 14:00.',
    ]);
    expect((await stage.account()).asks[0]?.answer).toMatchObject({
      choice: 'talk',
      note: 'Tuesday, November 24, 14:00',
    });
  });

  it('may be left to the other to propose, and may still end in a decision', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'ask-talk', ask.id);
    await stage.type(MANAGER, 'Any day: they suggest one');
    expect(stage.linesTo(OPERATOR).join()).toContain('Suggest a time that suits you.');
    expect((await stage.account()).asks[0]?.answer).toMatchObject({ choice: 'talk', note: null });
    await stage.press(MANAGER, 'ask-talk', ask.id);
    expect(stage.linesTo(MANAGER).at(-1)).toContain('its answer already: “You will talk about it”');
    await stage.press(MANAGER, 'ask-b', ask.id);
    expect((await stage.account()).asks[0]?.answer?.choice).toBe('b');
  });

  it('on a day that went by is left to the other', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'ask-talk', ask.id);
    await stage.type(MANAGER, '1');
    await stage.hearAt(MANAGER, TUESDAY, 'skip');
    expect(stage.linesTo(OPERATOR).join()).toContain('Suggest a time');
  });

  it('stopped half-way is sent to nobody, and that is said', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'ask-talk', ask.id);
    await stage.type(MANAGER, '2', 'stop');
    expect(stage.linesTo(MANAGER).at(-1)).toBe('Nothing was sent to anybody.');
    expect(stage.linesTo(OPERATOR)).toEqual([]);
    expect((await stage.account()).asks[0]?.answer).toBeNull();
  });

  it('stopped goes on where it was left, until the question is decided', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'ask-talk', ask.id);
    await stage.type(MANAGER, '2', 'stop');
    await stage.press(MANAGER, 'ask-talk', ask.id);
    expect((await stage.member(MANAGER)).session?.at).toBe('time');
    await stage.type(MANAGER, 'stop');
    await stage.press(MANAGER, 'ask-a', ask.id);
    expect((await stage.member(MANAGER)).parked).toEqual([]);
  });
});

describe('handing on', () => {
  it('tells the one who asked whom to go to, and writes to nobody else', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'ask-delegate', ask.id);
    await stage.type(MANAGER, '<@U7>', 'Before Thursday');
    expect(stage.linesTo(OPERATOR).join()).toContain('asked that @U7 decides');
    expect(stage.linesTo('T1:U7')).toEqual([]);
    expect((await stage.account()).asks[0]?.answer).toEqual({
      choice: 'delegate',
      note: 'Before Thursday',
      to: { member: 'T1:U7' },
      on: '2026-11-23',
    });
    stage.since(OPERATOR);
    await stage.checkIn(OPERATOR, MONDAY_EVENING);
    expect(before(stage.since(OPERATOR))).toContain('a colleague decides, the name is in the message above');
  });

  it('to the one who asked leaves it to them', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'ask-delegate', ask.id);
    await stage.type(MANAGER, '<@U1>', 'skip');
    expect(stage.linesTo(OPERATOR)).toEqual(['About “May the guide show a price range?”: @U2 leaves it to you.']);
  });

  it('to oneself hands on nothing', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'ask-delegate', ask.id);
    await stage.type(MANAGER, '<@U2>', 'skip');
    expect(stage.linesTo(MANAGER).at(-1)).toContain('That is you');
    expect((await stage.account()).asks[0]?.answer).toBeNull();
  });

  it('to a name says the name in the check-in too', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'ask-delegate', ask.id);
    await stage.type(MANAGER, 'the head of service', 'skip');
    stage.since(OPERATOR);
    await stage.checkIn(OPERATOR, MONDAY_EVENING);
    expect(before(stage.since(OPERATOR))).toContain('the head of service decides');
  });
});
