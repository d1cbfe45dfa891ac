import type { Calendar } from '../calendar/calendar.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { JsonValue } from '../flow/session.ts';
import type { Account } from './account.ts';
import { isExcuse } from './check-in-record.ts';
import type { Blocker, Member } from './member.ts';
import { mixFacts } from './mix-facts.ts';
import { numberFacts, winOf } from './nudge-number-facts.ts';
import { nudgePositionFacts } from './nudge-position-facts.ts';
import { ownBrief } from './own-brief.ts';
import { playbookFacts } from './playbook-facts.ts';

type Facts = Record<string, JsonValue>;
export type Day = { readonly today: string; readonly calendar: Calendar };

const EVERY_DAY: Calendar = { isWorkingDay: () => true };
/** What happened today or on the working day before is still news. */
const NEWS_WD = 1;
const PLANS = 5;

/**
 * What is known of an operator, for the rules of flows/nudges.json. All of it is theirs; what isn't known is absent,
 * and what needs it is not said.
 */
export function operatorFacts(member: Member, account: Account | null, day: Day): Facts {
  const { today } = day;
  const since = (date: string): number => workingDaysBetween(workedBy(member, day), date, today);
  const own = account && { ...account, items: account.items.filter(({ operator }) => operator === member.id) };
  const beside: Facts = {
    ...playbookFacts(member, today),
    ...(own && { ...mixFacts(own.items, today), ...numberFacts(own, day), promo_cap: capFor(member, own) }),
  };
  return {
    ...beside,
    ...nudgePositionFacts(member, { today, since, beside }),
    has_manager: hasManager(member),
    ...(member.welcomedOn !== null && {
      tenure_wd: since(member.welcomedOn) + 1,
      tenure_days: workingDaysBetween(EVERY_DAY, member.welcomedOn, today) + 1,
    }),
    missed_wd: member.missed?.days ?? 0,
    plan_sharp_streak: sharpStreak(member.recent),
    ...winFacts(member, own, since, today),
  };
}

/** What they planned counts for them, shared or not. */
const capFor = (member: Member, { promoCap }: Account): number => ownBrief(member)?.promoShare ?? promoCap;

const hasManager = ({ id, manager }: Member): boolean => manager !== null && manager !== id;

/** Days that were excused, or away, are nobody's. */
function workedBy({ recent, away }: Member, { calendar }: Day): Calendar {
  const excused = new Set(recent.flatMap(({ date, activities }) => (isExcuse(activities) ? [date] : [])));
  const isAway = (date: string): boolean => away !== null && date >= away.from && date <= away.until;
  return { isWorkingDay: (date) => calendar.isWorkingDay(date) && !excused.has(date) && !isAway(date) };
}

/** What is known of one blocker. */
export function blockerFacts(member: Member, { text, owner, shared, openedOn }: Blocker, day: Day): Facts {
  return {
    blocker_text: text,
    blocker_wd: workingDaysBetween(workedBy(member, day), openedOn, day.today),
    blocker_shared: shared,
    blocker_at_manager: owner !== null && 'member' in owner && owner.member === member.manager,
  };
}

function sharpStreak(recent: Member['recent']): number {
  const planned = recent.filter(({ light }) => !light);
  return planned.length - 1 - planned.findLastIndex(({ plan }) => plan !== 'sharp');
}

/** Something to be glad of: a piece that did better than those before it, a blocker freed, a week of plans that came to be. */
function winFacts(
  { recent, blockers }: Member,
  account: Account | null,
  since: (date: string) => number,
  today: string,
): Facts {
  const piece = account && winOf(account, today);
  if (piece) return { win: 'metric', win_title: piece.title, win_metric: piece.metric, win_of: piece.of };
  const freed = blockers.findLast(({ closedOn }) => closedOn !== null && since(closedOn) <= NEWS_WD);
  if (freed) return { win: 'blocker', win_title: freed.text, win_metric: '', win_of: 0 };
  const plans = recent.filter(({ planKept }) => planKept !== undefined).slice(-PLANS);
  const last = plans.at(-1);
  const isNews = last !== undefined && plans.length === PLANS && since(last.date) <= NEWS_WD;
  const areKept = isNews && plans.every(({ planKept }) => planKept === 'yes');
  return areKept ? { win: 'plans', win_title: '', win_metric: '', win_of: 0 } : { win: '' };
}
