import { describe, expect, it } from 'vitest';

import { Account } from '../../src/coaching/account.ts';
import type { RecentCheckIn } from '../../src/coaching/member.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import type { Press } from '../../src/coaching/post.ts';
import { createStage } from '../support/stage.ts';

const ME = 'T1:U1';
const BOSS = 'T1:U2';
const ID = 'T1:account-of-U1';
const DATES = ['2026-11-11', '2026-11-12', '2026-11-13', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'];

const lowDay = (date: string): RecentCheckIn => ({
  date,
  activities: ['planning'],
  plan: 'sharp',
  blocker: null,
  number: true,
  learned: true,
  energy: 1,
  items: [],
  light: false,
});

describe('what low energy sets off', () => {
  it('reaches no account, no manager and nobody else, whatever is pressed on it', async () => {
    const occurred = { 'check-in': '2026-11-19', reminder: '2026-11-20', nudge: '2026-11-19', summary: '2026-11-20' };
    const stage = await createStage(
      {
        welcomedOn: '2026-10-01',
        account: ID,
        manager: BOSS,
        recent: DATES.map(lowDay),
        occurred,
        zone: 'Asia/Shanghai',
      },
      ME,
    );
    const boss = newMember(BOSS, { name: 'Boss', locale: 'en', zone: 'Asia/Shanghai', kind: 'person' });
    await stage.members.update(BOSS, () => ({
      member: { ...boss, greetedOn: '2026-10-01', manages: [ID] },
      result: null,
    }));
    const account = Account.parse({
      v: 1,
      id: ID,
      name: 'Fewer Breakdowns',
      platforms: [],
      operators: [ME],
      manager: BOSS,
    });
    await stage.accounts.update(ID, () => [account, null]);

    await stage.coach.due(ME, new Date('2026-11-20T02:00:00Z'));
    await stage.coach.idle();
    const presses = stage.said.flatMap(({ parts }): Press[] =>
      parts.flatMap((part) => (part.kind === 'block' || part.kind === 'presses' ? part.presses : [])),
    );
    expect((await stage.members.read(ME))?.nudges).toHaveProperty('N08');
    expect(presses.length).toBeGreaterThan(5);
    for (const [i, { name, subject }] of presses.entries()) {
      await stage.coach.press(ME, { name, subject }, { id: `press-${i}`, at: new Date('2026-11-20T03:00:00Z') });
    }
    await stage.coach.idle();
    expect(stage.said.flatMap(({ then }) => then)).toEqual([]);
    expect(await stage.accounts.read(ID)).toEqual(account);

    const before = stage.said.length;
    await stage.coach.due(BOSS, new Date('2026-11-23T02:30:00Z'));
    await stage.coach.idle();

    const toBoss = stage.said.slice(before);
    expect(toBoss.length).toBeGreaterThan(0);
    for (const known of [toBoss, await stage.accounts.read(ID), await stage.members.read(BOSS)]) {
      expect(JSON.stringify(known)).not.toMatch(/N08|energy|lightUntil":"/);
    }
    expect((await stage.members.read(ME))?.lightUntil).toBe('2026-11-24');
  });
});
