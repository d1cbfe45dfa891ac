import { expect, it } from 'vitest';

import { createStage } from '../support/stage.ts';

const ME = 'T1:U1';

it('the short form that was asked for over several days outlasts each of its check-ins', async () => {
  const { coach, members, cause } = await createStage({ welcomedOn: '2026-11-02', lightUntil: '2026-11-25' }, ME);
  await coach.checkIn(ME, cause('begin'));
  for (const [i, text] of ['1', '1'].entries()) {
    await coach.hear(ME, { kind: 'text', text, people: [] }, cause(`typed-${i}`));
  }
  await coach.idle();
  const member = await members.read(ME);
  expect(member?.recent).toMatchObject([{ date: '2026-11-23', light: true }]);
  expect(member?.lightUntil).toBe('2026-11-25');
});
