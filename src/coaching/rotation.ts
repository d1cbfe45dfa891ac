import { isoDay, isoWeek } from '../calendar/working-days.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const WEEKS = 4;

/** Which question of the day it is: `mon1` to `fri4`, four ISO weeks and round again. A weekend counts as its Friday. */
export function rotationOf(date: string): { weekday: (typeof WEEKDAYS)[number]; rotation: string } {
  const weekday = WEEKDAYS[isoDay(date) - 1] ?? 'fri';
  return { weekday, rotation: `${weekday}${((isoWeek(date) - 1) % WEEKS) + 1}` };
}
