import { describe, expect, it } from 'vitest';

import { dayOfWeek, fromDayNumber, readDay } from '../../src/flow/civil-day.ts';
import { dayRange } from '../../src/flow/day-range.ts';
import { readDate } from '../../src/flow/read-date.ts';

// A Wednesday.
const TODAY = '2026-11-25';
const anyDay = dayRange({ kind: 'date' }, TODAY);

describe('a typed date, on Wednesday 25 November 2026', () => {
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['2026/12/1', '2026-12-01'],
    ['2026.12.1', '2026-12-01'],
    ['2026年12月1日', '2026-12-01'],
    ['２０２６年１２月１日', '2026-12-01'],
    ['12/1', '2026-12-01'],
    ['12-1', '2026-12-01'],
    ['12月1日', '2026-12-01'],
    ['12月1号', '2026-12-01'],
    ['十二月一日', '2026-12-01'],
    ['1/5', '2027-01-05'],
    ['3号', '2026-12-03'],
    ['25号', '2026-11-25'],
    ['today', '2026-11-25'],
    ['Tomorrow.', '2026-11-26'],
    ['the day after tomorrow', '2026-11-27'],
    ['yesterday', '2026-11-24'],
    ['今天', '2026-11-25'],
    ['明天', '2026-11-26'],
    ['后天', '2026-11-27'],
    ['大后天', '2026-11-28'],
    ['昨天', '2026-11-24'],
    ['Friday', '2026-11-27'],
    ['wed', '2026-11-25'],
    ['Monday', '2026-11-30'],
    ['next Friday', '2026-12-04'],
    ['周五', '2026-11-27'],
    ['星期一', '2026-11-30'],
    ['下周三', '2026-12-02'],
    ['周日', '2026-11-29'],
    ['礼拜天', '2026-11-29'],
    ['2028-02-29', '2028-02-29'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, TODAY, anyDay)).toBe(date);
  });

  it.each([
    '',
    'soon',
    '2026-02-29',
    '2026-13-01',
    '13/45',
    '2月30日',
    '3',
    '12',
    'constructor',
    '明年',
    '😀',
    '2'.repeat(50),
  ])('%s is no date', (text) => {
    expect(readDate(text, TODAY, anyDay)).toBeUndefined();
  });

  it('takes the year that is allowed when none is typed', () => {
    const past = dayRange({ kind: 'date', to: 0 }, TODAY);
    expect(readDate('12/1', TODAY, past)).toBe('2025-12-01');
  });

  it('needs no today for a whole date, and can’t do without for the rest', () => {
    const range = dayRange({ kind: 'date' }, undefined);
    expect(readDate('2026-12-01', undefined, range)).toBe('2026-12-01');
    expect(readDate('tomorrow', undefined, range)).toBeUndefined();
  });
});

describe('the calendar', () => {
  it('counts days both ways over four hundred years', () => {
    for (let days = -80_000; days < 80_000; days += 7) expect(readDay(fromDayNumber(days))).toBe(days);
    expect(fromDayNumber(0)).toBe('1970-01-01');
    expect(dayOfWeek(0)).toBe(4);
  });

  it.each(['2026-02-29', '2026-00-10', '2026-04-31', '26-1-1', ''])('has no %s', (date) => {
    expect(readDay(date)).toBeUndefined();
  });
});
