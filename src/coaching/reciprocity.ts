import type { Calendar } from '../calendar/calendar.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import { isAnsweredFor } from './week-facts.ts';

/** Two months: who answers more now than last year should see it. */
const DIGESTS = 8;

/** What came back for what was sent: facts about a loop, for the manager alone, and never a figure of merit. */
export type Reciprocity = {
  /** Digests that something came back for before the next one. The latest counts once it is answered. */
  readonly answered: number;
  readonly of: number;
  /** Working days since the manager last did something; null when they have not yet. */
  readonly quietDays: number | null;
};

export function reciprocityOf({ digests, events }: Account, today: string, calendar: Calendar): Reciprocity {
  const done = events.filter(({ kind }) => kind !== 'viewed_digest').map(({ on }) => on);
  const sent = digests.map(({ on }) => on).toSorted((a, b) => a.localeCompare(b));
  const updates = sent.map((on, i) => {
    const next = sent[i + 1];
    return {
      isLast: next === undefined,
      isAnswered: done.some((day) => day >= on && (next === undefined || day < next)),
    };
  });
  const counted = updates.filter(({ isLast, isAnswered }) => !isLast || isAnswered).slice(-DIGESTS);
  const last = done.toSorted((a, b) => a.localeCompare(b)).at(-1);
  return {
    answered: counted.filter(({ isAnswered }) => isAnswered).length,
    of: counted.length,
    quietDays: last === undefined ? null : workingDaysBetween(calendar, last, today),
  };
}

/** A line for the manager; none before there is something to tell. Nobody else is shown it. */
export function reciprocityLines(account: Account, today: string, calendar: Calendar): Text[] {
  const { answered, of, quietDays } = reciprocityOf(account, today, calendar);
  if (of === 0 || !isAnsweredFor(account)) return [];
  if (answered === 0 || quietDays === null) return [{ key: 'manager.reciprocity-none', values: { of } }];
  return [{ key: 'manager.reciprocity', values: { answered, of, days: quietDays } }];
}
