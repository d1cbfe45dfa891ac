import { localDate, plusDays } from '../calendar/local-date.ts';
import type { Member } from './member.ts';

/** So far apart are the dates of the first and the last zone at most; what is further ahead was a wrong clock. */
const ZONES_APART = 2;

/**
 * The date that it is for the member. A day that they have begun is not followed by an earlier one, whatever zone
 * they fly to: a second check-in of the earlier date would take the place of the first.
 */
export function dayOf({ zone, recent, session }: Pick<Member, 'zone' | 'recent' | 'session'>, at: Date): string {
  const local = localDate(at, zone);
  return [recent.at(-1)?.date, session?.facts['today']]
    .filter((date) => typeof date === 'string' && date <= plusDays(local, ZONES_APART))
    .reduce<string>((latest, date) => (typeof date === 'string' && date > latest ? date : latest), local);
}
