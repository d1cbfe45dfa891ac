import { plusDays } from '../calendar/local-date.ts';
import type { Context } from './carry.ts';
import type { Coach } from './coach.ts';
import type { Coaching } from './decision.ts';
import { carryOut, firstDue, isTooLate, maySpeak, WITHOUT_ACCOUNTS } from './due.ts';
import type { Member } from './member.ts';
import type { Accounts, History, Members, Pace } from './ports.ts';
import type { createReplan } from './replan.ts';
import { keyOf, type Occurrence } from './routines.ts';
import type { createTake } from './take.ts';

/** A member has nine routines at most for each account: more than this at once is a mistake of ours. */
const AT_ONCE = 60;
/** Twenty working days with the longest holiday among them. */
const DAYS_LOOKED_AT = 45;

type World = {
  readonly coaching: Coaching;
  readonly members: Members;
  readonly accounts: Accounts;
  readonly history: History;
  readonly take: ReturnType<typeof createTake>;
  readonly replan: ReturnType<typeof createReplan>;
  readonly pace: Pace;
  readonly onLate: (member: string, routine: string) => void;
};

/** Carries out what is due for one member, one occurrence after the other, each in a write of its own. */
export function createDue({ coaching, members, accounts, history, take, replan, pace, onLate }: World): Coach['due'] {
  const one = async (known: Member, occurrence: Occurrence, at: Date): Promise<Member> => {
    const { id } = known;
    const context: Context = {
      occurrence,
      accounts: WITHOUT_ACCOUNTS.has(occurrence.routine) ? [] : await accounts.of(id),
      checkIns:
        occurrence.routine === 'summary'
          ? await history.checkIns(id, plusDays(occurrence.date, -DAYS_LOOKED_AT), occurrence.date)
          : [],
    };
    const begun = { id: `${keyOf(occurrence)}@${occurrence.at.toISOString()}`, at, byItself: true } as const;
    // What has nothing to say does not wait for its turn to say it.
    const waitedMs = maySpeak(coaching, known, context, begun) ? await pace.turn(id) : 0;
    // The lease of what is said begins when it is kept.
    const cause = { ...begun, at: new Date(at.getTime() + waitedMs) };
    const {
      member: after,
      result,
      said,
      planned,
    } = await take(id, cause, (member) => {
      const isDue = firstDue(coaching, member, at);
      if (isDue === null || keyOf(isDue) !== keyOf(occurrence)) return { member, parts: [], result: false };
      return { ...carryOut(coaching, member, context, cause), result: true };
    });
    if (result === true && isTooLate(occurrence, cause.at)) onLate(id, occurrence.routine);
    await Promise.all([said, planned]);
    return after;
  };

  return async (id, at) => {
    let member = await members.read(id);
    for (let count = 0; member && count < AT_ONCE; count += 1) {
      const occurrence = firstDue(coaching, member, at);
      if (!occurrence) break;
      member = await one(member, occurrence, at);
    }
    // Planned for now, and nothing is due: it was planned by other rules than today's.
    if (member?.dueAt && Date.parse(member.dueAt) <= at.getTime()) await replan(id, (before) => before);
  };
}
