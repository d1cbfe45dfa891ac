import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MONDAY_TO_FRIDAY } from '../../src/calendar/calendar.ts';
import { isZone, localDate, localTime, plusDays } from '../../src/calendar/local-date.ts';
import { isoDay, mondayOf, previousWorkingDay, workingDaysBetween } from '../../src/calendar/working-days.ts';

const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe('working days', () => {
  it.each([
    ['2026-11-20', '2026-11-23', 1, 'Friday to Monday'],
    ['2026-11-21', '2026-11-23', 1, 'Saturday to Monday'],
    ['2026-11-23', '2026-11-28', 4, 'Monday to Saturday'],
    ['2026-11-23', '2026-11-23', 0, 'the same day'],
    ['2026-11-27', '2026-11-23', 0, 'backwards'],
    ['1969-12-29', '1970-01-05', 5, 'across the epoch'],
  ])('between %s and %s are %i: %s', (from, to, days) => {
    expect(workingDaysBetween(MONDAY_TO_FRIDAY, from, to)).toBe(days);
  });

  it('agree with counting day by day', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 60 }), (from, span) => {
        const counted = Array.from({ length: span }, (_, i) => isoDay(plusDays(from, i + 1))).filter((d) => d < 6);
        expect(workingDaysBetween(MONDAY_TO_FRIDAY, from, plusDays(from, span))).toBe(counted.length);
      }),
    );
  });

  it('before a Monday or a Sunday is the Friday', () => {
    expect(previousWorkingDay(MONDAY_TO_FRIDAY, '2026-11-23')).toBe('2026-11-20');
    expect(previousWorkingDay(MONDAY_TO_FRIDAY, '2026-11-22')).toBe('2026-11-20');
  });

  it('start the week on Monday', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  });
});

describe('local dates', () => {
  it('follow the zone, not the machine', () => {
    const now = new Date('2026-11-23T18:00:00Z');
    expect([localDate(now, 'Asia/Shanghai'), localTime(now, 'Asia/Shanghai')]).toEqual(['2026-11-24', '02:00']);
    expect([localDate(now, 'America/New_York'), localTime(now, 'America/New_York')]).toEqual(['2026-11-23', '13:00']);
  });

  it('know a zone from a typing error', () => {
    expect(isZone('Asia/Shanghai')).toBe(true);
    expect(isZone('Asia/Shanghia')).toBe(false);
  });
});
