import { plusDays } from '../calendar/local-date.ts';
import type { Context } from './carry.ts';
import type { Coach } from './coach.ts';
import type { Coaching } from './decision.ts';
import { carryOut, firstDue, isTooLate, WITHOUT_ACCOUNTS } from './due.ts';
import type { Accounts, History, Members, Pace } from './ports.ts';
import { keyOf, type Occurrence } from './routines.ts';
import type { createTake } from './take.ts';

/** A member has nine routines at most for each account: more than this at once is a mistake of ours. */
const AT_ONCE = 60;
/** A week, and the one before to see it by. */
const DAYS_LOOKED_AT = 14;

type World = {
  readonly coaching: Coaching;
  readonly members: Members;
  readonly accounts: Accounts;
  readonly history: History;
  readonly take: ReturnType<typeof createTake>;
  readonly pace: Pace;
  readonly onLate: (member: string, routine: string) => void;
};

/** Carries out what is due for one member, one occurrence after the other, each in a write of its own. */
export function createDue({ coaching, members, accounts, history, take, pace, onLate }: World): Coach['due'] {
  const one = async (id: string, occurrence: Occurrence, at: Date): Promise<void> => {
    const context: Context = {
      occurrence,
      accounts: WITHOUT_ACCOUNTS.has(occurrence.routine) ? [] : await accounts.of(id),
      checkIns:
        occurrence.routine === 'summary'
          ? await history.checkIns(id, plusDays(occurrence.date, -DAYS_LOOKED_AT), occurrence.date)
          : [],
    };
    const cause = { id: `${keyOf(occurrence)}@${occurrence.at.toISOString()}`, at, byItself: true } as const;
    const known = await members.read(id);
    if (!known) return;
    // What has nothing to say does not wait for its turn to say it.
    if (carryOut(coaching, known, context, cause).parts.length > 0) await pace.turn(id);
    const { said, planned } = await take(id, cause, (member) => {
      const isDue = firstDue(coaching, member, at);
      if (isDue === null || keyOf(isDue) !== keyOf(occurrence)) return { member, parts: [], result: true };
      return { ...carryOut(coaching, member, context, cause), result: true };
    });
    if (isTooLate(occurrence, at)) onLate(id, occurrence.routine);
    await Promise.all([said, planned]);
  };

  return async (id, at) => {
    for (let count = 0; count < AT_ONCE; count += 1) {
      const member = await members.read(id);
      const occurrence = member && firstDue(coaching, member, at);
      if (!occurrence) return;
      await one(id, occurrence, at);
    }
  };
}
