import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { calendarOf, countryOf, holidaysKnown, MONDAY_TO_FRIDAY } from '../../src/calendar/calendar.ts';
import { fromDayNumber, isoDayOf, toDayNumber } from '../../src/calendar/day-number.ts';
import {
  firstWorkingDayOfWeek,
  isoWeekOf,
  lastWorkingDayOfWeek,
  nextWorkingDay,
  previousWorkingDay,
  workingDayAfter,
  workingDaysBetween,
} from '../../src/calendar/working-days.ts';

const china = calendarOf({ country: 'cn', week: null, off: [] });
const NEVER = calendarOf({ country: 'none', week: [], off: [] });

/** The State Council's notices for 2025 and 2026, by hand: first and last day of each holiday. */
const HOLIDAYS = [
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
] as const;
const MAKE_UP_DAYS = [
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
];

const isHoliday = (date: string): boolean => HOLIDAYS.some(([from, to]) => date >= from && date <= to);

describe('the calendar of mainland China', () => {
  it('is what the State Council announced for 2025 and 2026, day by day', () => {
    const wrong: string[] = [];
    for (let day = toDayNumber('2025-01-01'); day <= toDayNumber('2026-12-31'); day += 1) {
      const date = fromDayNumber(day);
      const works = MAKE_UP_DAYS.includes(date) || (isoDayOf(day) <= 5 && !isHoliday(date));
      if (china.isWorkingDay(date) !== works) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  it('holds in its zones and in no others', () => {
    expect(['Asia/Shanghai', 'Asia/Urumqi', 'PRC', 'Asia/Chongqing'].map(countryOf)).toEqual(['cn', 'cn', 'cn', 'cn']);
    expect(['Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Macau', 'Europe/Berlin'].map(countryOf)).toEqual(
      Array.from({ length: 4 }, () => 'none'),
    );
  });

  it('says which years it knows; beyond them a week is a week', () => {
    expect(holidaysKnown('cn', 2026)).toBe(true);
    expect(holidaysKnown('cn', 2060)).toBe(false);
    expect(holidaysKnown('none', 2060)).toBe(true);
    expect(china.isWorkingDay('2060-10-01')).toBe(MONDAY_TO_FRIDAY.isWorkingDay('2060-10-01'));
  });

  it('asks nobody to make up for a holiday whose own week is shorter', () => {
    const fourDays = calendarOf({ country: 'cn', week: [1, 2, 3, 4], off: [] });
    expect(fourDays.isWorkingDay('2026-10-10')).toBe(false);
    expect(fourDays.isWorkingDay('2026-10-05')).toBe(false);
    expect(calendarOf({ country: 'cn', week: [1, 2, 3, 4, 5, 6], off: [] }).isWorkingDay('2026-09-20')).toBe(true);
  });
});

describe('days off of one’s own', () => {
  it('beat the week and a day that is made up', () => {
    const calendar = calendarOf({ country: 'cn', week: null, off: ['2026-10-10', '2026-11-23'] });
    expect(['2026-10-10', '2026-11-23', '2026-11-24'].map(calendar.isWorkingDay)).toEqual([false, false, true]);
  });
});

describe('a week', () => {
  it.each([
    ['2026-09-14', '2026-09-14', '2026-09-20', 'ends on the Sunday that is made up'],
    ['2026-10-05', '2026-10-08', '2026-10-10', 'begins after the holiday and ends on a made-up Saturday'],
    ['2026-09-28', '2026-09-28', '2026-09-30', 'ends before the holiday'],
    ['2026-02-16', null, null, 'has no working day at all'],
    ['2026-11-23', '2026-11-23', '2026-11-27', 'is an ordinary one'],
  ])('from %s runs from %s to %s: it %s', (monday, first, last, _why) => {
    expect(firstWorkingDayOfWeek(china, monday)).toBe(first);
    expect(lastWorkingDayOfWeek(china, monday)).toBe(last);
  });

  it.each([
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-11-23', '2026-W48'],
  ])('of %s is called %s', (date, week) => {
    expect(isoWeekOf(date)).toBe(week);
  });
});

describe('counting days', () => {
  const day = fc.integer({ min: -200_000, max: 200_000 });

  it('agrees with the runtime’s own calendar', () => {
    fc.assert(
      fc.property(day, (number) => {
        const there = new Date(number * 86_400_000);
        expect(fromDayNumber(number)).toBe(there.toISOString().slice(0, 10));
        expect(toDayNumber(fromDayNumber(number))).toBe(number);
        expect(isoDayOf(number) % 7).toBe(there.getUTCDay());
      }),
      { numRuns: 5_000 },
    );
  });

  it('goes from working day to working day, and back', () => {
    const off = fc.uniqueArray(fc.integer({ min: 20_400, max: 20_800 }), { maxLength: 30 });
    const week = fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), { nil: null });
    fc.assert(
      fc.property(
        fc.integer({ min: 20_400, max: 20_800 }),
        off,
        week,
        fc.integer({ min: 1, max: 12 }),
        (at, days, own, n) => {
          const calendar = calendarOf({ country: 'cn', week: own, off: days.map(fromDayNumber) });
          const from = fromDayNumber(at);
          const to = workingDayAfter(calendar, from, n);
          expect(calendar.isWorkingDay(to)).toBe(true);
          expect(workingDaysBetween(calendar, from, to)).toBe(n);
          expect(nextWorkingDay(calendar, previousWorkingDay(calendar, to))).toBe(to);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('ends where nobody ever works', () => {
    expect(nextWorkingDay(NEVER, '2026-11-23')).toBe('2026-11-24');
    expect(previousWorkingDay(NEVER, '2026-11-23')).toBe('2026-11-22');
    expect(lastWorkingDayOfWeek(NEVER, '2026-11-23')).toBeNull();
  });
});
