import { describe, expect, it } from 'vitest';

import { coachingOf } from '../../src/coaching-of.ts';
import { Account } from '../../src/coaching/account.ts';
import type { Member, RecentCheckIn } from '../../src/coaching/member.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import { nudgeDue } from '../../src/coaching/nudge-due.ts';
import { NEVER_SAID } from '../../src/coaching/nudge-state.ts';
import type { Part } from '../../src/coaching/post.ts';
import { readContent } from '../../src/content.ts';
import { plainLines } from '../../src/plain-post.ts';
import { createTranslate } from '../../src/translate.ts';
import { TODAY, wd } from '../support/nudging.ts';

const content = await readContent(new URL('../../', import.meta.url));
const coaching = coachingOf(content);
const translate = createTranslate(content.catalogs);

const ME = 'T1:U1';
const BOSS = 'T1:U2';
const ID = 'T1:account-of-U1';
const at = (time: string, date = TODAY): Date => new Date(`${date}T${time}:00Z`);

const person = (id: string, given: Partial<Member> = {}): Member => ({
  ...newMember(id, { name: 'Somebody', locale: 'en', zone: 'Etc/UTC', kind: 'person' }),
  greetedOn: '2026-10-01',
  ...given,
});
const operator = (given: Partial<Member> = {}): Member =>
  person(ME, { welcomedOn: '2026-10-01', account: ID, manager: BOSS, ...given });
const boss = (given: Partial<Member> = {}): Member => person(BOSS, { manages: [ID], ...given });
const account = (given: Partial<Account> = {}): Account => ({
  ...Account.parse({ v: 1, id: ID, name: 'Fewer Breakdowns', platforms: [], operators: [ME], manager: BOSS }),
  ...given,
});
const checkIn = (date: string, given: Partial<RecentCheckIn> = {}): RecentCheckIn => ({
  date,
  activities: ['planning'],
  plan: 'sharp',
  blocker: null,
  number: true,
  learned: true,
  energy: null,
  items: [],
  light: false,
  ...given,
});

type On = { readonly accounts?: readonly Account[]; readonly now?: Date; readonly role?: 'nudge' | 'manager-nudge' };
function due(member: Member, { accounts = [], now = at('10:00'), role = 'nudge' }: On = {}) {
  const occurrence = { routine: role, subject: null, date: now.toISOString().slice(0, 10), at: now };
  return nudgeDue(coaching, member, { occurrence, accounts, checkIns: [] }, { id: 'due', at: now });
}
const toBoss = (member: Member, accounts: readonly Account[], now = at('10:30')) =>
  due(member, { accounts, now, role: 'manager-nudge' });
const words = (parts: readonly Part[]): string => plainLines(translate, 'en', parts).join('\n');

const WRITING = [-4, -3, -2, -1].map((day) => checkIn(wd(day), { activities: ['write'] }));

describe('a small reminder', () => {
  it('is one fact and one suggestion, with what to do about it first and how to have less of it last', () => {
    const { parts, member } = due(operator({ recent: WRITING }));
    expect(words(parts)).toBe(
      [
        '4 check-ins in a row were writing, layout and publishing. Ask service what they were asked most this week; the next topic may be in it.',
        '[Ask sales or service]',
        '[Talk to a customer]',
        '[Later]',
        '[Not useful]',
        '[Why this?]',
        '[Fewer of these]',
      ].join('\n'),
    );
    expect(member.nudges['N01']).toMatchObject({ said: [TODAY], isOpen: true });
  });

  it('is not said outside the day’s hours, nor on days off', () => {
    const member = operator({ recent: WRITING });
    expect(due(member, { now: at('08:59') }).parts).toEqual([]);
    expect(due(member, { now: at('17:59') }).parts).not.toEqual([]);
    expect(due(member, { now: at('18:00') }).parts).toEqual([]);
    expect(due(member, { now: at('10:00', '2026-11-21') }).parts).toEqual([]);
    const off = { ...member.calendar, off: [TODAY] };
    expect(due({ ...member, calendar: off }).parts).toEqual([]);
  });

  it('is said once a day, and most days not at all', () => {
    const { member } = due(operator({ recent: WRITING }));
    expect(due(member, { now: at('11:00') }).parts).toEqual([]);
    expect(due(operator({ recent: [checkIn(wd(-1))] })).parts).toEqual([]);
  });

  it('is only about beginnings in the first two days', () => {
    const stuck = [
      { id: 'b1', text: 'x', owner: null, category: null, shared: false, openedOn: '2026-11-02', closedOn: null },
    ];
    const begun = (welcomedOn: string) => due(operator({ welcomedOn, blockers: stuck })).member.nudges;
    expect(Object.keys(begun(wd(-1)))).toEqual(['O01']);
    expect(Object.keys(begun(wd(-9)))).toContain('N04:b1');
  });

  it('brings an operator’s own month along after thirty days', () => {
    const recent = [
      ...[-9, -8, -7, -6, -5].map((day) => checkIn(wd(day), { activities: ['write'], learned: false })),
      ...[-4, -3, -2, -1].map((day) => checkIn(wd(day), { activities: ['community', 'write'] })),
      checkIn(TODAY, { activities: ['write'], items: [{ intent: 'value', pillar: '', requestedBy: 'operator' }] }),
    ];
    const said = words(due(operator({ welcomedOn: '2026-10-20', recent })).parts);
    expect(said).toContain('• one piece published');
    expect(said).toContain('• something about readers noted on 5 days');
    expect(said).toContain('• new since the first days: Answered comments and messages');
    expect(said).not.toContain('blocker');
  });
});

/** Asked each evening, silent; looked at each morning. */
function silent(mornings: number, given: Partial<Member> = {}) {
  let member = operator({ recent: [checkIn('2026-11-06')], occurred: { 'check-in': '2026-11-06' }, ...given });
  const said: string[] = [];
  for (let day = 0; day < mornings; day += 1) {
    const date = wd(day - 7);
    const decision = due(member, { now: at('10:00', date) });
    const known = Object.entries(decision.member.nudges);
    said.push(...known.flatMap(([key, { said: on }]) => (on.at(-1) === date ? [key] : [])));
    member = { ...decision.member, occurred: { 'check-in': date } };
  }
  return { member, said };
}
const missedBy = (given: Partial<Member>) =>
  due(operator({ occurred: { 'check-in': wd(-1) }, ...given })).member.missed;

describe('days without a check-in', () => {
  it('are spoken of after two, and pause everything after five, with one question', () => {
    expect(silent(2).said).toEqual([]);
    expect(silent(3).said).toEqual(['N09']);
    expect(silent(5)).toMatchObject({ said: ['N09'], member: { missed: { days: 4 }, paused: null } });
    const after = silent(6);
    expect(after.said).toEqual(['N09', 'N09-pause']);
    expect(after.member).toMatchObject({ missed: null, paused: { why: 'quiet', since: wd(-2) } });
  });

  it('are not those of a day that was left, begun, or away, nor of a time when nobody asked', () => {
    expect(missedBy({})).toEqual({ days: 1, through: wd(-1) });
    expect(missedBy({ recent: [checkIn(wd(-1), { activities: ['nothing'] })] })).toBeNull();
    expect(missedBy({ away: { from: wd(-1), until: wd(-1) } })).toBeNull();
    expect(missedBy({ occurred: { 'check-in': wd(-2) } })).toBeNull();
    const begun = {
      id: 's',
      flow: 'daily-check-in',
      version: 1,
      at: 'plan',
      said: [],
      turn: 1,
      draft: {},
      facts: { today: wd(-1) },
    };
    expect(
      missedBy({ parked: [{ ...begun, answers: { moved: { value: ['write'], followUps: 0, settled: true } } }] }),
    ).toBeNull();
    expect(missedBy({ parked: [{ ...begun, answers: {} }] })).toEqual({ days: 1, through: wd(-1) });
  });

  it('begin anew after days that Bearings was down', () => {
    const missed = { days: 4, through: wd(-4) };
    expect(due(operator({ missed, occurred: { 'check-in': wd(-1) } })).member.missed).toEqual({
      days: 1,
      through: wd(-1),
    });
  });
});

describe('what a manager gets', () => {
  const blocker = {
    id: 'b1',
    operator: ME,
    text: 'May the guide show prices',
    owner: { member: BOSS },
    category: null,
    openedOn: wd(-4),
    reply: null,
  };
  const ask = {
    id: 'ask-1',
    operator: ME,
    text: 'One approver?',
    a: 'Li',
    b: 'Wu',
    prefers: null,
    waiting: null,
    dueOn: wd(-2),
    askedOn: wd(-9),
    answer: null,
  };

  it('is the card of what they can free or decide, beside the reminder', () => {
    const stuck = toBoss(boss(), [account({ blockers: [blocker] })]);
    expect(words(stuck.parts)).toContain('May the guide show prices');
    expect(words(stuck.parts)).toContain('4 working days');
    const late = toBoss(boss(), [account({ asks: [ask] })]);
    expect(words(late.parts)).toContain('One approver?');
    expect(Object.keys(late.member.nudges)).toContain(`N07:${ID}:ask-1`);
  });

  it('is the first thing that waits, after days without a word from them', () => {
    const events = [{ id: 'e', kind: 'replied', on: wd(-6) } as const];
    const later = { ...ask, dueOn: wd(5) };
    const said = (given: Partial<Account>) => words(toBoss(boss(), [account({ events, ...given })]).parts);
    expect(said({ asks: [later] })).toContain('One approver?');
    expect(said({ blockers: [{ ...blocker, openedOn: wd(-2) }] })).toContain('May the guide show prices');
    expect(said({ events: [{ id: 'e', kind: 'replied', on: wd(-5) }], asks: [later] })).toBe('');
  });

  it('comes at two and at four working days past the date, and then no more', () => {
    const events = [{ id: 'e', kind: 'replied', on: TODAY } as const];
    const late = account({ asks: [{ ...ask, dueOn: TODAY }], events });
    const days = Array.from({ length: 12 }, (_, day) => at('10:30', wd(day)));
    const { nudges } = days.reduce((member, now) => toBoss(member, [late], now).member, boss());
    expect(nudges[`N07:${ID}:ask-1`]?.said).toEqual([wd(2), wd(4)]);
  });

  it('is a talk when their operator has begun, and the operator is told that it was suggested', () => {
    const decision = toBoss(boss(), [account({ since: wd(-2) })]);
    expect(words(decision.parts)).toContain('Fewer Breakdowns');
    expect(decision.then).toEqual([
      { kind: 'tell', member: ME, news: { kind: 'talk-proposed', name: 'Fewer Breakdowns' } },
    ]);
    const talked = account({ since: wd(-2), events: [{ id: 'e', kind: 'talked', on: wd(-1) }] });
    expect(toBoss(boss(), [talked]).parts).toEqual([]);
  });

  it('leaves what their own days as an operator have said', () => {
    const both = boss({ nudges: { 'N04:b9': { ...NEVER_SAID, said: ['2026-10-01'], times: 1 } } });
    expect(toBoss(both, [account()]).member.nudges).toHaveProperty(['N04:b9']);
  });
});

describe('low energy', () => {
  const LOW = [-3, -2, -1].map((day) => checkIn(wd(day), { energy: 2 }));

  it('is spoken of to the operator alone', () => {
    const decision = due(operator({ recent: LOW }), { accounts: [account()] });
    expect(words(decision.parts)).toContain('Only you see this');
    expect(decision.then).toBeUndefined();
    const all = JSON.stringify(due(boss(), { accounts: [account()], role: 'manager-nudge' }));
    expect(all).not.toMatch(/N08|energy/);
  });
});
