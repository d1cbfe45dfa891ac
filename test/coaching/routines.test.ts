import { describe, expect, it } from 'vitest';

import type { Member } from '../../src/coaching/member.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import type { RoutineName } from '../../src/coaching/routine-name.ts';
import { occurrences } from '../../src/coaching/routines.ts';

const PERSON = { name: 'Person', locale: 'en', zone: 'Asia/Shanghai', kind: 'person' } as const;
const OPERATOR: Partial<Member> = { welcomedOn: '2026-01-01', account: 'T1:a' };
const done = (date: string): Member['occurred'] => ({ 'check-in': date, reminder: date, nudge: date, summary: date });

const of = (known: Partial<Member>): Member => ({ ...newMember('T1:U1', PERSON), ...OPERATOR, ...known });
const next = (routine: RoutineName, known: Partial<Member>): string | undefined =>
  occurrences(of(known), () => 1)
    .find((one) => one.routine === routine)
    ?.at.toISOString();

describe('the next check-in', () => {
  it.each([
    ['2026-11-23', 'Asia/Shanghai', '2026-11-24T08:30:00.000Z', 'the day after'],
    ['2026-11-27', 'Asia/Shanghai', '2026-11-30T08:30:00.000Z', 'after the weekend'],
    ['2026-09-30', 'Asia/Shanghai', '2026-10-08T08:30:00.000Z', 'after the National Day'],
    ['2026-10-09', 'Asia/Shanghai', '2026-10-10T08:30:00.000Z', 'on a Saturday that makes up for a holiday'],
    ['2026-10-09', 'Asia/Hong_Kong', '2026-10-12T08:30:00.000Z', 'not on that Saturday elsewhere'],
    ['2026-10-23', 'Europe/London', '2026-10-26T16:30:00.000Z', 'at the same time on the wall after summer time'],
    ['2026-10-22', 'Europe/London', '2026-10-23T15:30:00.000Z', 'as before it'],
  ])('after %s in %s is %s: %s', (date, zone, at) => {
    expect(next('check-in', { zone, occurred: done(date) })).toBe(at);
  });

  it('is on the person’s own days only, and on none that they or the company have off', () => {
    const calendar = { country: null, week: [1, 3], off: ['2026-11-25'] };
    expect(next('check-in', { calendar, occurred: done('2026-11-23') })).toBe('2026-11-30T08:30:00.000Z');
  });

  it('comes after the days out of office', () => {
    const away = { from: '2026-11-24', until: '2026-11-26' };
    expect(next('check-in', { away, occurred: done('2026-11-23') })).toBe('2026-11-27T08:30:00.000Z');
  });

  it('is on the following date when the person has moved to where it is still the day before', () => {
    const there = next('check-in', { zone: 'Pacific/Honolulu', occurred: done('2026-11-24') });
    expect(there).toBe('2026-11-26T02:30:00.000Z');
  });

  it.each<[string, Partial<Member>]>([
    ['paused', { paused: { since: '2026-11-20', why: 'asked' } }],
    ['out of reach', { unreachable: { code: 'user_disabled', since: '2026-11-20' } }],
    ['not yet told who sees what', { welcomedOn: null }],
    ['without an account', { account: null }],
  ])('is none for somebody %s', (_why, known) => {
    expect(occurrences(of({ ...known, occurred: done('2026-11-23') }), () => 1)).toEqual([]);
  });
});

describe('the reminder', () => {
  it('is one, the morning after a check-in that nobody gave', () => {
    const occurred = { ...done('2026-11-23'), reminder: '2026-11-23' };
    expect(next('reminder', { occurred })).toBe('2026-11-24T01:30:00.000Z');
    expect(next('reminder', { occurred: { ...occurred, reminder: '2026-11-24' } })).toBeUndefined();
  });

  it('is none on a day out of office', () => {
    expect(
      next('reminder', { occurred: done('2026-11-23'), away: { from: '2026-11-24', until: '2026-11-24' } }),
    ).toBeUndefined();
  });
});

describe('the week', () => {
  it.each([
    ['2026-11-20', '2026-11-27T09:00:00.000Z', 'on Friday, half an hour after the check-in'],
    ['2026-09-11', '2026-09-20T09:00:00.000Z', 'on a Sunday that makes up for a holiday'],
    ['2026-10-02', '2026-10-10T09:00:00.000Z', 'on a Saturday after a holiday'],
    ['2026-02-14', '2026-02-28T09:00:00.000Z', 'not in a week without a working day'],
  ])('of somebody whose last summary was on %s is summed up at %s: %s', (date, at) => {
    expect(next('summary', { occurred: done(date) })).toBe(at);
  });

  it('is told to a manager on its first working day, and asked about on its third', () => {
    const manager = { manages: ['T1:a'], greetedOn: '2026-01-01', welcomedOn: null };
    const occurred = { 'digest:T1:a': '2026-09-28', 'manager-week:T1:a': '2026-09-30', 'manager-nudge': '2026-09-30' };
    expect(next('digest', { ...manager, occurred })).toBe('2026-10-08T01:30:00.000Z');
    expect(next('manager-week', { ...manager, occurred })).toBe('2026-10-10T02:00:00.000Z');
    const november = { 'digest:T1:a': '2026-11-23', 'manager-week:T1:a': '2026-11-20', 'manager-nudge': '2026-11-20' };
    expect(next('manager-week', { ...manager, occurred: november })).toBe('2026-11-25T02:00:00.000Z');
  });
});

describe('a conversation', () => {
  it('that nobody goes on with is closed in the working time of its member', () => {
    const session = { id: 's', flow: 'x', version: 1, facts: {}, answers: {}, at: null, said: [], turn: 0, draft: {} };
    const known = { session, heardAt: '2026-11-26T08:00:00.000Z', occurred: done('2026-11-27') };
    expect(next('close', known)).toBe('2026-11-30T01:05:00.000Z');
  });
});
