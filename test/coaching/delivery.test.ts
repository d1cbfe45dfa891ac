import { describe, expect, it } from 'vitest';

import { createStage } from '../support/stage.ts';

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
