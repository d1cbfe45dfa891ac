import { describe, expect, it } from 'vitest';

import type { JsonValue } from '../../src/flow/session.ts';
import { createStage } from '../support/stage.ts';

const ME = 'T1:U1';
const MONDAY = '2026-11-23';
const WELCOMED = { welcomedOn: '2026-11-02' };
const DAILY = { name: 'begin', subject: 'daily-check-in' } as const;
const GIVEN = {
  moved: ['write'],
  moved_note: null,
  plan: 'Call two dealers at ten about spare parts',
  plan_when: null,
  blocked: 'none',
  number: null,
  learned: null,
  rotation: null,
  energy: '2',
  light_tomorrow: 'yes',
};

type Stage = Awaited<ReturnType<typeof createStage>>;
let count = 0;
const moment = (time = '08:30', date = MONDAY) => ({ id: `cause-${count++}`, at: new Date(`${date}T${time}:00Z`) });

async function submit(stage: Stage, values: Record<string, JsonValue> = GIVEN) {
  const open = (await stage.members.read(ME))?.session?.id ?? '';
  expect(await stage.coach.submit(ME, open, values, moment())).toMatchObject({ kind: 'taken' });
  return stage.members.read(ME);
}

async function done(known: Parameters<typeof createStage>[0] = {}) {
  const stage = await createStage({ ...WELCOMED, ...known });
  await stage.coach.press(ME, DAILY, moment());
  await submit(stage);
  expect((await stage.members.read(ME))?.session).toBeNull();
  return stage;
}

const waitsAt = async (stage: Stage) => (await stage.members.read(ME))?.session?.at;
const edit = (stage: Stage) => stage.coach.press(ME, { name: 'edit', subject: MONDAY }, moment());
const keysOf = (stage: Stage): string[] =>
  stage.said.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'text' ? [part.text.key] : [])));

describe('a check-in that is edited', () => {
  it('takes back the plan and the short form that it no longer asks for', async () => {
    const stage = await done();
    expect(await stage.members.read(ME)).toMatchObject({ plan: { date: MONDAY }, lightUntil: '2026-11-24' });
    await edit(stage);
    expect(await submit(stage, { moved: ['leave'] })).toMatchObject({ plan: null, lightUntil: null });
    await stage.coach.idle();
  });

  it('leaves the plan of another day and a short form that was asked for before', async () => {
    const plan = { text: 'Ring the printer', when: null, date: '2026-11-20', grade: null };
    const stage = await createStage({ ...WELCOMED, plan, lightUntil: MONDAY });
    await stage.coach.press(ME, DAILY, moment());
    expect(await submit(stage, { moved: ['out'] })).toMatchObject({ plan, lightUntil: MONDAY });
    await stage.coach.idle();
  });

  it('does not offer the draft of a form that was closed in the first round', async () => {
    const stage = await createStage(WELCOMED);
    await stage.coach.press(ME, DAILY, moment());
    const open = (await stage.members.read(ME))?.session?.id ?? '';
    await stage.coach.keepDraft(ME, open, { learned: 'half a thought' });
    const typed: Readonly<Record<string, string>> = { moved: 'write', plan: GIVEN.plan, blocked: 'none' };
    for (let at = await waitsAt(stage); at; at = await waitsAt(stage)) {
      await stage.coach.hear(ME, { kind: 'text', text: typed[at] ?? 'skip' }, moment());
    }
    expect((await stage.members.read(ME))?.done?.draft).toEqual({});
    await stage.coach.idle();
  });
});

describe('a check-in that was stopped', () => {
  it('goes on when Edit is pressed on its card', async () => {
    const stage = await createStage(WELCOMED);
    await stage.coach.press(ME, DAILY, moment());
    for (const text of ['write', 'stop']) await stage.coach.hear(ME, { kind: 'text', text }, moment());
    await edit(stage);
    expect((await stage.members.read(ME))?.session).toMatchObject({ at: 'moved_note' });
    await edit(stage);
    await stage.coach.idle();
    expect(keysOf(stage)).not.toContain('coach.edit-closed');
  });

  it('is open on the Home tab, for it can be gone on with', async () => {
    const stage = await createStage(WELCOMED);
    await stage.coach.press(ME, DAILY, moment());
    for (const text of ['write', 'stop']) await stage.coach.hear(ME, { kind: 'text', text }, moment());
    const { home } = await stage.coach.home(ME, moment().at);
    expect(home.today).toMatchObject({ card: null, status: { key: 'home.today-open' }, presses: [{ name: 'begin' }] });
    await stage.coach.idle();
  });

  it('keeps the draft of its form, even with nothing given', async () => {
    const stage = await createStage(WELCOMED);
    await stage.coach.press(ME, DAILY, moment());
    const open = (await stage.members.read(ME))?.session?.id ?? '';
    await stage.coach.keepDraft(ME, open, { plan: 'half a plan' });
    await stage.coach.hear(ME, { kind: 'text', text: 'stop' }, moment());
    await stage.coach.press(ME, DAILY, moment());
    expect((await stage.members.read(ME))?.session?.draft).toEqual({ plan: 'half a plan' });
    await stage.coach.idle();
  });
});

describe('an edit that was put aside', () => {
  it('goes on where it was, so that none of two overwrites the other', async () => {
    const stage = await done();
    await edit(stage);
    await stage.coach.hear(ME, { kind: 'text', text: 'change energy' }, moment());
    const open = (await stage.members.read(ME))?.session?.id;
    await stage.coach.press(ME, { name: 'park', subject: 'onboarding-operator' }, moment());
    await stage.coach.hear(ME, { kind: 'text', text: 'stop' }, moment());
    await edit(stage);
    expect(await stage.members.read(ME)).toMatchObject({ session: { id: open }, parked: [] });
    await stage.coach.idle();
  });
});

describe('a day', () => {
  it('that was begun is not begun again when the person flies west over the date line', async () => {
    const stage = await done();
    await stage.members.update(ME, (member) => ({
      member: member && { ...member, zone: 'Pacific/Honolulu' },
      result: 0,
    }));
    const { parts } = await stage.coach.checkIn(ME, moment('08:40'));
    expect(parts).toMatchObject([{ text: { key: 'coach.check-in-done' } }, { kind: 'card' }]);
    expect((await stage.members.read(ME))?.session).toBeNull();
  });

  it('far ahead, of a clock that was wrong, does not last', async () => {
    const stage = await done();
    await stage.coach.press(ME, DAILY, moment('08:30', '2026-11-16'));
    expect((await stage.members.read(ME))?.session?.facts['today']).toBe('2026-11-16');
    await stage.coach.idle();
  });

  it('goes on in an open check-in when the person flies west', async () => {
    const stage = await createStage(WELCOMED);
    await stage.coach.press(ME, DAILY, moment());
    await stage.coach.hear(ME, { kind: 'text', text: 'write' }, moment());
    await stage.members.update(ME, (member) => ({
      member: member && { ...member, zone: 'Pacific/Honolulu' },
      result: 0,
    }));
    await stage.coach.checkIn(ME, moment('08:40'));
    expect((await stage.members.read(ME))?.session).toMatchObject({ at: 'moved_note', facts: { today: MONDAY } });
    await stage.coach.idle();
  });
});

describe('the word that asks for a check-in', () => {
  it('goes on with the open one, and is no answer of it', async () => {
    const stage = await createStage(WELCOMED);
    await stage.coach.press(ME, DAILY, moment());
    for (const text of ['write', 'checkin']) await stage.coach.hear(ME, { kind: 'text', text }, moment());
    expect((await stage.members.read(ME))?.session?.answers).not.toHaveProperty('moved_note');
  });

  it('begins today’s when yesterday’s is still open', async () => {
    const stage = await createStage(WELCOMED);
    await stage.coach.press(ME, DAILY, moment());
    await stage.coach.hear(ME, { kind: 'text', text: 'write' }, moment());
    await stage.coach.hear(ME, { kind: 'text', text: '今日小结' }, moment('08:30', '2026-11-24'));
    expect((await stage.members.read(ME))?.session).toMatchObject({ facts: { today: '2026-11-24' }, answers: {} });
    expect(await stage.history.checkIns(ME, MONDAY, MONDAY)).toMatchObject([{ status: 'partial' }]);
    await stage.coach.idle();
  });
});
