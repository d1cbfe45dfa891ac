import { describe, expect, it } from 'vitest';

import { plusDays } from '../../src/calendar/local-date.ts';
import { isoDay } from '../../src/calendar/working-days.ts';
import { monthBlock } from '../../src/coaching/digest-month.ts';
import { shownOf } from '../../src/coaching/digest-shown.ts';
import type { CheckIn } from '../../src/coaching/member.ts';
import { createManaged } from '../support/managing.ts';
import { linesIn, MANAGER, OPERATOR } from '../support/weeks.ts';

const FIRST = '2026-11-20';
const SECOND = '2026-11-27';
const evening = (date: string): Date => new Date(`${date}T09:00:00Z`);

const checkIn = (date: string): CheckIn => ({
  v: 1,
  kind: 'check-in',
  date,
  flow: 'daily-check-in',
  version: 2,
  status: 'submitted',
  submittedAt: `${date}T09:00:00.000Z`,
  locale: 'en',
  late: false,
  answers: {
    moved: { value: ['write'], audience: 'operator' },
    energy: { value: 1, audience: 'operator' },
  },
});

async function worked(days: number) {
  const stage = await createManaged({ account: { digests: [{ week: '2026-W40', on: '2026-10-05', whole: true }] } });
  const known = await stage.member(OPERATOR);
  const dates = Array.from({ length: 60 }, (_, i) => plusDays(SECOND, -i)).filter((date) => isoDay(date) <= 5);
  for (const date of dates.slice(0, days)) {
    await stage.members.update(OPERATOR, (member) => ({
      member: { ...(member ?? known), heardAt: `${date}T09:00:00.000Z` },
      result: null,
      checkIn: checkIn(date),
    }));
  }
  const level = async () => linesIn('en', (await stage.coach.level(OPERATOR, evening(SECOND))).parts).join('\n');
  const week = async (date: string) => {
    const { parts } = await stage.coach.week(OPERATOR, { id: `week-${date}`, at: evening(date) });
    return linesIn('en', parts).join('\n');
  };
  return { stage, level, week };
}

describe('where the account stands', () => {
  it('is not said on little, and says how much is missing', async () => {
    const { level, week } = await worked(5);
    expect(await level()).toContain('5 check-ins in the last 20 working days, 12 are needed');
    expect(await week(SECOND)).not.toContain('Where the account stands');
  });

  it('is in the operator’s week with the nearest step, and held after two weeks', async () => {
    const { level, week } = await worked(30);
    const first = await week(FIRST);
    expect(first).toContain('L1 Posting, by this week alone');
    expect(first).toContain('Next, to reach L2 Planned');
    expect(await week(SECOND)).not.toContain('by this week alone');
    const all = await level();
    expect(all).toContain('The purpose exercise is still to be done');
    expect(all).toContain('Readers: 0 of 100');
    expect(all).toContain('Only you see this.');
    expect(all).not.toContain('energy');
  });

  it('reaches the manager’s month only while the operator agrees', async () => {
    const { stage, week, level } = await worked(30);
    await week(FIRST);
    await week(SECOND);
    const month = async (): Promise<string> => {
      const account = await stage.account();
      return linesIn('en', monthBlock(account, shownOf(account, '2026-W49'), { today: '2026-12-07' })).join('\n');
    };
    expect((await stage.account()).level).toBeNull();
    await stage.press(OPERATOR, 'share-level');
    expect((await stage.account()).level).toMatchObject({ level: 1 });
    expect(await level()).toContain('Your manager sees the level');
    expect(await month()).toContain('L1 Posting');
    await stage.press(OPERATOR, 'hide-level');
    expect((await stage.account()).level).toBeNull();
    expect(await month()).not.toContain('L1 Posting');
  });

  it('is nothing that a manager could ask for', async () => {
    const { stage } = await worked(30);
    const { parts } = await stage.coach.level(MANAGER, evening(SECOND));
    expect(linesIn('en', parts).join('\n')).toContain('The level is with those who run the account');
    await stage.press(MANAGER, 'share-level');
    expect((await stage.account()).level).toBeNull();
  });
});
