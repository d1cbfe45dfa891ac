import { toDayNumber } from '../calendar/day-number.ts';
import { mondayOf } from '../calendar/working-days.ts';
import type { Member } from './member.ts';
import { lastSaid, NEVER_SAID, type NudgeState } from './nudge-state.ts';

/** What a manager is asked, one a week in turn. */
const TOPICS = ['notice', 'asked', 'never', 'busy', 'knows', 'open', 'free', 'proud'] as const;
type Topic = (typeof TOPICS)[number];

const DAYS = 7;
/** ISO weeks counted on without a break at New Year. */
const weekNumber = (date: string): number => Math.floor(toDayNumber(mondayOf(date)) / DAYS);

/** Whose turn it is, of several accounts, and what is asked about it. */
export function turnOf(
  accounts: readonly string[],
  date: string,
): { readonly account: string | undefined; readonly topic: Topic } {
  const week = weekNumber(date);
  const ids = accounts.toSorted((a, b) => a.localeCompare(b));
  const topic = TOPICS[Math.floor(week / ids.length) % TOPICS.length];
  return { account: ids[week % ids.length], topic: topic ?? TOPICS[0] };
}

export const isTopic = (topic: string): topic is Topic => TOPICS.some((known) => known === topic);

/** Where it is noted when the question was asked, beside the small reminders: together they have a limit. */
export const WEEK_QUESTION = 'manager-week';

export const weekState = ({ nudges }: Pick<Member, 'nudges'>): NudgeState => nudges[WEEK_QUESTION] ?? NEVER_SAID;

const SAID_KEPT = 5;

/** Asked once more. `isThere`: they have done something since the last time. */
export function askedWeek(member: Member, today: string, isThere: boolean): Member {
  const state = weekState(member);
  const said = [...state.said, today].slice(-SAID_KEPT);
  return withState(member, { ...state, said, isOpen: true, times: isThere ? 1 : state.times + 1 });
}

/** Answered or passed over. */
export const answeredWeek = (member: Member): Member =>
  lastSaid(weekState(member)) === null ? member : withState(member, { ...weekState(member), isOpen: false, times: 0 });

const withState = (member: Member, state: NudgeState): Member => ({
  ...member,
  nudges: { ...member.nudges, [WEEK_QUESTION]: state },
});
