import { beforeEach, describe, expect, it } from 'vitest';

import { blocker, createWeekStage, draft } from '../support/week-stage.ts';
import { accountOf, itemOf, MANAGER, OPERATOR, WEEK } from '../support/weeks.ts';

let stage: Awaited<ReturnType<typeof createWeekStage>>;
beforeEach(async () => {
  stage = await createWeekStage();
});

describe('a week that is sent', () => {
  it('is in the account, and its operator knows what goes, to whom and when', async () => {
    const said = await stage.press('send-week');
    expect(said).toContain('It goes to @U2 on Monday, November 23 at 09:30.');
    expect(said).toContain('With it: 2 pieces, one blocker.');
    expect((await stage.account()).weeks).toMatchObject([{ week: WEEK, status: 'sent', learnings: [] }]);
  });

  it('can be taken back until its digest is out', async () => {
    await stage.press('send-week');
    expect(stage.lastPresses()).toContain('skip-week');
    expect(await stage.press('skip-week')).toContain('Taken back');
    expect((await stage.account()).weeks).toMatchObject([{ status: 'skipped' }]);
    await stage.accounts.update('T1:a', (known) => [
      { ...accountOf(), ...known, digests: [{ week: WEEK, on: '2026-11-23', whole: true }] },
      null,
    ]);
    expect(await stage.press('send-week')).toContain('has gone out');
    expect(await stage.press('skip-week')).toContain('has gone out');
  });

  it('reaches the manager at once where the digest went out without it, and only once', async () => {
    stage = await createWeekStage({ account: { digests: [{ week: WEEK, on: '2026-11-23', whole: false }] } });
    stage.goTo('2026-11-23T02:00:00Z');
    expect(await stage.press('send-week')).toContain('《Piece 1》'.slice(1, 8));
    const late = stage.said.filter(({ parts }) =>
      parts.some((part) => part.kind === 'text' && part.text.key === 'digest.late'),
    );
    expect(late.length).toBe(1);
    expect((await stage.account()).digests).toEqual([{ week: WEEK, on: '2026-11-23', whole: true }]);
    expect(await stage.press('send-week')).toContain('has gone out');
  });

  it.each([
    ['an account that is not theirs', `T1:b|${WEEK}`],
    ['a week that is no week', 'T1:a|2026'],
    ['a week long ago', 'T1:a|2026-W40'],
    ['a week to come', 'T1:a|2026-W48'],
    ['nothing', ''],
  ])('is not %s', async (_, subject) => {
    expect(await stage.press('send-week', subject)).toContain('belongs to an earlier moment');
    expect((await stage.account()).weeks).toEqual([]);
  });

  it('is not sent where nobody else answers for the account', async () => {
    stage = await createWeekStage({ account: { manager: null } });
    expect(await stage.press('send-week')).toContain('no digest to send');
    expect((await stage.account()).weeks).toEqual([]);
  });

  it('is previewed as the manager will get it', async () => {
    const said = await stage.press('preview-week');
    expect(said).toContain('This is what @U2 will get');
    expect(said).toContain('“Piece 1”');
    expect(said).toContain('The guide waits for sales');
    expect(stage.lastPresses()).toEqual(['edit-week', 'send-week', 'skip-week']);
    expect((await stage.account()).weeks).toEqual([]);
  });
});

describe('the weekly review', () => {
  const answers = [
    'A page for error codes',
    '2',
    'yes',
    'To answer within a day, I need to know who approves service topics',
    'The head of service',
    'It stays with three departments',
    'A',
    '2026-11-27',
    'Two guides stay in the drawer',
    '1',
    'skip',
  ];
  const review = async (): Promise<void> => {
    await stage.press('review');
    for (const answer of answers) await stage.hear(answer);
  };

  it('keeps what was said as a draft that nobody else sees', async () => {
    await review();
    expect((await stage.me()).week).toMatchObject({
      focus: 'A page for error codes',
      learnings: ['A fitter wants drawings'],
      win: '“Piece 1” came out',
      ask: { a: 'The head of service', prefers: 'a', dueOn: '2026-11-27', waiting: 'Two guides stay in the drawer' },
    });
    expect(await stage.account()).toMatchObject({ weeks: [], asks: [], focus: null });
    expect(stage.lastPresses()).toEqual(['preview-week', 'edit-week', 'send-week', 'skip-week']);
  });

  it('has what a check-in after the summary says of readers, too', async () => {
    stage = await createWeekStage({ member: { week: { ...draft, heard: [] } } });
    await stage.press('begin', 'daily-check-in');
    for (const answer of ['8', 'skip', 'List the error codes by Monday noon', 'all clear', 'skip'])
      await stage.hear(answer);
    for (const answer of ['A buyer on the phone asked for drawings', 'skip', 'skip']) await stage.hear(answer);
    expect((await stage.me()).week?.heard).toEqual(['A buyer on the phone asked for drawings']);
  });

  it('sends only what was ticked', async () => {
    await review();
    expect(await stage.press('send-week')).toContain('one thing heard from readers, one thing to decide, your focus');
    expect(await stage.account()).toMatchObject({
      weeks: [{ learnings: ['A fitter wants drawings'], focus: 'A page for error codes' }],
      asks: [{ id: `ask-${WEEK}-U1`, operator: OPERATOR, askedOn: '2026-11-20', answer: null }],
      focus: { text: 'A page for error codes', by: 'operator' },
    });
    expect(await stage.press('skip-week')).toContain('Taken back');
    expect((await stage.account()).asks).toEqual([]);
  });

  it('shows what was said before, to be kept or changed', async () => {
    await review();
    expect(await stage.press('review')).toContain('A page for error codes');
    expect(await stage.hear('Something else')).toContain('A fitter wants drawings');
    expect((await stage.me()).session?.answers['focus']?.value).toBe('Something else');
    for (let i = 0; i < 9; i += 1) await stage.hear('keep as it is');
    expect(await stage.hear('Inquiries')).toContain('That was the week.');
    expect((await stage.me()).week).toMatchObject({
      focus: 'Something else',
      ask: { prefers: 'a' },
      win: '“Piece 1” came out',
    });
  });

  it.each(['Support new media more', '希望领导多支持新媒体'])('pushes back on “%s”', async (bad) => {
    await stage.press('review');
    for (const answer of ['A page', 'none of these', 'yes']) await stage.hear(answer);
    expect(await stage.hear(bad)).toContain('Which one decision, budget or introduction');
  });

  it('asks for the number to watch where none is agreed, and never followers', async () => {
    await stage.press('review');
    for (const answer of ['A page', 'none of these', 'no', 'nothing this week']) await stage.hear(answer);
    const asked = stage.lastWords();
    expect(asked).toContain('Which number');
    expect(asked).not.toContain('ollower totals\n');
    await stage.hear('Inquiries');
    expect((await stage.account()).leadMetric).toBe('inquiries');
  });

  it('without a manager asks only what is its operator’s own', async () => {
    stage = await createWeekStage({ account: { manager: null, leadMetric: 'inquiries' } });
    await stage.press('review');
    expect(await stage.hear('A page for error codes')).toContain('That was the week.');
    expect(await stage.account()).toMatchObject({ weeks: [], focus: { text: 'A page for error codes' } });
  });
});

describe('what is edited of the week', () => {
  it('holds back what is chosen', async () => {
    expect(await stage.press('edit-week')).toContain('Blocker: The guide waits for sales');
    for (const answer of ['1, 3', 'The photos are from the workshop', 'no']) await stage.hear(answer);
    expect((await stage.me()).week).toMatchObject({
      heldBack: [itemOf(1).id, blocker.id],
      line: 'The photos are from the workshop',
    });
    const said = await stage.press('preview-week');
    expect(said).not.toMatch(/Piece 1|The guide waits/);
    expect(said).toContain('The photos are from the workshop');
  });

  it('stays held back where the week is never sent', async () => {
    await stage.press('edit-week');
    for (const answer of ['3', 'skip', 'no']) await stage.hear(answer);
    expect((await stage.account()).weeks).toMatchObject([{ status: 'skipped', heldBack: [blocker.id], learnings: [] }]);
    stage.goTo('2026-11-23T01:31:00Z');
    const said = await stage.due(MANAGER);
    expect(said).toContain('No summary was passed on');
    expect(said).not.toContain('The guide waits');
  });

  it('is changed in what is on its way, too', async () => {
    await stage.press('send-week');
    await stage.press('edit-week');
    for (const answer of ['1', 'skip', 'no']) await stage.hear(answer);
    expect((await stage.account()).weeks).toMatchObject([{ status: 'sent', heldBack: [itemOf(1).id] }]);
  });

  it('may go by itself from now on, and no longer', async () => {
    await stage.press('edit-week');
    for (const answer of ['everything may go', 'skip', 'yes']) await stage.hear(answer);
    expect(await stage.account()).toMatchObject({ sendsByItself: true, weeks: [{ status: 'sent' }] });
    await stage.press('edit-week');
    for (const answer of ['everything may go', 'skip', 'no']) await stage.hear(answer);
    expect((await stage.account()).sendsByItself).toBe(false);
  });
});
