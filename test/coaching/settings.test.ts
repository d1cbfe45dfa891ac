import { describe, expect, it } from 'vitest';

import { isPanel, type Typed } from '../../src/coaching/panel.ts';
import { ADMIN, FILLED, keysOf, LI, people, WANG, workspace, ZHAO } from '../support/panel-stage.ts';

describe('own settings', () => {
  const OWN: Typed = {
    time: '10:15',
    week: ['1', '2', '3', '4', '5'],
    holidays: 'house',
    off: '2026-12-24 – 2026-12-26\n12月31日',
    suggestions: 'fewer',
    language: 'zh-CN',
    pause: [],
  };

  it('are taken whole, and move what comes next', async () => {
    const stage = await workspace();
    await stage.setUp();
    const sent = await stage.send(LI, 'settings', '')(OWN);
    expect(sent).toMatchObject({ kind: 'taken', locale: 'zh-CN', next: { key: 'settings.saved' } });
    expect(await stage.members.read(LI)).toMatchObject({
      checkInAt: '10:15',
      calendar: { week: null, country: null, off: ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-31'] },
      suggestions: 'fewer',
      locale: 'zh-CN',
      localeChosen: true,
      // 10:15 is over for today.
      occurred: { 'check-in': '2026-11-23' },
      dueAt: '2026-11-24T02:00:00.000Z',
    });
  });

  it('go back to the language of Slack, and pause', async () => {
    const stage = await workspace();
    await stage.setUp({ ...FILLED, language: 'zh-CN' });
    const sent = await stage.send(LI, 'settings', '')({ ...OWN, language: 'slack', pause: ['yes'] });
    expect(sent).toMatchObject({ next: { key: 'settings.saved-paused' }, locale: 'en' });
    expect(await stage.members.read(LI)).toMatchObject({
      locale: 'en',
      localeChosen: false,
      paused: { why: 'asked' },
      dueAt: null,
    });
  });

  it('say what holds by then: when the check-in comes, and until when somebody is away', async () => {
    const stage = await workspace();
    await stage.setUp();
    expect(await stage.send(LI, 'settings', '')(OWN)).toMatchObject({
      next: { values: { asked: 'yes', time: '10:15' } },
    });
    // A manager is asked for no check-in.
    expect(await stage.send(WANG, 'settings', '')(OWN)).toMatchObject({ next: { values: { asked: 'no' } } });
    await stage.coach.rhythm(LI, { rhythm: 'away', words: '3d' }, stage.cause('away'));
    const { shown } = await stage.coach.panel(LI, { name: 'settings', subject: '' }, stage.later(0));
    expect(JSON.stringify(shown)).toContain('settings.away');
    expect((await stage.members.read(LI))?.away).not.toBeNull();
    await stage.send(LI, 'settings', '')(OWN);
    expect((await stage.members.read(LI))?.away).not.toBeNull();
  });

  it('leave a time of today that is over, but was not changed, as it was', async () => {
    const stage = await workspace();
    await stage.setUp({ ...FILLED, time: '10:00' });
    const before = await stage.members.read(LI);
    await stage.send(LI, 'settings', '')({ ...OWN, time: '10:00' });
    expect((await stage.members.read(LI))?.occurred).toEqual(before?.occurred);
  });

  it('say under each field what to put right, and change nothing', async () => {
    const stage = await workspace();
    await stage.setUp();
    const sent = await stage.send(LI, 'settings', '')({ ...OWN, time: '23:00', week: [], off: 'someday\n2026-12-24' });
    expect(keysOf(sent)).toEqual({
      time: ['setup.error.time'],
      week: ['settings.error.week'],
      off: ['settings.error.day-off'],
    });
    expect((await stage.members.read(LI))?.checkInAt).toBe('17:00');
  });
});

describe('the settings of a workspace', () => {
  const WHOLE: Typed = {
    holidays: 'none',
    week: ['1', '2', '3', '4'],
    off: '2026-12-24',
    admins: people(ZHAO),
    keep: '365',
  };

  it('hold for everybody from now on, where they chose nothing of their own', async () => {
    const stage = await workspace();
    await stage.setUp();
    expect(await stage.send(ADMIN, 'workspace', '')(WHOLE)).toMatchObject({ kind: 'taken' });
    expect(await stage.workspaces.read('T1')).toMatchObject({ admins: [ZHAO], keepDays: 365 });
    expect((await stage.members.read(LI))?.house).toEqual({
      country: 'none',
      week: [1, 2, 3, 4],
      off: ['2026-12-24'],
      questions: [],
    });
    // And for whoever comes later.
    await stage.coach.today(WANG, stage.cause('later'));
    expect((await stage.members.read(WANG))?.house.off).toEqual(['2026-12-24']);
    // Whom they name looks after it too.
    expect((await stage.coach.home(ZHAO, stage.later(0))).home.setUp).not.toBeNull();
  });

  it('say what to put right', async () => {
    const stage = await workspace({ [ZHAO]: 'guest' });
    expect(keysOf(await stage.send(ADMIN, 'workspace', '')({ ...WHOLE, keep: 'for ever', off: '?' }))).toEqual({
      admins: ['workspace-settings.error.guest'],
      keep: ['workspace-settings.error.keep'],
      off: ['settings.error.day-off'],
    });
  });
});

describe('the settings of an account', () => {
  const OWN: Typed = {
    name: 'Pumps Daily',
    platforms: ['weibo'],
    manager: { member: ZHAO },
    lead: 'inquiries',
    promo: '３0 %',
    'by-itself': ['yes'],
  };

  it('are its operator’s: with who answers for it, and whether the week goes by itself', async () => {
    const stage = await workspace();
    const { id } = await stage.setUp();
    await stage.send(LI, 'account', id)(OWN);
    expect(await stage.accounts.read(id)).toMatchObject({
      name: 'Pumps Daily',
      platforms: ['weibo'],
      manager: ZHAO,
      leadMetric: 'inquiries',
      promoCap: 0.3,
      sendsByItself: true,
    });
    expect((await stage.members.read(LI))?.manager).toBe(ZHAO);
    expect(stage.saidTo(ZHAO)).toEqual(['coach.welcome-manager']);
    expect((await stage.members.read(WANG))?.manages).toEqual([]);
  });

  it('are its manager’s but for these two', async () => {
    const stage = await workspace();
    const { id } = await stage.setUp();
    await stage.send(WANG, 'account', id)(OWN);
    expect(await stage.accounts.read(id)).toMatchObject({ name: 'Pumps Daily', manager: WANG, sendsByItself: false });
  });

  it('are found without a name, and belong to nobody else', async () => {
    const stage = await workspace();
    const { id } = await stage.setUp();
    const own = await stage.coach.panel(LI, { name: 'account', subject: '' }, stage.later(0));
    expect(own.subject).toBe(id);
    expect(isPanel(own.shown)).toBe(true);
    for (const other of [ZHAO, 'T2:ULI']) {
      expect(await stage.send(other, 'account', id)(OWN)).toMatchObject({ kind: 'old' });
    }
    expect((await stage.accounts.read(id))?.name).toBe('Pumps Weekly');
  });
});

describe('questions of one’s own', () => {
  const ASKED: Typed = { text: 'Which customer question  came up?', kind: 'text', audience: 'both' };

  it('reach whoever is asked, those of the workspace first, five at most', async () => {
    const stage = await workspace();
    const { id } = await stage.setUp();
    await stage.send(WANG, 'questions', id)(ASKED);
    for (const n of [1, 2, 3, 4]) await stage.send(ADMIN, 'questions', '')({ ...ASKED, text: `Question ${n}?` });
    const house = (await stage.members.read(LI))?.house.questions.map(({ text }) => text);
    expect(house).toEqual([1, 2, 3, 4].map((n) => `Question ${n}?`).concat('Which customer question came up?'));
    expect(keysOf(await stage.send(ADMIN, 'questions', '')({ ...ASKED, text: 'One more?' }))).toEqual({
      text: ['questions.full'],
    });
    const [first] = (await stage.workspaces.read('T1')).questions;
    await stage.send(ADMIN, 'questions', '')({ remove: [first?.id ?? ''], text: 'One more?', kind: 'yes-no' });
    expect((await stage.members.read(LI))?.house.questions.map(({ text }) => text)).toContain('One more?');
  });

  it('do not ask about attendance, marks or mood, nor twice, nor two things at once', async () => {
    const stage = await workspace();
    for (const [text, key] of [
      ['今天几点打卡？', 'control'],
      ['How is your mood today?', 'control'],
      ['?', 'short'],
      ['Who? And why?', 'two'],
    ]) {
      expect(keysOf(await stage.send(ADMIN, 'questions', '')({ ...ASKED, text: text ?? '' }))).toEqual({
        text: [`questions.error.${key}`],
      });
    }
    await stage.send(ADMIN, 'questions', '')(ASKED);
    expect(keysOf(await stage.send(ADMIN, 'questions', '')(ASKED))).toEqual({ text: ['questions.error.twice'] });
  });

  it('are told to whoever is to be asked, once, with who sees the answers; not to whoever added them', async () => {
    const stage = await workspace();
    const { id } = await stage.setUp({ ...FILLED, manager: { member: WANG } });
    await stage.setUp({ ...FILLED, name: 'Valves', operators: people(ADMIN, ZHAO) });
    await stage.send(WANG, 'questions', id)({ ...ASKED, audience: 'operator' });
    expect(stage.heard.filter(({ post }) => JSON.stringify(post).includes('questions.added'))).toMatchObject([
      {
        member: LI,
        post: {
          parts: [
            {
              text: { values: { question: 'Which customer question came up?', audience: 'operator' } },
            },
          ],
        },
      },
    ]);
    const ofAll = { name: 'questions', subject: '', typed: { ...ASKED, text: 'Who wrote in?' } } as const;
    for (const _ of [1, 2]) {
      expect(await stage.coach.submitPanel(ADMIN, ofAll, stage.cause('view-1'))).toMatchObject({ kind: 'taken' });
      await stage.coach.idle();
    }
    const added = (member: string): number => stage.saidTo(member).filter((key) => key === 'questions.added').length;
    expect([LI, ZHAO, ADMIN, WANG].map(added)).toEqual([2, 1, 0, 0]);
    expect((await stage.workspaces.read('T1')).questions).toHaveLength(1);
    const [first] = (await stage.workspaces.read('T1')).questions;
    await stage.send(ADMIN, 'questions', '')({ remove: [first?.id ?? ''] });
    expect([LI, ZHAO].map(added)).toEqual([2, 1]);
  });

  it('of an account that is gone, or of another workspace, do not become everybody’s', async () => {
    const stage = await workspace();
    const { id } = await stage.setUp();
    await stage.send(ADMIN, 'setup', id)({ ...FILLED, remove: ['yes'] });
    for (const subject of [id, 'T1:never', 'T2:account', 'rubbish']) {
      const { shown } = await stage.coach.panel(ADMIN, { name: 'questions', subject }, stage.later(0));
      expect(shown).toEqual({ key: 'panel.not-yours' });
      for (const name of ['questions', 'setup', 'account'] as const) {
        const typed = { ...FILLED, ...ASKED };
        expect(await stage.send(ADMIN, name, subject)(typed)).toMatchObject({ kind: 'old' });
      }
    }
    expect((await stage.workspaces.read('T1')).questions).toEqual([]);
    expect(await stage.accounts.in('T1')).toEqual([]);
    // The welcome’s button names the account, but what it opens is their own.
    const own = await stage.coach.panel(LI, { name: 'settings', subject: id }, stage.later(0));
    expect(isPanel(own.shown)).toBe(true);
  });

  it('of the workspace are the admin’s, of an account its manager’s', async () => {
    const stage = await workspace();
    const { id } = await stage.setUp();
    for (const [who, subject] of [
      [LI, ''],
      [WANG, ''],
      [LI, id],
      [ZHAO, id],
    ] as const) {
      expect((await stage.send(who, 'questions', subject)(ASKED)).kind).not.toBe('taken');
    }
    expect((await stage.workspaces.read('T1')).questions).toEqual([]);
    expect((await stage.accounts.read(id))?.questions).toEqual([]);
  });
});
