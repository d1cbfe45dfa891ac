import { describe, expect, it } from 'vitest';

import type { ActionState, Member } from '../../src/coaching/member.ts';
import { isPicked, openPick } from '../../src/coaching/picked.ts';
import type { JsonValue } from '../../src/flow/session.ts';
import { createStage } from '../support/stage.ts';
import { linesIn } from '../support/weeks.ts';

const ME = 'T1:U1';
const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';
const DAILY = { name: 'begin', subject: 'daily-check-in' } as const;
const NEVER: ActionState = { shownOn: null, pickedOn: null, doneOn: null, dismissedOn: null, dismissals: 0 };
const picked = (on: string): ActionState => ({ ...NEVER, pickedOn: on });

/** All that a check-in asks beside. */
const REST = {
  moved: ['write'],
  plan: 'At 10 call two dealers about spare parts',
  blocked: 'none',
  moved_note: null,
  number: null,
  learned: null,
  rotation: null,
  energy: null,
};

let count = 0;
const moment = (date: string) => ({ id: `cause-${count++}`, at: new Date(`${date}T08:30:00Z`) });

async function stageOf(known: Partial<Member> = {}) {
  const stage = await createStage({ welcomedOn: '2026-11-02', account: 'T1:a', ...known });
  const me = async (): Promise<Member | null> => stage.members.read(ME);
  return {
    ...stage,
    me,
    async press(name: 'do' | 'done' | 'dismiss' | 'unpick', id: string, date = MONDAY) {
      await stage.coach.press(ME, { name, subject: id }, moment(date));
      await stage.coach.idle();
    },
    async begin(date: string) {
      await stage.coach.press(ME, DAILY, moment(date));
      await stage.coach.idle();
    },
    async submit(given: Record<string, JsonValue>, date: string) {
      const open = (await me())?.session?.id ?? '';
      const values = { ...REST, ...given };
      expect(await stage.coach.submit(ME, open, values, moment(date))).toMatchObject({ kind: 'taken' });
      await stage.coach.idle();
    },
    actions: async () => (await me())?.actions ?? {},
    last: (): string => linesIn('en', stage.said.at(-1)?.parts ?? []).join('\n'),
  };
}

describe('an action that was picked', () => {
  it('is open until it is done or a fortnight is over', () => {
    expect(isPicked(picked(MONDAY), MONDAY)).toBe(true);
    expect(isPicked(picked('2026-11-10'), MONDAY)).toBe(true);
    expect(isPicked(picked('2026-11-09'), MONDAY)).toBe(false);
    expect(isPicked({ ...picked(MONDAY), doneOn: MONDAY }, MONDAY)).toBe(false);
    expect(isPicked({ ...picked(MONDAY), doneOn: '2026-10-01' }, MONDAY)).toBe(true);
    expect(isPicked(NEVER, MONDAY)).toBe(false);
  });

  it('is one: the last that was picked, and the one before goes back', async () => {
    const stage = await stageOf();
    await stage.press('do', 'A01');
    await stage.press('do', 'A37');
    const actions = await stage.actions();
    expect(openPick(actions, MONDAY)).toEqual({ id: 'A37', on: MONDAY });
    expect(actions['A01']?.pickedOn).toBeNull();
    expect(stage.last()).toContain('“Call or voice-message one customer and ask three fixed questions” goes back');
  });

  it('is all that there is to do today, on the Home tab too, until something else is asked for', async () => {
    const stage = await stageOf();
    await stage.press('do', 'A37');
    const { parts } = await stage.coach.today(ME, moment(MONDAY));
    expect(linesIn('en', parts).join('\n')).toContain('Your one thing for today: *Save five titles');
    expect(parts.map(({ kind }) => kind)).toEqual(['text', 'presses']);
    const { home } = await stage.coach.home(ME, moment(MONDAY).at);
    expect(home).toMatchObject({ suggestions: [], picked: { presses: [{ name: 'done' }, { name: 'unpick' }] } });
    await stage.press('unpick', 'A37');
    expect(stage.said.at(-1)?.parts.map(({ kind }) => kind)).toEqual(['text', 'suggestions']);
    expect(openPick(await stage.actions(), MONDAY)).toBeNull();
    expect((await stage.coach.home(ME, moment(MONDAY).at)).home.picked).toBeNull();
  });

  it('is still on the list on the next day, and not offered beside it', async () => {
    const stage = await stageOf({ actions: { A37: picked(MONDAY) } });
    const { parts } = await stage.coach.today(ME, moment(TUESDAY));
    expect(linesIn('zh-CN', parts)[0]).toBe('之前挑的这件还没做完： *存下五个你自己点开过的标题，写写为什么*');
    await stage.press('unpick', 'A37', TUESDAY);
    const offered = stage.said.at(-1)?.parts.flatMap((part) => (part.kind === 'suggestions' ? part.suggestions : []));
    expect(offered?.length).toBeGreaterThan(1);
  });
});

const checkedIn = async (given: Record<string, JsonValue>) => {
  const stage = await stageOf({ actions: { A01: picked(MONDAY) } });
  await stage.begin(TUESDAY);
  await stage.submit(given, TUESDAY);
  return stage;
};

describe('the next check-in', () => {
  it('asks how it went, with what was to be looked for', async () => {
    const stage = await stageOf({ actions: { A01: picked(MONDAY) } });
    await stage.begin(TUESDAY);
    expect((await stage.me())?.session?.facts).toMatchObject({
      picked: 'Call or voice-message one customer and ask three fixed questions',
      picked_signal: 'one sentence in the customer’s own words, and at least one new topic',
      picked_when: 'earlier',
    });
    await stage.coach.hear(ME, { kind: 'text', text: 'write' }, moment(TUESDAY));
    await stage.coach.hear(ME, { kind: 'text', text: 'skip' }, moment(TUESDAY));
    await stage.coach.idle();
    expect(stage.last()).toContain('Last time you picked: “Call or voice-message one customer');
  });

  it('does not ask where nothing was picked, nor in the short form', async () => {
    for (const known of [{}, { actions: { A01: picked(MONDAY) }, lightUntil: TUESDAY }]) {
      const stage = await stageOf(known);
      await stage.begin(TUESDAY);
      const open = (await stage.me())?.session?.id ?? '';
      const form = await stage.coach.form(ME, open, { moved: ['write'] });
      expect(form?.questions.map(({ step }) => step)).not.toContain('picked_done');
    }
  });

  it('notes it as done on that day, and keeps what came of it', async () => {
    const stage = await checkedIn({ picked_done: 'yes', picked_signal: '“Which grease fits the old ones?”' });
    expect((await stage.actions())['A01']).toMatchObject({ pickedOn: MONDAY, doneOn: TUESDAY });
    const [kept] = await stage.history.checkIns(ME, TUESDAY, TUESDAY);
    expect(kept?.answers['picked_signal']).toMatchObject({
      value: '“Which grease fits the old ones?”',
      audience: 'operator',
    });
    expect((await stage.coach.today(ME, moment(TUESDAY))).parts[1]).toMatchObject({ kind: 'suggestions' });
  });

  it('leaves what is partly done on the list', async () => {
    const stage = await checkedIn({ picked_done: 'partly', picked_signal: null });
    expect(openPick(await stage.actions(), TUESDAY)).toEqual({ id: 'A01', on: MONDAY });
  });

  it('keeps or drops what is not done yet', async () => {
    const kept = await checkedIn({ picked_done: 'no', picked_next: 'keep' });
    expect(openPick(await kept.actions(), TUESDAY)).toEqual({ id: 'A01', on: MONDAY });
    const dropped = await checkedIn({ picked_done: 'no', picked_next: 'drop' });
    expect((await dropped.actions())['A01']).toMatchObject({ pickedOn: null, doneOn: null, dismissals: 0 });
  });

  it('can be edited: what was done may be not done, and the other way round', async () => {
    const stage = await checkedIn({ picked_done: 'yes', picked_signal: null });
    await stage.coach.press(ME, { name: 'edit', subject: TUESDAY }, moment(TUESDAY));
    await stage.submit({ picked_done: 'no', picked_next: 'drop' }, TUESDAY);
    expect((await stage.actions())['A01']).toMatchObject({ pickedOn: null, doneOn: null });
    await stage.coach.press(ME, { name: 'edit', subject: TUESDAY }, moment(TUESDAY));
    await stage.submit({ picked_done: 'yes', picked_signal: null }, TUESDAY);
    expect((await stage.actions())['A01']).toMatchObject({ pickedOn: MONDAY, doneOn: TUESDAY });
    await stage.coach.press(ME, { name: 'edit', subject: TUESDAY }, moment(TUESDAY));
    await stage.submit({ moved: ['leave'] }, TUESDAY);
    expect((await stage.actions())['A01']).toMatchObject({ pickedOn: MONDAY, doneOn: null });
  });

  it('leaves alone what was marked as done beside it', async () => {
    const stage = await stageOf({ actions: { A01: picked(MONDAY) } });
    await stage.begin(TUESDAY);
    await stage.press('done', 'A01', TUESDAY);
    await stage.submit({ moved: ['out'] }, TUESDAY);
    expect((await stage.actions())['A01']).toMatchObject({ doneOn: TUESDAY });
  });
});
