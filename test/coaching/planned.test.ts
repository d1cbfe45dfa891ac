import { describe, expect, it } from 'vitest';

import type { Member } from '../../src/coaching/member.ts';
import { nextPieceIn, planOfPieces } from '../../src/coaching/planned.ts';
import { briefOf, pillar } from '../support/briefs.ts';
import { checkIn, member } from '../support/nudged.ts';

const MONDAY = '2026-11-16';
const TUESDAY = '2026-11-17';
const WEDNESDAY = '2026-11-18';
const THURSDAY = '2026-11-19';
const FRIDAY = '2026-11-20';

const planned = (text: string, date: string): Member['plan'] => ({ text, when: null, date, grade: 'sharp' });
const piece = { intent: 'value', pillar: '', requestedBy: 'operator' };
const perWeek = (count: number) => briefOf({ perWeek: count, pillars: [pillar('Repairs', 1)] });
const inDays = (given: Partial<Member>, today: string) => nextPieceIn(member(given), today);

describe('the next piece is to go out', () => {
  it('on the next working day, when the plan says so', () => {
    for (const text of [
      'Publish the spring guide at 10',
      '明早 10 点发布保养指南',
      '上午推送那篇',
      'The guide goes out at 9',
    ]) {
      expect([text, inDays({ plan: planned(text, TUESDAY) }, TUESDAY)]).toEqual([text, 1]);
      expect([text, inDays({ plan: planned(text, TUESDAY) }, WEDNESDAY)]).toEqual([text, 0]);
      expect([text, inDays({ plan: planned(text, TUESDAY) }, THURSDAY)]).toEqual([text, null]);
    }
    // Friday's plan is for Monday.
    expect(inDays({ plan: planned('Publish it', '2026-11-13') }, '2026-11-13')).toBe(1);
  });

  it('at no time known, when the plan is about something else and there is no content plan', () => {
    for (const text of ['Call two dealers at ten', '给两位经销商发消息', '发给销售看看', '']) {
      expect([text, inDays({ plan: planned(text, TUESDAY) }, TUESDAY)]).toEqual([text, null]);
    }
    expect(inDays({}, TUESDAY)).toBeNull();
  });

  it('not once more, when it went out on the day it was planned for', () => {
    const plan = planned('Publish it at 10', TUESDAY);
    expect(inDays({ plan, recent: [checkIn(WEDNESDAY, { activities: ['publish'] })] }, WEDNESDAY)).toBeNull();
  });

  it('by the end of the week, as many a week as were planned and one a day', () => {
    // One a week: Friday will do. Two: the first by Thursday. Five: one on each day.
    expect(inDays({ position: perWeek(1) }, MONDAY)).toBe(4);
    expect(inDays({ position: perWeek(1) }, THURSDAY)).toBe(1);
    expect(inDays({ position: perWeek(2) }, MONDAY)).toBe(3);
    expect(inDays({ position: perWeek(2) }, FRIDAY)).toBe(0);
    expect(inDays({ position: perWeek(5) }, MONDAY)).toBe(0);
    expect(inDays({ position: perWeek(1.5) }, MONDAY)).toBe(4);
  });

  it('in the week after, when this one has what was planned, or its last day is over', () => {
    const out = checkIn(TUESDAY, { activities: ['publish'], items: [piece] });
    expect(inDays({ position: perWeek(1), recent: [out] }, TUESDAY)).toBe(8);
    expect(inDays({ position: perWeek(2), recent: [out] }, TUESDAY)).toBe(3);
    expect(inDays({ position: perWeek(1), recent: [checkIn(FRIDAY)] }, FRIDAY)).toBe(5);
  });

  it('as the earlier of both says', () => {
    const plan = planned('Publish the guide', TUESDAY);
    expect(inDays({ plan, position: perWeek(1) }, TUESDAY)).toBe(1);
  });

  it('at no time known with less than one piece a week, or in a plan of another account', () => {
    expect(inDays({ position: perWeek(0.5) }, MONDAY)).toBeNull();
    expect(inDays({ position: { ...perWeek(2), account: 'T1:another' } }, MONDAY)).toBeNull();
  });
});

const placesWith = (perWeek: number | null, topicsOpen: number, pillars = [pillar('Repairs', 1)]) =>
  planOfPieces(briefOf({ perWeek, topicsOpen, pillars }));

describe('the plan has', () => {
  it('places for two weeks, and as many pieces planned as have a topic', () => {
    expect(placesWith(2, 3)).toEqual({ places: 4, planned: 3 });
    expect(placesWith(2, 9)).toEqual({ places: 4, planned: 4 });
    expect(placesWith(1.5, 9)).toEqual({ places: 3, planned: 3 });
    expect(placesWith(null, 9)).toEqual({ places: 0, planned: 0 });
    expect(placesWith(2, 9, [])).toEqual({ places: 0, planned: 0 });
  });
});
