import { expect, it } from 'vitest';

import { createStage } from '../support/stage.ts';

const ME = 'T1:U1';

it('a form that was refused is refused again when it is sent unchanged, and what is in it stays', async () => {
  const stage = await createStage({ welcomedOn: '2026-11-02' });
  await stage.coach.press(ME, { name: 'begin', subject: 'daily-check-in' }, stage.cause('c1'));
  const open = (await stage.members.read(ME))?.session?.id ?? '';
  for (let i = 0; i < 2; i++) {
    const sent = await stage.coach.submit(ME, open, { moved: ['write'], plan: null }, stage.cause('view-hash-digest'));
    expect(sent).toMatchObject({ kind: 'refused', errors: { plan: { key: 'retry.required' } } });
  }
  expect((await stage.members.read(ME))?.session).toMatchObject({ answers: {}, draft: { moved: ['write'] } });
  await stage.coach.idle();
});
