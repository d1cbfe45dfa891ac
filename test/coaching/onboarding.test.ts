import { describe, expect, it } from 'vitest';

import { newMember } from '../../src/coaching/new-member.ts';
import { occurrences } from '../../src/coaching/routines.ts';
import { createStage } from '../support/stage.ts';

const PERSON = { name: 'Person', locale: 'en', zone: 'Asia/Shanghai', kind: 'person' } as const;

const ME = 'T1:U1';
const ACCOUNT = 'T1:account-of-U1';
const MANAGED = { name: 'Fewer Breakdowns', platforms: ['douyin'], operators: [ME], manager: 'T1:U2' };

async function stageWith(people: Record<string, 'person' | 'bot' | 'gone'> = {}) {
  const stage = await createStage({ welcomedOn: '2026-11-02' }, ME, people);
  let count = 0;
  const begin = () =>
    stage.coach.press(ME, { name: 'begin', subject: 'onboarding-operator' }, stage.cause(`begin-${count++}`));
  const type = async (...texts: string[]) => {
    for (const text of texts) {
      const people = [...text.matchAll(/@(U\d)/g)].map(([, user]) => `T1:${user}`);
      await stage.coach.hear(ME, { kind: 'text', text, people }, stage.cause(`typed-${count++}`));
    }
    await stage.coach.idle();
  };
  return { ...stage, begin, type };
}

describe('getting to know each other', () => {
  it('for the second time leaves the manager and the platforms that are not asked about again', async () => {
    const { begin, type, accounts, members } = await stageWith();
    await begin();
    await type('Fewer Breakdowns', 'douyin', '@U2', '16:30');
    expect(await accounts.read(ACCOUNT)).toMatchObject(MANAGED);
    await begin();
    await type('More Uptime', 'douyin', 'skip', 'skip');
    expect(await accounts.read(ACCOUNT)).toMatchObject({ ...MANAGED, name: 'More Uptime' });
    await begin();
    await type('Most Uptime', 'stop');
    expect(await accounts.read(ACCOUNT)).toMatchObject({ ...MANAGED, name: 'Most Uptime' });
    expect((await members.read(ME))?.manager).toBe('T1:U2');
  });

  it.each(['bot', 'gone'] as const)('asks again when the manager named is a %s', async (kind) => {
    const { begin, type, coach, members, cause } = await stageWith({ 'T1:U9': kind });
    await begin();
    await type('Fewer Breakdowns', 'douyin', '@U9');
    expect((await members.read(ME))?.session).toMatchObject({ at: 'manager' });
    const open = (await members.read(ME))?.session?.id ?? '';
    const value = { kind: 'value', session: open, address: 'manager', value: { member: 'T1:U9' } } as const;
    await coach.hear(ME, value, cause('picked'));
    expect((await members.read(ME))?.session?.answers).not.toHaveProperty('manager');
    const sent = await coach.submit(ME, open, { manager: { member: 'T1:U9' } }, cause('form'));
    expect(sent).toMatchObject({ kind: 'refused', errors: { manager: { key: 'retry.not-a-person' } } });
    await type('@U2');
    expect((await members.read(ME))?.session?.answers['manager']?.value).toEqual({ member: 'T1:U2' });
  });

  // The stage begins on Monday at 16:30 in Shanghai.
  it.each([
    ['17:30', '2026-11-23T09:30:00.000Z', 'the same day when there is time enough'],
    ['16:45', '2026-11-24T08:45:00.000Z', 'the next working day when it is too soon'],
    ['16:00', '2026-11-24T08:00:00.000Z', 'the next working day when it is over'],
  ])('is followed by the first check-in at %s: %s, %s, and by no reminder of a day before it', async (time, due) => {
    const { begin, type, members } = await stageWith();
    await members.update(ME, (before) => ({
      member: before && { ...before, welcomedOn: '2026-11-23', occurred: {} },
      result: null,
    }));
    await begin();
    await type('Fewer Breakdowns', 'douyin', 'skip', time);
    const member = await members.read(ME);
    const next = occurrences(member ?? newMember(ME, PERSON), () => 1);
    expect(next.find(({ routine }) => routine === 'check-in')?.at.toISOString()).toBe(due);
    expect(next.filter(({ routine }) => routine === 'reminder')).toEqual([]);
  });
});
