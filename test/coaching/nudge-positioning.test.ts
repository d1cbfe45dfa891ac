import { describe, expect, it } from 'vitest';

import type { Account } from '../../src/coaching/account.ts';
import type { Member } from '../../src/coaching/member.ts';
import { nudgeDue } from '../../src/coaching/nudge-due.ts';
import { NEVER_SAID } from '../../src/coaching/nudge-state.ts';
import type { PositionBrief } from '../../src/coaching/position-brief.ts';
import type { Part, Press } from '../../src/coaching/post.ts';
import { briefOf, topic } from '../support/briefs.ts';
import { account, BOSS, checkIn, ID, ME, member } from '../support/nudged.ts';
import { TODAY, wd } from '../support/nudging.ts';
import { positionOf, versionOf } from '../support/positions.ts';
import { createStage } from '../support/stage.ts';
import { coaching, linesIn, memberOf, pressesIn } from '../support/weeks.ts';

const at = (time: string, date = TODAY) => new Date(`${date}T${time}:00Z`);
const SETTLED = [-3, -2, -1].map((ago) => checkIn(wd(ago), { activities: ['planning', 'community'] }));
const SINCE = '2026-10-01';
const done = { purpose: TODAY, audience: TODAY };

function due(given: Partial<Member>, { accounts = [account()], role = 'nudge' }: Due = {}): Part[] {
  const known = { ...member({ welcomedOn: SINCE, recent: SETTLED, zone: 'Etc/UTC', ...given }) };
  const occurrence = { routine: role, subject: null, date: TODAY, at: at('10:00') };
  const moment = { id: 'due', at: at('10:00') };
  return [...nudgeDue(coaching, known, { occurrence, accounts, checkIns: [] }, moment).parts];
}
type Due = { readonly accounts?: readonly Account[]; readonly role?: 'nudge' | 'manager-nudge' };

const doing = (parts: readonly Part[]): Pick<Press, 'name' | 'subject'>[] =>
  pressesIn(parts).flatMap(({ name, subject }) => (name.startsWith('nudge-') ? [] : [{ name, subject }]));
const words = (parts: readonly Part[]): string => linesIn('en', parts).join('\n');

const bossWith = (alignment: Member['alignment']): Partial<Member> => ({
  id: BOSS,
  manages: [ID],
  welcomedOn: null,
  greetedOn: SINCE,
  alignment,
});

describe('a small reminder of the position', () => {
  it('in the first week is the purpose of the account, and the questions for both where there is a manager', () => {
    const firstWeek = { welcomedOn: wd(-4), recent: [] };
    const parts = due(firstWeek);
    expect(words(parts)).toContain('what is the account for?');
    expect(doing(parts)).toEqual([
      { name: 'exercise', subject: `${ID}|purpose` },
      { name: 'align', subject: ID },
    ]);
    expect(doing(due({ ...firstWeek, manager: null }))).toEqual([{ name: 'exercise', subject: `${ID}|purpose` }]);
    const told = briefOf({}, { purpose: TODAY });
    expect(doing(due({ ...firstWeek, position: told }))).toEqual([{ name: 'align', subject: ID }]);
    const both: PositionBrief = { ...told, alignment: { startedOn: wd(-1), mine: true, theirs: false } };
    expect(due({ ...firstWeek, position: both })).toEqual([]);
  });

  it('after a week is the exercise that is missing, and what it takes', () => {
    const parts = due({ position: briefOf({}, { purpose: TODAY }) });
    expect(words(parts)).toContain('Next small step: “First reader”. It takes about 8 minutes');
    expect(doing(parts)).toEqual([{ name: 'exercise', subject: `${ID}|audience` }]);
    expect(due({ position: briefOf({}, done) })).toEqual([]);
  });

  it('is not said to whoever does not check in', () => {
    expect(due({ recent: [] })).toEqual([]);
    expect(due({ recent: SETTLED.slice(1) })).toEqual([]);
    expect(due({ recent: SETTLED.map((day) => ({ ...day, activities: ['leave'] })) })).toEqual([]);
  });

  it('after 90 days asks whether it still holds, or is to be changed', () => {
    const position = briefOf({}, { ...done, audience: '2026-08-19' });
    const parts = due({ position });
    expect(words(parts)).toContain('“First reader” was last looked at a good while ago.');
    expect(doing(parts)).toEqual([
      { name: 'confirm-element', subject: `${ID}|audience` },
      { name: 'exercise', subject: `${ID}|audience` },
    ]);
    expect(due({ position: briefOf({}, { ...done, audience: '2026-08-20' }) })).toEqual([]);
  });

  it('asks for topics, when the bank is nearly empty and a piece is planned', () => {
    const topics = [topic('t1', 'Which grease?')];
    const plan = { text: 'Publish the guide at 10', when: null, date: wd(-1), grade: 'sharp' } as const;
    const position = briefOf({ topics, topicsOpen: 1 }, done);
    expect(words(due({ position, plan }))).toContain('One open topic left');
    expect(due({ position: { ...position, topicsOpen: 3 }, plan })).toEqual([]);
    expect(due({ position, plan: { ...plan, text: 'Call two dealers' } })).toEqual([]);
  });

  it('puts more work than hands before them, and never before their manager', () => {
    const piece = { intent: 'value', pillar: '', requestedBy: 'operator' };
    const recent = [-5, -4, -3, -2, -1].map((ago) =>
      checkIn(wd(ago), { activities: ['write', 'community'], items: [piece] }),
    );
    const position = briefOf({ hours: 8, uncovered: [] }, { ...done, team: TODAY });
    expect(words(due({ recent, position }))).toContain('5 pieces in two weeks are about 30 hours');
    const boss: Partial<Member> = { id: BOSS, manages: [ID], welcomedOn: null, greetedOn: SINCE };
    expect(due(boss, { role: 'manager-nudge' })).toEqual([]);
  });

  it('reminds whichever side has not answered the questions for both', () => {
    const waits = briefOf({ alignment: { startedOn: wd(-5), mine: false, theirs: true } }, done);
    expect(doing(due({ position: waits }))).toEqual([{ name: 'align', subject: ID }]);
    const asked = due(bossWith({ [ID]: { askedOn: wd(-5), followersFirst: false } }), { role: 'manager-nudge' });
    expect(words(asked)).toContain('waiting for you for 5 working days');
    expect(doing(asked)).toEqual([{ name: 'align', subject: ID }]);
    const first = due(bossWith({ [ID]: { askedOn: null, followersFirst: true } }), { role: 'manager-nudge' });
    expect(words(first)).toContain('you put followers first');
    expect(due(bossWith({}), { role: 'manager-nudge' })).toEqual([]);
  });
});

async function staged(position: PositionBrief | null) {
  const stage = await createStage({ ...memberOf(ME), account: ID, manager: BOSS, position });
  await stage.accounts.update(ID, () => [account(), null]);
  const press = async (name: Press['name'], ...rest: string[]): Promise<void> => {
    await stage.coach.press(
      ME,
      { name, subject: [ID, ...rest].join('|') },
      { id: `${name}-${rest.join()}`, at: at('10:05') },
    );
    await stage.coach.idle();
  };
  return { ...stage, press };
}

describe('its buttons', () => {
  it('begin the exercise, and count as an answer to whichever reminder offered it', async () => {
    const stage = await staged(null);
    const open = { ...NEVER_SAID, said: [wd(-1)], times: 1, ignored: 1, isOpen: true };
    await stage.members.update(ME, (known) => ({
      member: known && { ...known, nudges: { N12: open, N13: open } },
      result: null,
    }));
    await stage.press('exercise', 'purpose');
    expect(await stage.members.read(ME)).toMatchObject({
      session: { flow: 'positioning-purpose' },
      nudges: { N12: { isOpen: false, ignored: 0 }, N13: { isOpen: true, ignored: 1 } },
    });
  });

  it('note that it still holds; the manager learns the day of what they were shown, and nothing of the rest', async () => {
    const stage = await staged(briefOf({}, { ...done, audience: '2026-08-01' }));
    const shared = versionOf('v1', { what: 'x' }, { on: '2026-08-01', sharedOn: '2026-08-02' });
    const kept = { ...positionOf({ audience: [shared], purpose: [{ ...shared, sharedOn: null }] }), account: ID };
    await stage.positions.update(ID, () => [kept, null]);
    await stage.press('confirm-element', 'audience');
    await stage.press('confirm-element', 'purpose');
    expect((await stage.positions.read(ID))?.elements).toMatchObject({
      audience: { confirmedOn: TODAY },
      purpose: { confirmedOn: TODAY },
    });
    expect((await stage.accounts.read(ID))?.shared).toEqual({ audience: TODAY });
    expect((await stage.members.read(ME))?.position?.done.audience).toMatchObject({ on: TODAY });
  });

  it('show an element to the manager with the day it was made, or last said to be true', async () => {
    const stage = await staged(null);
    const version = versionOf('v1', { promise: 'x' }, { on: '2026-10-01' });
    const position = { ...positionOf({ purpose: [version] }), account: ID };
    await stage.positions.update(ID, () => [position, null]);
    await stage.press('share-element', 'purpose', 'v1');
    expect((await stage.accounts.read(ID))?.shared).toEqual({ purpose: '2026-10-01' });
  });
});
