import { describe, expect, it } from 'vitest';

import { ask, before, blocker, createManaged, MONDAY_EVENING } from '../support/managing.ts';
import { MANAGER, OPERATOR } from '../support/weeks.ts';

describe('a word from the manager', () => {
  const OTHER = 'T1:U3';
  const two = { account: { operators: [OPERATOR, OTHER] }, members: [{ id: OTHER, account: 'T1:a' }] };

  it('reply reaches all who run the account, as it was written', async () => {
    const stage = await createManaged(two);
    await stage.press(MANAGER, 'reply', '2026-W47');
    await stage.type(MANAGER, 'Good that the <guide> is out & read');
    const words = '@U2 wrote about Fewer Breakdowns: “Good that the <guide> is out & read”';
    expect(stage.linesTo(OPERATOR)).toEqual([words]);
    expect(stage.linesTo(OTHER)).toEqual([words]);
    expect(stage.linesTo(MANAGER).at(-1)).toBe('Passed on to @U1, @U3, in your words.');
    expect((await stage.account()).events).toMatchObject([{ kind: 'replied' }]);
  });

  it('a focus takes the place of the one before, which was shown', async () => {
    const stage = await createManaged({
      account: { focus: { text: 'Error codes', by: 'operator', on: '2026-11-20' } },
    });
    await stage.press(MANAGER, 'set-focus', '2026-W47');
    expect(stage.since(MANAGER)).toContain('At the moment it is: “Error codes”');
    await stage.type(MANAGER, 'The spring catalogue');
    expect((await stage.account()).focus).toEqual({ text: 'The spring catalogue', by: 'manager', on: '2026-11-23' });
    expect(stage.linesTo(OPERATOR).join()).toContain('“The spring catalogue”');
    expect((await stage.account()).events).toMatchObject([{ kind: 'set_focus' }]);
  });

  it('one that is for nobody else is noted all the same', async () => {
    const stage = await createManaged({ account: { operators: [MANAGER] } });
    await stage.press(MANAGER, 'set-focus');
    await stage.type(MANAGER, 'The spring catalogue');
    expect((await stage.account()).focus?.text).toBe('The spring catalogue');
    expect(stage.linesTo(MANAGER).at(-1)).toContain('nobody to tell');
  });

  it('a sixth one leaves the latest five for the check-in', async () => {
    const stage = await createManaged();
    for (const words of ['one', 'two', 'three', 'four', 'five', 'six']) {
      await stage.press(MANAGER, 'reply');
      await stage.type(MANAGER, words);
    }
    stage.since(OPERATOR);
    await stage.checkIn(OPERATOR, MONDAY_EVENING);
    const said = before(stage.since(OPERATOR));
    expect(said).not.toContain('“one”');
    expect(said.match(/^• /gm)).toHaveLength(5);
    expect(said).toContain('• “six”');
  });

  it('on the same matter takes the place of what was said of it before', async () => {
    const stage = await createManaged();
    for (const how of [
      ['2', '2026-11-27'],
      ['1', 'skip'],
    ]) {
      await stage.press(MANAGER, 'unblock', OPERATOR, blocker.id);
      await stage.type(MANAGER, ...how);
    }
    stage.since(OPERATOR);
    await stage.checkIn(OPERATOR, MONDAY_EVENING);
    expect(before(stage.since(OPERATOR))).toBe(
      'Since your last check-in, from your manager:\n• “Waiting for the photo archive”: It is sorted out.\n',
    );
  });

  it('said while a check-in is open waits for the next', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'ask-a', ask.id);
    await stage.checkIn(OPERATOR, MONDAY_EVENING);
    await stage.press(MANAGER, 'reply');
    await stage.type(MANAGER, 'And well done');
    await stage.hearAt(OPERATOR, MONDAY_EVENING, 'leave');
    expect((await stage.member(OPERATOR)).fromManager).toMatchObject([{ text: { key: 'manager.short.reply' } }]);
  });
});

describe('what a manager types while nothing is open', () => {
  it('goes to nobody, and that is said with a way to pass it on', async () => {
    const stage = await createManaged();
    await stage.type(MANAGER, 'Well done');
    expect(stage.linesTo(MANAGER).slice(1)).toEqual(['[Write to them]', '[Set a focus]']);
    expect(stage.linesTo(MANAGER)[0]).toContain('went to nobody');
    await stage.press(MANAGER, 'reply');
    await stage.type(MANAGER, 'Well done');
    expect(stage.linesTo(OPERATOR)).toHaveLength(1);
  });

  it('of several accounts is about one they have to choose', async () => {
    const stage = await createManaged({ members: [{ id: MANAGER, welcomedOn: null, manages: ['T1:a', 'T1:b'] }] });
    await stage.type(MANAGER, 'Well done');
    expect(stage.linesTo(MANAGER)).toHaveLength(1);
    expect(stage.linesTo(MANAGER)[0]).toContain('several accounts');
  });
});

describe('a blocker', () => {
  it.each([
    [['done', 'The archive is open'], 'It is sorted out. The archive is open'],
    [['done', 'skip'], 'It is sorted out.'],
    [['2', '2026-11-27'], 'It will be seen to by Friday, November 27.'],
    [['3', 'the works office'], 'the works office sees to it.'],
    [['4', 'No licence this year'], 'It can’t be done. No licence this year'],
  ])('%j', async (typed, how) => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'unblock', OPERATOR, blocker.id);
    await stage.type(MANAGER, ...typed.map((word) => (word === 'done' ? '1' : word)));
    expect(stage.linesTo(OPERATOR)).toEqual([`@U2 about “Waiting for the photo archive”: ${how}`]);
    expect((await stage.account()).blockers[0]?.reply).toEqual({ text: how, on: '2026-11-23' });
    expect((await stage.account()).events).toMatchObject([{ kind: 'unblocked' }]);
  });

  it('given to a colleague names them to the operator, and is kept without a mention', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'unblock', OPERATOR, blocker.id);
    await stage.type(MANAGER, '3', '<@U7>');
    expect(stage.linesTo(OPERATOR).join()).toContain('@U7 sees to it.');
    expect((await stage.account()).blockers[0]?.reply?.text).toBe('A colleague sees to it.');
  });

  it('of another operator with the same id is another', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'unblock', 'T1:U3', blocker.id);
    expect(stage.linesTo(MANAGER).join()).toContain('no longer open');
  });
});
