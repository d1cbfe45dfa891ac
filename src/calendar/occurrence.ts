import { tzOffset } from '@date-fns/tz';
import { toDate } from 'date-fns';

import { toDayNumber } from './day-number.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The instant at which a clock on the wall of `zone` (IANA) shows this date and time (HH:MM). A time that is skipped
 * there (daylight saving begins, a day is left out) is moved to the first that is not; of one that comes twice it is
 * the first.
 */
export function instantOf(date: string, time: string, zone: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const wall = toDayNumber(date) * DAY + (hour * 60 + minute) * MINUTE;
  // No zone is further than a day from UTC, and none changes its offset twice within two.
  const offsets = [wall - DAY, wall + DAY].map((at) => offsetAt(at, zone));
  const found = offsets.map((offset) => wall - offset).filter((at) => at + offsetAt(at, zone) === wall);
  return toDate(found.length > 0 ? Math.min(...found) : firstAfterGap(wall, zone));
}

/** A wall that never shows this moves over it: the first instant at which it shows something later. */
function firstAfterGap(wall: number, zone: string): number {
  let before = wall - DAY - offsetAt(wall - DAY, zone) - DAY;
  let after = wall + 2 * DAY;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + offsetAt(middle, zone) < wall) before = middle;
    else after = middle;
  }
  return after;
}

/** How far the zone is ahead of UTC at an instant, in ms. */
const offsetAt = (at: number, zone: string): number => Math.round(tzOffset(zone, toDate(at)) * 60) * 1000;
