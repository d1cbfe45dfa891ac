import { describe, expect, it } from 'vitest';

import { ask, blocker, createManaged } from '../support/managing.ts';
import { MANAGER, OPERATOR } from '../support/weeks.ts';

describe('a button of somebody else’s', () => {
  it.each([
    ['an operator of the account', OPERATOR, `T1:a|${ask.id}`],
    ['a manager of another account', 'T1:U9', `T1:a|${ask.id}`],
    ['the manager, for an account they do not have', MANAGER, `T1:b|${ask.id}`],
    ['the manager, in another team', MANAGER, `T2:a|${ask.id}`],
    ['the manager, for nothing', MANAGER, ''],
    ['the manager, for a question that is not there', MANAGER, 'T1:a|ask-9'],
  ])('changes nothing: %s', async (_who, id, subject) => {
    const stage = await createManaged({ members: [{ id: 'T1:U9', manages: ['T1:b'] }] });
    const account = await stage.account();
    for (const name of ['ask-a', 'ask-b', 'ask-talk', 'ask-delegate', 'unblock'] as const) {
      await stage.pressOther(id, name, subject);
    }
    expect(await stage.account()).toEqual(account);
    expect((await stage.member(id)).session).toBeNull();
    expect(stage.linesTo(id)).toHaveLength(5);
    expect(stage.heard.every(({ member }) => member === id)).toBe(true);
  });

  it.each(['reply', 'set-focus', 'thank', 'send-thanks'] as const)(
    'does not begin anything: %s by an operator, or of a week that never was',
    async (name) => {
      const stage = await createManaged();
      await stage.press(OPERATOR, name, '2026-W47');
      await stage.press(MANAGER, name, '2026-W01');
      expect((await stage.member(OPERATOR)).session).toBeNull();
      expect((await stage.member(MANAGER)).session).toBeNull();
      expect((await stage.account()).events).toEqual([]);
    },
  );

  it('begun while theirs and ended after that reaches nobody', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'reply');
    await stage.members.update(MANAGER, (member) => ({ member: member && { ...member, manages: [] }, result: null }));
    await stage.type(MANAGER, 'Well done');
    expect(stage.linesTo(MANAGER).at(-1)).toContain('Somebody else answers for this account');
    expect(stage.linesTo(OPERATOR)).toEqual([]);
    expect((await stage.account()).events).toEqual([]);
  });

  it('begun without anything it could be about is not begun', async () => {
    const stage = await createManaged();
    await stage.pressOther(MANAGER, 'begin', 'manager-reply');
    expect((await stage.member(MANAGER)).session).toBeNull();
    expect(stage.linesTo(MANAGER).join()).toContain('earlier');
  });

  it('of another conversation that is open is chosen between, and nobody is taken for an operator', async () => {
    const stage = await createManaged();
    await stage.press(MANAGER, 'unblock', OPERATOR, blocker.id);
    await stage.type(MANAGER, '2');
    await stage.press(MANAGER, 'reply');
    expect(stage.linesTo(MANAGER).at(-1)).toBe('[Park it]');
    await stage.pressOther(MANAGER, 'park', 'manager-reply');
    expect((await stage.member(MANAGER)).session?.flow).toBe('manager-reply');
    await stage.type(MANAGER, 'Well done');
    expect(stage.linesTo(OPERATOR)).toEqual(['@U2 wrote about Fewer Breakdowns: “Well done”']);
    await stage.press(MANAGER, 'unblock', OPERATOR, blocker.id);
    expect((await stage.member(MANAGER)).session?.at).toBe('by');
  });
});
