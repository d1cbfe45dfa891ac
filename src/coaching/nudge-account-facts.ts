import { isoWeekOf, workingDaysBetween } from '../calendar/working-days.ts';
import type { JsonValue } from '../flow/session.ts';
import type { Account, Ask, ManagerEvent, SharedBlocker } from './account.ts';
import { shownOf } from './digest-shown.ts';
import type { Member } from './member.ts';
import { mixFacts } from './mix-facts.ts';
import type { Day } from './nudge-facts.ts';
import { winOf } from './nudge-number-facts.ts';

type Facts = Record<string, JsonValue>;

/** A talk this long ago is the one that would be asked for. */
const TALKED_WD = 5;

/** What is known of an account, for what its manager is told: read from the account alone, and nothing held back. */
export function accountFacts(whole: Account, day: Day): Facts {
  const account = passedOn(whole, day.today);
  const since = (date: string): number => workingDaysBetween(day.calendar, date, day.today);
  const { events, digests } = account;
  const last = latest(events);
  const firstDigest = digests[0]?.on;
  const firstAsk = openAsks(account)[0]?.askedOn;
  const quietFrom = last ?? firstDigest ?? firstAsk;
  const thanked = latest(events.filter(({ kind }) => kind === 'thanked')) ?? firstDigest;
  const win = winOf(account, day.today);
  return {
    account_name: account.name,
    ...mixFacts(account.items, day.today),
    promo_cap: account.promoCap,
    questions: openAsks(account).length + waitingBlockers(account).length,
    updates: digests.filter(({ on, whole: isWhole }) => isWhole && on > (last ?? '')).length,
    ...(quietFrom !== undefined && { quiet_wd: since(quietFrom) }),
    ...(thanked !== undefined && { thanks_wd: since(thanked) }),
    win_title: win?.title ?? '',
    win_metric: win?.metric ?? '',
    win_of: win?.of ?? 0,
  };
}

/** Of what the manager alone was asked: how long it waits, and what they put first. */
export const alignmentFacts = ({ askedOn, followersFirst }: Member['alignment'][string], day: Day): Facts => ({
  ...(askedOn !== null && { alignment_asked_wd: workingDaysBetween(day.calendar, askedOn, day.today) }),
  followers_first: followersFirst,
});

export function askFacts({ text, dueOn, answer }: Ask, { today, calendar }: Day): Facts {
  return {
    ask_text: text,
    ask_answered: answer !== null,
    ...(dueOn !== null && { ask_due: dueOn, ask_overdue_wd: workingDaysBetween(calendar, dueOn, today) }),
  };
}

export function sharedBlockerFacts({ manager }: Account, blocker: SharedBlocker, { today, calendar }: Day): Facts {
  return {
    blocker_text: blocker.text,
    blocker_wd: workingDaysBetween(calendar, blocker.openedOn, today),
    blocker_at_manager: isAtManager(manager, blocker),
    blocker_answered: blocker.reply !== null,
  };
}

export function talkFacts({ since: began, events, name }: Account, talkWd: number, { today, calendar }: Day): Facts {
  const talked = latest(events.filter(({ kind }) => kind === 'talked'));
  return {
    account_name: name,
    talk_wd: talkWd,
    talked_lately: talked !== undefined && workingDaysBetween(calendar, talked, today) < TALKED_WD,
    ...(began !== undefined && { operator_wd: workingDaysBetween(calendar, began, today) + 1 }),
  };
}

/** The account without what an operator holds back from its digest. */
export function passedOn(account: Account, today: string): Account {
  const { items, asks, blockers, hasNumbers } = shownOf(account, isoWeekOf(today));
  return {
    ...account,
    items: [...items],
    asks: [...asks],
    blockers: [...blockers],
    numbers: hasNumbers ? account.numbers : [],
  };
}

export const openAsks = ({ asks }: Account): readonly Ask[] => asks.filter(({ answer }) => answer === null);

export const waitingBlockers = ({ manager, blockers }: Account): readonly SharedBlocker[] =>
  blockers.filter((blocker) => isAtManager(manager, blocker) && blocker.reply === null);

const isAtManager = (manager: string | null, { owner }: SharedBlocker): boolean =>
  owner !== null && 'member' in owner && owner.member === manager;

const latest = (events: readonly ManagerEvent[]): string | undefined =>
  events
    .map(({ on }) => on)
    .toSorted((a, b) => a.localeCompare(b))
    .at(-1);
