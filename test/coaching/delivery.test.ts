import { describe, expect, it } from 'vitest';

import { newMember } from '../../src/coaching/new-member.ts';
import { createStage } from '../support/stage.ts';

const PERSON = { name: 'Person', locale: 'en', zone: 'Asia/Shanghai', kind: 'person' } as const;

const ME = 'T1:U1';
const begin = { name: 'begin', subject: 'daily-check-in' } as const;
const type = (text: string) => ({ kind: 'text', text }) as const;

describe('delivery', () => {
  it('says what failed before what came after it', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    stage.failOn('c1');
    await stage.coach.press(ME, begin, stage.cause('c1'));
    await stage.coach.idle();
    await stage.coach.hear(ME, type('write'), stage.cause('c2'));
    await stage.coach.idle();
    expect(stage.said.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect((await stage.members.read(ME))?.outbox).toEqual([]);
  });

  it('keeps the order when both fail', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    stage.failOn('c1');
    await stage.coach.press(ME, begin, stage.cause('c1'));
    await stage.coach.idle();
    stage.failOn('c1');
    await stage.coach.hear(ME, type('write'), stage.cause('c2'));
    await stage.coach.idle();
    expect(stage.said).toEqual([]);
    stage.failOn('c1');
    await stage.coach.hear(ME, type('skip'), stage.cause('c3'));
    await stage.coach.idle();
    expect(stage.said).toEqual([]);
    await stage.coach.recover(stage.later(60));
    await stage.coach.idle();
    expect(stage.said.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
  });

  it('says the rest when one post can’t be said at all', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    stage.refuse('c1');
    stage.failOn('c2');
    await stage.coach.press(ME, begin, stage.cause('c1'));
    await stage.coach.hear(ME, type('write'), stage.cause('c2'));
    await stage.coach.idle();
    await stage.coach.recover(stage.later(60));
    await stage.coach.idle();
    expect(stage.said.map(({ id }) => id)).toEqual(['c2']);
  });
});

it('says what comes to several people under one id to each of them', async () => {
  const stage = await createStage({ welcomedOn: '2026-11-02' });
  const other = 'T1:U2';
  await stage.members.update(other, () => ({
    member: { ...newMember(other, PERSON), welcomedOn: '2026-11-02' },
    result: null,
  }));
  for (const id of [ME, other]) await stage.coach.press(id, begin, stage.cause('at-nine'));
  await stage.coach.idle();
  expect(stage.said.map(({ id }) => id)).toEqual(['at-nine', 'at-nine']);
  expect((await stage.members.read(other))?.outbox).toEqual([]);
});
