import { describe, expect, it } from 'vitest';

import { rotationOf } from '../../src/coaching/rotation.ts';

describe('the question of the day', () => {
  it.each([
    ['2026-01-01', 'thu', 'thu1'],
    ['2026-11-23', 'mon', 'mon4'],
    ['2026-11-27', 'fri', 'fri4'],
    ['2026-11-30', 'mon', 'mon1'],
    ['2026-12-09', 'wed', 'wed2'],
  ])('on %s is %s, %s', (date, weekday, rotation) => {
    expect(rotationOf(date)).toEqual({ weekday, rotation });
  });

  it('at a weekend is the Friday’s', () => {
    expect(rotationOf('2026-11-28')).toEqual(rotationOf('2026-11-27'));
    expect(rotationOf('2026-11-29')).toEqual(rotationOf('2026-11-27'));
  });

  it('comes round after twenty working days', () => {
    const days = Array.from(
      { length: 28 },
      (_, day) => rotationOf(`2026-06-${String(day + 1).padStart(2, '0')}`).rotation,
    );
    expect(new Set(days).size).toBe(20);
  });
});
