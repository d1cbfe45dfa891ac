import { describe, expect, it } from 'vitest';

import type { Member } from '../../src/coaching/member.ts';
import { createStage } from '../support/stage.ts';

const ME = 'T1:U1';
const DONE = { 'check-in': '2026-11-20', reminder: '2026-11-23', nudge: '2026-11-23', summary: '2026-11-20' };
const OPERATOR: Partial<Member> = { welcomedOn: '2026-11-02', account: 'T1:a', occurred: DONE };
/** Monday, 16:30 in Shanghai. */
const PROMPT = new Date('2026-11-23T08:30:00Z');
const after = (hours: number): Date => new Date(PROMPT.getTime() + hours * 3_600_000);

const promptsIn = (said: readonly { readonly id: string }[]): string[] =>
  said.map(({ id }) => id).filter((id) => id.startsWith('check-in@'));

describe('what is due', () => {
  it('is done once, however often and by however many it is asked for', async () => {
    const stage = await createStage(OPERATOR);
    const other = stage.replica();
    await Promise.all([stage.coach, other, stage.coach, other].map((coach) => coach.due(ME, PROMPT)));
    await Promise.all([stage.coach.idle(), other.idle()]);
    expect(promptsIn(stage.said)).toEqual(['check-in@2026-11-23T08:30:00.000Z']);
  });

  it('is not done before its time', async () => {
    const stage = await createStage(OPERATOR);
    await stage.coach.due(ME, after(-0.001));
    await stage.coach.idle();
    expect(stage.said).toEqual([]);
  });

  it.each([
    [2.9, ['check-in@2026-11-23T08:30:00.000Z'], []],
    [3.1, [], ['check-in']],
  ])('%f hours late is said or passed over: %j', async (hours, said, late) => {
    const stage = await createStage(OPERATOR);
    await stage.coach.due(ME, after(hours));
    await stage.coach.idle();
    expect(promptsIn(stage.said)).toEqual(said);
    expect(stage.late).toEqual(late);
  });

  it('of weeks without us is passed over in a few steps, and the next is as planned', async () => {
    const stage = await createStage({
      ...OPERATOR,
      occurred: { ...DONE, 'check-in': '2026-08-03', nudge: '2026-08-03' },
    });
    await stage.coach.due(ME, PROMPT);
    await stage.coach.idle();
    expect(promptsIn(stage.said)).toEqual(['check-in@2026-11-23T08:30:00.000Z']);
    expect(stage.late.length).toBeLessThan(8);
    expect((await stage.members.read(ME))?.occurred['check-in']).toBe('2026-11-23');
  });

  it('of weeks is passed over at once for what comes weekly too', async () => {
    const occurred = { ...DONE, 'check-in': '2026-11-23', summary: '2026-08-07' };
    const stage = await createStage({ ...OPERATOR, occurred });
    await stage.coach.due(ME, PROMPT);
    expect(stage.late).toEqual(['summary']);
    expect((await stage.members.read(ME))?.dueAt).toBe('2026-11-24T01:30:00.000Z');
  });

  it('is told of once when it is too late, by whichever replica passes it over', async () => {
    const stage = await createStage(OPERATOR);
    await Promise.all([stage.coach, stage.replica()].map((coach) => coach.due(ME, after(3.1))));
    expect(stage.late).toEqual(['check-in']);
  });

  it('is looked up anew when the plan was made by other rules than today’s', async () => {
    const stage = await createStage({ ...OPERATOR, dueAt: after(-4).toISOString() });
    await stage.coach.due(ME, after(-4));
    expect((await stage.members.read(ME))?.dueAt).toBe(PROMPT.toISOString());
    expect(stage.planned).toEqual([{ member: ME, at: PROMPT.toISOString() }]);
  });

  it('is not said to somebody who has done it already', async () => {
    const stage = await createStage(OPERATOR);
    await stage.coach.press(ME, { name: 'begin', subject: 'daily-check-in' }, stage.cause('c1'));
    await stage.coach.hear(ME, { kind: 'text', text: 'leave' }, stage.cause('c2'));
    await stage.coach.due(ME, PROMPT);
    await stage.coach.idle();
    expect(promptsIn(stage.said)).toEqual([]);
    expect((await stage.members.read(ME))?.dueAt).toBe('2026-11-24T02:00:00.000Z');
  });

  it('is not said twice on a date when the time is moved after it was said', async () => {
    const stage = await createStage(OPERATOR);
    await stage.coach.due(ME, PROMPT);
    await stage.coach.rhythm(ME, { rhythm: 'time', words: '18:00' }, { id: 't', at: after(0.1) });
    await stage.coach.due(ME, after(2));
    await stage.coach.idle();
    expect(promptsIn(stage.said)).toHaveLength(1);
  });

  it('goes on where the check-in was left, instead of a second one', async () => {
    const stage = await createStage(OPERATOR);
    await stage.coach.press(ME, { name: 'begin', subject: 'daily-check-in' }, stage.cause('c1'));
    await stage.coach.hear(ME, { kind: 'text', text: 'write' }, stage.cause('c2'));
    await stage.coach.due(ME, PROMPT);
    await stage.coach.idle();
    expect(stage.said.at(-1)?.parts[0]).toMatchObject({ text: { key: 'coach.prompt-open' } });
    expect((await stage.members.read(ME))?.session?.answers['moved']?.value).toEqual(['write']);
  });

  it('reminds once of a check-in that nobody gave, and offers to fill it in or to leave it', async () => {
    const stage = await createStage({
      ...OPERATOR,
      occurred: { ...DONE, reminder: '2026-11-19', 'check-in': '2026-11-20' },
    });
    const morning = new Date('2026-11-23T01:30:00Z');
    await stage.coach.due(ME, morning);
    await stage.coach.due(ME, morning);
    await stage.coach.idle();
    const reminders = stage.said.filter(({ id }) => id.startsWith('reminder@'));
    expect(reminders).toHaveLength(1);
    expect(reminders[0]?.parts[1]).toMatchObject({
      presses: [
        { name: 'fill-in', subject: '2026-11-20' },
        { name: 'skip-day', subject: '2026-11-20' },
      ],
    });
  });

  it('is planned as soon as a record says so, and again when it moves', async () => {
    const stage = await createStage(OPERATOR);
    await stage.coach.due(ME, PROMPT);
    await stage.coach.idle();
    expect(stage.planned.at(-1)).toEqual({ member: ME, at: '2026-11-24T01:30:00.000Z' });
    await stage.coach.rhythm(ME, { rhythm: 'pause', words: '' }, { id: 'p', at: after(1) });
    expect((await stage.members.read(ME))?.dueAt).toBeNull();
  });

  it('reminds nobody of a check-in that we were too late to ask for', async () => {
    const stage = await createStage(OPERATOR);
    await stage.coach.due(ME, after(4));
    await stage.coach.due(ME, new Date('2026-11-24T01:30:00Z'));
    await stage.coach.idle();
    expect(stage.said.filter(({ id }) => id.startsWith('reminder@'))).toEqual([]);
  });

  it('is nothing for whoever is out of office from today on, not even what they put off', async () => {
    const stage = await createStage({ ...OPERATOR, occurred: { ...DONE, 'check-in': '2026-11-23' } });
    await stage.coach.press(ME, { name: 'begin', subject: 'daily-check-in' }, stage.cause('l1'));
    await stage.coach.hear(ME, { kind: 'text', text: 'later' }, stage.cause('l2'));
    await stage.coach.rhythm(ME, { rhythm: 'away', words: '2d' }, stage.cause('l3'));
    await stage.coach.due(ME, after(2.5));
    await stage.coach.idle();
    expect(stage.said.filter(({ id }) => id.startsWith('again@'))).toEqual([]);
    expect((await stage.members.read(ME))?.dueAt).toBe('2026-11-25T02:00:00.000Z');
  });
});
