import { describe, expect, it } from 'vitest';

import { createExercising } from '../support/exercising.ts';
import { createManaged } from '../support/managing.ts';
import { MANAGER, OPERATOR } from '../support/weeks.ts';

const TRADE = 'Factory, building materials';
const ROLES = ['Planning, Writing and editing', 'Design and pictures', 'None of these'];
const HOURS = ['24', '60', '10', '10'];
const REST = ['Nothing', '1', '2', 'Sales, Service', 'The account’s backend as operator, Its data pages, Comments'];
const EXTRA = 'Half an hour a week with the service foreman, so that every piece answers two real questions';

const begun = (answers: readonly string[]) =>
  createExercising('team', [TRADE, ...answers], { account: { asks: [], blockers: [] } });

describe('the team exercise', () => {
  it('ends in roles, capacity and gaps', async () => {
    const { since, version, member } = await begun([...ROLES, ...HOURS, ...REST, 'skip']);
    const said = since(OPERATOR);
    expect(said).toContain('3 of six roles have nobody');
    expect(said).toContain('Done by the operator: Planning, Writing and editing');
    expect(said).toContain('Done by nobody: Numbers, Comments and groups, Paid promotion');
    expect(said).toContain('24 hours a week: writing 60%, waiting 10%, readers 10%');
    expect(said).toContain('Enough for: 2 pieces a week');
    expect(said).toContain('Gaps: three roles or more without anybody');
    expect(await version()).toMatchObject({ flags: ['role_gap'] });
    expect((await member(OPERATOR)).position).toMatchObject({
      hours: 24,
      solo: false,
      uncovered: ['data', 'community', 'paid'],
      dropped: [],
      departments: 2,
    });
  });

  it('lets whoever is alone choose what to do well, and what to drop', async () => {
    const { since, type, version, member } = await begun(['Writing and editing, Comments and groups', 'None of these']);
    await type(OPERATOR, 'None of these');
    expect(since(OPERATOR)).toContain('All of it rests on you');
    await type(OPERATOR, 'Writing and editing, Comments and groups', 'Paid promotion, Design and pictures');
    await type(OPERATOR, '5', '90', '5', '5', 'Nothing', '3', '4', 'None', 'None of these', 'skip');
    const said = since(OPERATOR);
    expect(said).toContain('one piece a week is the most');
    expect(said).toContain('90 per cent goes into production');
    expect(said).toContain('One approver and a fixed hour');
    expect(said).toContain(
      'Done well: Writing and editing, Comments and groups. Dropped or borrowed: Design and pictures, Paid promotion',
    );
    expect((await version())?.flags).toEqual([
      'role_gap',
      'production_trap',
      'approval_drag',
      'no_material',
      'no_data',
      'solo',
    ]);
    expect((await member(OPERATOR)).position).toMatchObject({ solo: true, dropped: ['design', 'paid'] });
  });

  it('asks the manager in the operator’s words, after their yes, and the answer comes back', async () => {
    const { since, type, account, press, version, checkIn, hearAt } = await begun([...ROLES, ...HOURS, ...REST, EXTRA]);
    expect(since(OPERATOR)).toContain('Shall we put this to your manager');
    const words = [
      'yes',
      'May I have half an hour with the service foreman each Wednesday, to answer real questions?',
      'Half an hour each Wednesday',
      'One hour a month',
      'A',
      'skip',
      'The next two pieces are guesses',
    ];
    await type(OPERATOR, ...words);
    expect(since(OPERATOR)).toContain('This is what your manager gets');
    expect((await account()).asks).toEqual([]);
    await type(OPERATOR, 'Send it');
    const told = since(MANAGER);
    expect(told).toContain('May I have half an hour');
    const [ask] = (await account()).asks;
    expect(ask).toMatchObject({
      operator: OPERATOR,
      prefers: 'a',
      waiting: 'The next two pieces are guesses',
      answer: null,
    });
    expect(Object.keys((await version())?.answers ?? {}).filter((one) => one.startsWith('ask'))).toEqual([]);
    await press(MANAGER, 'ask-a', ask?.id ?? '');
    expect(since(OPERATOR)).toContain('Half an hour each Wednesday');
    await checkIn(OPERATOR, new Date('2026-11-24T08:30:00Z'));
    expect(since(OPERATOR)).toContain('Half an hour each Wednesday');
    await hearAt(OPERATOR, new Date('2026-11-24T08:31:00Z'), 'stop');
  });

  it('asks nothing of the manager without a yes, nor where there is none', async () => {
    const { type, account, linesTo } = await begun([...ROLES, ...HOURS, ...REST, EXTRA, 'Not now']);
    expect((await account()).asks).toEqual([]);
    expect(linesTo(MANAGER)).toEqual([]);
    await type(OPERATOR, 'hello');
    const alone = await createManaged({ account: { asks: [], manager: null } });
    await alone.press(OPERATOR, 'exercise', 'team');
    await alone.type(OPERATOR, TRADE, ...ROLES, ...HOURS, ...REST, EXTRA);
    expect(alone.since(OPERATOR)).toContain(`Most wanted: ${EXTRA}`);
  });

  it('is never stuck on lazy answers', async () => {
    const lazy = ['None of these', 'None of these', 'None of these'];
    const { since, type, version } = await begun([...lazy, 'Planning', 'skip', '0', 'Nothing', '0', 'None']);
    await type(OPERATOR, 'None of these', 'more support', 'more support', 'more support', 'Not now');
    expect(since(OPERATOR)).toContain('Kept as a draft');
    expect((await version())?.grade).toBe('vague');
  });
});
