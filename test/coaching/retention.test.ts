import { describe, expect, it } from 'vitest';

import { Account } from '../../src/coaching/account.ts';
import { gone } from '../../src/coaching/leaving.ts';
import type { CheckIn, RecentCheckIn } from '../../src/coaching/member.ts';
import { createStage } from '../support/stage.ts';

const ME = 'T1:U1';
const NOW = new Date('2026-11-23T08:30:00Z');
/** 400 days before is 2025-10-19, 90 days is 2026-08-25. */
const DATES = ['2025-10-18', '2025-10-19', '2026-08-24', '2026-08-25', '2026-11-20'];

const day = (date: string): CheckIn => ({
  v: 1,
  kind: 'check-in',
  date,
  flow: 'daily-check-in',
  version: 3,
  status: 'submitted',
  submittedAt: `${date}T08:00:00.000Z`,
  locale: 'en',
  late: false,
  answers: {
    energy: { value: 2, audience: 'operator' },
    light_tomorrow: { value: 'yes', audience: 'operator' },
    plan: { value: 'call two dealers', audience: 'operator' },
  },
});
const recent = (date: string): RecentCheckIn => ({
  date,
  activities: ['write'],
  plan: null,
  blocker: null,
  number: false,
  learned: false,
  energy: 2,
  items: [],
  light: false,
});

async function lived(keepDays?: number) {
  const stage = await createStage({ welcomedOn: '2025-01-06', account: 'T1:a', recent: DATES.map(recent) }, ME);
  for (const date of DATES) {
    await stage.members.update(ME, (member) => ({ member: member && { ...member }, result: null, checkIn: day(date) }));
  }
  const item = { operator: ME, title: 'x', intent: 'value', pillar: '', slot: null, requestedBy: 'operator' };
  await stage.accounts.update('T1:a', () => [
    Account.parse({
      v: 1,
      id: 'T1:a',
      name: 'Pumps',
      platforms: [],
      operators: [ME],
      manager: null,
      items: DATES.map((date) => ({ ...item, id: date, date })),
      numbers: DATES.map((on) => ({ subject: 'account', name: 'readers', value: 1, on, age: null, source: 'form' })),
    }),
    null,
  ]);
  for (const date of DATES) {
    await stage.audit.note('T1', { at: `${date}T08:00:00.000Z`, by: ME, did: 'data-exported', about: null });
  }
  if (keepDays !== undefined) await stage.workspaces.update('T1', (known) => ({ ...known, keepDays }));
  await stage.coach.tidy(NOW);
  return stage;
}

const days = async (stage: Awaited<ReturnType<typeof lived>>) =>
  (await stage.history.checkIns(ME, '0000-01-01', '9999-12-31')).map(({ date, answers }) => [
    date,
    Object.keys(answers).length,
  ]);

describe('what is too old', () => {
  it('is deleted, energy first', async () => {
    const stage = await lived();
    expect(await days(stage)).toEqual([
      ['2025-10-19', 3],
      ['2026-08-24', 1],
      ['2026-08-25', 3],
      ['2026-11-20', 3],
    ]);
    const member = await stage.members.read(ME);
    expect(member?.recent.map(({ date, energy }) => [date, energy])).toEqual([
      ['2025-10-19', null],
      ['2026-08-24', null],
      ['2026-08-25', 2],
      ['2026-11-20', 2],
    ]);
    const account = await stage.accounts.read('T1:a');
    expect(account?.items.map(({ date }) => date)).toEqual(DATES.slice(1));
    expect(account?.numbers.map(({ on }) => on)).toEqual(DATES.slice(1));
    expect((await stage.audit.read('T1', 10)).map(({ at }) => at.slice(0, 10))).toEqual(DATES.slice(1).toReversed());
  });

  it('follows what the workspace keeps', async () => {
    const stage = await lived(90);
    expect((await days(stage)).map(([date]) => date)).toEqual(['2026-08-25', '2026-11-20']);
  });

  it('is looked for once a day', async () => {
    const stage = await lived();
    await stage.workspaces.update('T1', (known) => ({ ...known, keepDays: 90 }));
    await stage.coach.tidy(new Date('2026-11-23T20:00:00Z'));
    expect(await days(stage)).toHaveLength(4);
    await stage.coach.tidy(new Date('2026-11-24T00:10:00Z'));
    expect((await days(stage)).length).toBeLessThan(4);
  });

  it('is also somebody who left the workspace and did not come back for 90 days', async () => {
    const stage = await createStage({ welcomedOn: '2026-01-05' }, ME);
    const leave = (on: string) =>
      stage.members.update(ME, (member) => ({ member: member && gone(member, on), result: null }));
    await leave('2026-08-25');
    await stage.coach.tidy(NOW);
    expect(await stage.members.read(ME)).not.toBeNull();
    await leave('2026-08-24');
    await stage.coach.tidy(new Date('2026-11-24T00:10:00Z'));
    expect(await stage.members.read(ME)).toBeNull();
  });
});
