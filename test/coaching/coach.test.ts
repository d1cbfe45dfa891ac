import { describe, expect, it } from 'vitest';

import type { Post } from '../../src/coaching/post.ts';
import { createStage } from '../support/stage.ts';

const ME = 'T1:U1';
const begin = { name: 'begin', subject: 'daily-check-in' } as const;
const saysOf = (posts: readonly Post[]): string[] => posts.map(({ id }) => id);

describe('the coach', () => {
  it('tells a newcomer who sees what before anything is asked', async () => {
    const stage = await createStage();
    await stage.coach.press(ME, begin, stage.cause('c1'));
    await stage.coach.idle();
    const member = await stage.members.read(ME);
    expect(member?.session?.flow).toBe('onboarding-operator');
    expect(member?.welcomedOn).toBe('2026-11-23');
  });

  it('takes the same cause once', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    for (const id of ['c1', 'c1', 'c1', 'c1']) await stage.coach.press(ME, begin, stage.cause(id));
    await stage.coach.idle();
    expect(saysOf(stage.said)).toEqual(['c1']);
  });

  it('says replies in the order of what was typed, however slow the first is', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    await stage.coach.press(ME, begin, stage.cause('c1'));
    stage.slowDown('c2', 50);
    await stage.coach.hear(ME, { kind: 'text', text: 'write' }, stage.cause('c2'));
    await stage.coach.hear(ME, { kind: 'text', text: 'skip' }, stage.cause('c3'));
    await stage.coach.idle();
    expect(saysOf(stage.said)).toEqual(['c1', 'c2', 'c3']);
  });

  it('says after a crash what was kept but not said, once', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    stage.failOn('c1');
    await stage.coach.press(ME, begin, stage.cause('c1'));
    await stage.coach.idle();
    expect(saysOf(stage.said)).toEqual([]);
    expect(await stage.coach.recover(stage.later(5))).toBe(0);
    expect(await stage.coach.recover(stage.later(60))).toBe(1);
    await stage.coach.idle();
    expect(await stage.coach.recover(stage.later(120))).toBe(0);
    await stage.coach.idle();
    expect(saysOf(stage.said)).toEqual(['c1']);
    expect(stage.again).toEqual([false, true]);
    expect((await stage.members.read(ME))?.outbox).toEqual([]);
  });

  it('lets one of two replicas recover a post', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    stage.failOn('c1');
    await stage.coach.press(ME, begin, stage.cause('c1'));
    await stage.coach.idle();
    const other = stage.replica();
    await Promise.all([stage.coach.recover(stage.later(60)), other.recover(stage.later(60))]);
    await Promise.all([stage.coach.idle(), other.idle()]);
    expect(saysOf(stage.said)).toEqual(['c1']);
  });

  it('collapses the question that was answered, at the place where it stands', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    await stage.coach.press(ME, begin, stage.cause('c1'));
    await stage.coach.hear(ME, { kind: 'text', text: 'write' }, stage.cause('c2'));
    await stage.coach.idle();
    expect(stage.collapsed).toEqual([{ inbox: 'D1', ts: 'ts-c1', addresses: ['moved'], beside: [] }]);
  });

  it('leaves what it told beside a question, such as who sees what, when the question is folded', async () => {
    const stage = await createStage();
    await stage.coach.press(ME, { name: 'begin', subject: 'onboarding-operator' }, stage.cause('c1'));
    await stage.coach.hear(ME, { kind: 'text', text: ' ' }, stage.cause('c2'));
    await stage.coach.hear(ME, { kind: 'text', text: 'Fewer Breakdowns' }, stage.cause('c3'));
    await stage.coach.hear(ME, { kind: 'text', text: '1' }, stage.cause('c4'));
    await stage.coach.idle();
    expect(stage.collapsed.map(({ beside }) => beside)).toEqual([[], []]);
    const other = await createStage({}, 'T1:U2');
    await other.coach.press('T1:U2', { name: 'begin', subject: 'onboarding-operator' }, other.cause('c1'));
    await other.coach.hear('T1:U2', { kind: 'text', text: 'Fewer Breakdowns' }, other.cause('c2'));
    await other.coach.idle();
    expect(other.collapsed.map(({ beside }) => beside)).toEqual([
      ['onboarding-operator.hello', 'onboarding-operator.who_sees_what', 'onboarding-operator.in_your_hands'],
    ]);
  });

  it('keeps what was given when the person stops, and goes on from there the same day', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    await stage.coach.press(ME, begin, stage.cause('c1'));
    for (const [i, text] of ['write', 'stop'].entries()) {
      await stage.coach.hear(ME, { kind: 'text', text }, stage.cause(`t${i}`));
    }
    const stopped = await stage.members.read(ME);
    expect(stopped?.session).toBeNull();
    expect(await stage.history.checkIns(ME, '2026-11-23', '2026-11-23')).toMatchObject([{ status: 'partial' }]);
    await stage.coach.checkIn(ME, stage.cause('c9'));
    const resumed = await stage.members.read(ME);
    expect(resumed?.session?.answers['moved']?.value).toEqual(['write']);
    expect(resumed?.session?.at).toBe('moved_note');
  });

  it('closes an earlier day’s check-in with what it has when today’s begins', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    await stage.coach.press(ME, begin, stage.cause('c1'));
    await stage.coach.hear(ME, { kind: 'text', text: 'write' }, stage.cause('c2'));
    await stage.coach.checkIn(ME, { id: 'c3', at: stage.later(24 * 3600) });
    const member = await stage.members.read(ME);
    expect(member?.session?.facts['today']).toBe('2026-11-24');
    expect(member?.session?.answers).toEqual({});
    expect(await stage.history.checkIns(ME, '2026-11-23', '2026-11-24')).toMatchObject([
      { date: '2026-11-23', status: 'partial' },
    ]);
    await stage.coach.idle();
  });

  it('answers a button of an unknown flow, action or date with kind words', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    const presses = [
      { name: 'begin', subject: '__proto__' },
      { name: 'begin', subject: 'content-item' },
      { name: 'do', subject: 'A99' },
      { name: 'edit', subject: '2020-01-01' },
      { name: 'park', subject: 'nothing' },
    ] as const;
    for (const [i, pressed] of presses.entries()) await stage.coach.press(ME, pressed, stage.cause(`p${i}`));
    await stage.coach.idle();
    const keys = stage.said.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'text' ? [part.text.key] : [])),
    );
    expect(keys).toEqual([
      'conversation.old-button',
      'conversation.old-button',
      'conversation.old-button',
      'coach.edit-closed',
      'conversation.old-button',
    ]);
  });
});
