import { localDate, localTime, plusDays } from '../calendar/local-date.ts';
import type { Moment } from './decision.ts';
import type { Member } from './member.ts';

/** Whoever has just begun is left alone for a while. */
const TIME_ENOUGH_MS = 30 * 60 * 1000;

/** With time enough until then the first check-in is asked for on the same day; else the next working day begins it. */
export function firstPrompt({ zone }: Member, checkInAt: string, { at }: Moment): Member['occurred'] {
  const soon = new Date(at.getTime() + TIME_ENOUGH_MS);
  const today = localDate(at, zone);
  const isAhead = localDate(soon, zone) === today && localTime(soon, zone) <= checkInAt;
  // Nobody is reminded of a day that was never asked for.
  return isAhead ? { 'check-in': plusDays(today, -1) } : { 'check-in': today, reminder: plusDays(today, 1) };
}
