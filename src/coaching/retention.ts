import { plusDays } from '../calendar/local-date.ts';
import type { Account } from './account.ts';
import { LEFT } from './leaving.ts';
import type { CheckIn, Member } from './member.ts';
import type { Workspace } from './workspace.ts';

/** Energy is about how somebody was: for longer than this it is of no use to them. */
const ENERGY_DAYS = 90;
/** Somebody who left the workspace and did not come back. */
const LEFT_DAYS = 90;
/** Days looked at again, should Bearings have been away. */
const LOOK_BACK_DAYS = 40;

/** YYYY-MM-DD. What is of a day before `kept` goes, energy of a day before `energy`. */
export type Limits = { readonly kept: string; readonly energy: string; readonly left: string };

export const limitsOn = (today: string, { keepDays }: Pick<Workspace, 'keepDays'>): Limits => ({
  kept: plusDays(today, -keepDays),
  energy: plusDays(today, -ENERGY_DAYS),
  left: plusDays(today, -LEFT_DAYS),
});

/** The days of history in which there may be something to be deleted. */
export const daysToTidy = ({ kept, energy }: Limits) => [
  { from: '0000-01-01', to: plusDays(kept, -1) },
  { from: plusDays(energy, -LOOK_BACK_DAYS), to: plusDays(energy, -1) },
];

/** What followed from energy says what it was. */
const OF_ENERGY = ['energy', 'light_tomorrow'];

/** A check-in as it is kept on; null when it is not. */
export function tidiedDay(day: CheckIn, { kept, energy }: Limits): CheckIn | null {
  if (day.date < kept) return null;
  if (day.date >= energy || !OF_ENERGY.some((address) => Object.hasOwn(day.answers, address))) return day;
  const answers = Object.entries(day.answers).filter(([address]) => !OF_ENERGY.includes(address));
  return { ...day, answers: Object.fromEntries(answers) };
}

/** The member without what is too old; the same where nothing is. */
export function tidiedMember(member: Member, { kept, energy }: Limits): Member {
  const recent = member.recent
    .filter(({ date }) => date >= kept)
    .map((day) => (day.date < energy && day.energy !== null ? { ...day, energy: null } : day));
  const blockers = member.blockers.filter(({ closedOn }) => closedOn === null || closedOn >= kept);
  const doneOn = member.done?.facts['today'];
  const isDoneOld = typeof doneOn === 'string' && doneOn < energy;
  const after = { ...member, recent, blockers, ...(isDoneOld && { done: null }) };
  return JSON.stringify(after) === JSON.stringify(member) ? member : after;
}

/** Gone for so long that nobody counts on them. */
export const isLongGone = ({ unreachable }: Member, { left }: Limits): boolean =>
  unreachable?.code === LEFT && unreachable.since < left;

/** The account without what is too old; the same where nothing is. */
export function tidiedAccount(account: Account, { kept }: Limits): Account {
  const isKept = ({ date }: { readonly date: string }): boolean => date >= kept;
  const wasKept = ({ on }: { readonly on: string }): boolean => on >= kept;
  const after: Account = {
    ...account,
    items: account.items.filter(isKept),
    numbers: account.numbers.filter(wasKept),
    events: account.events.filter(wasKept),
    weeks: account.weeks.filter(wasKept),
    digests: account.digests.filter(wasKept),
    answers: account.answers.filter(isKept),
    asks: account.asks.filter(({ answer }) => answer === null || answer.on >= kept),
  };
  return JSON.stringify(after) === JSON.stringify(account) ? account : after;
}
