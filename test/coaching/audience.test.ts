import { describe, expect, it } from 'vitest';

import { createStage } from '../support/stage.ts';

const ME = 'T1:U1';
const TODAY = '2026-11-23';

async function stuck() {
  const stage = await createStage({ welcomedOn: '2026-11-02', manager: 'T1:U2', lightUntil: TODAY });
  let count = 0;
  const type = async (...texts: string[]) => {
    for (const text of texts) await stage.coach.hear(ME, { kind: 'text', text }, stage.cause(`c${count++}`));
    await stage.coach.idle();
  };
  await type('checkin', 'write', 'new', 'The printer has not sent the price list since Monday', 'keep', 'skip');
  if ((await stage.members.read(ME))?.session?.at !== 'blocker_share') throw new Error('not asked whether to share');
  const seen = async () => {
    const [day] = await stage.history.checkIns(ME, TODAY, TODAY);
    return {
      shared: (await stage.members.read(ME))?.blockers.at(-1)?.shared,
      audience: day?.answers['blocker']?.audience,
    };
  };
  return { ...stage, type, seen };
}

describe('a blocker', () => {
  it('is the manager’s to see once its operator said so', async () => {
    const { type, seen } = await stuck();
    await type('yes');
    expect(await seen()).toEqual({ shared: true, audience: 'manager' });
  });

  it('is nobody else’s when the operator stops before saying so', async () => {
    const { type, seen } = await stuck();
    await type('stop');
    expect(await seen()).toEqual({ shared: false, audience: 'operator' });
  });

  it('put in other words is not passed on by what was said of the first ones', async () => {
    const { type, seen, coach, cause } = await stuck();
    await type('yes');
    await coach.press(ME, { name: 'edit', subject: TODAY }, cause('edit'));
    await type('change blocker', 'My manager has not answered me since Monday about the price list', 'keep', 'stop');
    expect(await seen()).toEqual({ shared: false, audience: 'operator' });
  });
});
