import { describe, expect, it } from 'vitest';

import { ADMIN, FILLED, keysOf, LI, people, WANG, workspace, ZHAO } from '../support/panel-stage.ts';

describe('setting up an account', () => {
  it('welcomes its people at once, tells the admin, and plans the first check-in', async () => {
    const stage = await workspace();
    const account = await stage.setUp();
    expect(account).toMatchObject({ operators: [LI], manager: WANG, platforms: ['wechat_service'] });
    expect(stage.saidTo(ADMIN)).toEqual(['setup.done']);
    expect(stage.saidTo(LI)).toEqual(['entrusted.hello']);
    expect(stage.saidTo(WANG)).toEqual(['appointed.hello']);
    expect(await stage.members.read(LI)).toMatchObject({
      account: account.id,
      manager: WANG,
      checkInAt: '17:00',
      house: { country: 'cn' },
      dueAt: '2026-11-23T09:00:00.000Z',
    });
    expect((await stage.members.read(WANG))?.manages).toEqual([account.id]);
  });

  it('sent twice is one account, and nobody is welcomed twice', async () => {
    const stage = await workspace();
    const asked = { name: 'setup', subject: '', typed: FILLED } as const;
    for (const _ of [1, 2]) await stage.coach.submitPanel(ADMIN, asked, stage.cause('view-1'));
    await stage.coach.idle();
    expect(await stage.accounts.in('T1')).toHaveLength(1);
    expect(stage.saidTo(LI)).toHaveLength(1);
  });

  it('says under each field what to put right, and writes nothing', async () => {
    const stage = await workspace({ 'T1:UBOT': 'bot', 'T1:UGONE': 'gone', 'T1:UOTHER': 'stranger' });
    const sent = await stage.send(
      ADMIN,
      'setup',
      '',
    )({
      name: ' ',
      platforms: [],
      operators: people('T1:UBOT', 'T1:UGONE', 'T2:UELSE'),
      manager: { member: 'T1:UOTHER' },
      time: '05:00',
    });
    expect(keysOf(sent)).toEqual({
      name: ['setup.error.name-empty'],
      platforms: ['setup.error.platforms'],
      operators: ['setup.error.person-bot', 'setup.error.person-gone', 'setup.error.person-unknown'],
      manager: ['setup.error.person-stranger'],
      time: ['setup.error.time'],
    });
    expect(await stage.accounts.in('T1')).toEqual([]);
    expect(stage.heard).toEqual([]);
  });

  it('gives one person one account, and one name one account', async () => {
    const stage = await workspace();
    await stage.setUp();
    const sent = await stage.send(ADMIN, 'setup', '')({ ...FILLED, name: 'pumps weekly' });
    expect(keysOf(sent)).toEqual({ name: ['setup.error.name-taken'], operators: ['setup.error.operator-busy'] });
  });

  it('hands an account over: who is new is welcomed, who is not there any more hears so, what it has stays', async () => {
    const stage = await workspace();
    const account = await stage.setUp();
    await stage.accounts.update(account.id, (known) => [known && { ...known, leadMetric: 'inquiries' }, null]);
    const again = { ...FILLED, operators: people(ZHAO), manager: { member: LI }, time: null };
    await stage.send(ADMIN, 'setup', account.id)(again);
    expect(await stage.accounts.read(account.id)).toMatchObject({
      operators: [ZHAO],
      manager: LI,
      leadMetric: 'inquiries',
    });
    expect(stage.saidTo(ZHAO)).toEqual(['entrusted.hello']);
    expect(stage.saidTo(LI)).toEqual(['entrusted.hello', 'entrusted.released']);
    expect(await stage.members.read(LI)).toMatchObject({ account: null, manages: [account.id] });
    expect(await stage.members.read(WANG)).toMatchObject({ manages: [] });
    expect((await stage.members.read(ZHAO))?.checkInAt).toBe('16:30');
  });

  it('is what an operator tells more of, not a second one, when they go through the first questions all the same', async () => {
    const stage = await workspace();
    const { id } = await stage.setUp();
    await stage.coach.press(LI, { name: 'begin', subject: 'onboarding-operator' }, stage.cause('o1'));
    for (const [i, text] of ['Pumps and Valves', '4', 'skip', 'skip'].entries()) {
      await stage.coach.hear(LI, { kind: 'text', text }, stage.cause(`o2-${i}`));
    }
    await stage.coach.idle();
    expect((await stage.accounts.in('T1')).map((one) => [one.id, one.name])).toEqual([[id, 'Pumps and Valves']]);
  });

  it('removes an account, and lets its people go', async () => {
    const stage = await workspace();
    const account = await stage.setUp();
    await stage.send(ADMIN, 'setup', account.id)({ ...FILLED, remove: ['yes'] });
    expect(await stage.accounts.in('T1')).toEqual([]);
    expect(await stage.accounts.of(LI)).toEqual([]);
    expect(await stage.members.read(LI)).toMatchObject({ account: null, dueAt: null });
    expect(await stage.members.read(WANG)).toMatchObject({ manages: [] });
  });

  it('speaks to its people in the language that was chosen, until they choose another', async () => {
    const stage = await workspace();
    await stage.setUp({ ...FILLED, language: 'zh-CN' });
    expect(await stage.members.read(LI)).toMatchObject({ locale: 'zh-CN', localeChosen: true });
    expect(await stage.members.read(WANG)).toMatchObject({ locale: 'zh-CN', localeChosen: true });
  });

  it('lets one person run an account and answer for it', async () => {
    const stage = await workspace();
    const account = await stage.setUp({ ...FILLED, manager: { member: LI } });
    expect(stage.saidTo(LI)).toEqual(['entrusted.hello']);
    expect(await stage.members.read(LI)).toMatchObject({ account: account.id, manager: null, manages: [account.id] });
  });

  it('is not for those who do not look after the workspace', async () => {
    const stage = await workspace();
    const account = await stage.setUp();
    for (const id of [LI, WANG, ZHAO, 'T2:UADMIN']) {
      const { shown } = await stage.coach.panel(id, { name: 'setup', subject: account.id }, stage.later(0));
      expect(shown).toEqual({ key: 'panel.not-yours' });
      expect(await stage.send(id, 'setup', account.id)({ ...FILLED, name: 'Mine' })).toMatchObject({ kind: 'old' });
    }
    expect((await stage.accounts.read(account.id))?.name).toBe('Pumps Weekly');
  });
});

describe('importing a list', () => {
  const list = 'account,operator,manager\nPumps,@li,@wang\nValves,@zhao,@wang\nHoses,@nobody,';

  it('shows first what it would do, and does it only on a second press', async () => {
    const stage = await workspace();
    const shown = await stage.send(ADMIN, 'import', '')({ list });
    expect(shown).toMatchObject({
      kind: 'shown',
      panel: { fields: [{ address: 'sure' }, { address: 'list', value: list }] },
    });
    expect(JSON.stringify(shown)).toContain('import.error.nobody');
    expect(await stage.accounts.in('T1')).toEqual([]);
    expect(stage.heard).toEqual([]);
    expect(await stage.send(ADMIN, 'import', '')({ list, sure: ['yes'] })).toMatchObject({ kind: 'taken' });
    expect((await stage.accounts.in('T1')).map(({ name }) => name).toSorted()).toEqual(['Pumps', 'Valves']);
    expect(stage.saidTo(LI)).toEqual(['entrusted.hello']);
    // One who answers for two hears of both.
    expect(stage.saidTo(WANG)).toEqual(['appointed.hello', 'coach.one-more-account']);
    const again = await stage.send(ADMIN, 'import', '')({ list, sure: ['yes'] });
    expect(again).toMatchObject({ kind: 'shown' });
    expect(stage.saidTo(LI)).toHaveLength(1);
  });
});

describe('the Home tab of an admin', () => {
  it('says what to do first, then who runs what', async () => {
    const stage = await workspace();
    const before = (await stage.coach.home(ADMIN, stage.later(0))).home;
    expect(before).toMatchObject({ today: null, setUp: { lines: [{ key: 'home.set-up-empty' }] } });
    expect(before.setUp?.presses[0]).toMatchObject({ subject: 'setup', main: true });
    const { id } = await stage.setUp();
    const after = (await stage.coach.home(ADMIN, stage.later(0))).home;
    expect(after.setUp?.lines).toMatchObject([{ key: 'home.set-up-line', values: { count: 1, hasManager: 'yes' } }]);
    expect(after.setUp?.presses[0]?.subject).toBe(`setup|${id}`);
    expect((await stage.coach.home(LI, stage.later(0))).home.setUp).toBeNull();
  });
});
