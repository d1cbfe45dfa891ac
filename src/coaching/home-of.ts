import { mondayOf } from '../calendar/working-days.ts';
import type { Account } from './account.ts';
import { openOnes } from './blockers.ts';
import { cardOf } from './check-in-card.ts';
import { dayOf } from './day.ts';
import type { Coaching } from './decision.ts';
import { DAILY } from './flow-ids.ts';
import type { Home } from './home.ts';
import type { Member, RecentCheckIn } from './member.ts';
import { isDone, nextPress } from './next-press.ts';

type Seen = { readonly member: Member; readonly accounts: readonly Account[]; readonly at: Date };

/** The Home tab of a member at this moment. It shows days that have something, never the ones that have not. */
export function homeOf(coaching: Coaching, { member, accounts, at }: Seen): Home {
  const today = dayOf(member, at);
  const managed = accounts.filter(({ manager }) => manager === member.id);
  const isOperator = member.welcomedOn !== null;
  const isOnlyManager = managed.length > 0 && !isOperator && !member.session;
  const next = isOnlyManager ? null : nextPress(member, today);
  const card = cardOf(coaching.world, member, today);
  return {
    greeting: {
      key: isOperator ? 'home.greeting' : managed.length > 0 ? 'home.greeting-manager' : 'home.greeting-new',
    },
    today: {
      card,
      status: { key: statusKey(member, today, managed.length > 0) },
      presses: next ? [next] : [],
    },
    suggestions: isOperator ? coaching.suggest(member, today) : [],
    week: member.recent.filter(({ date }) => date >= mondayOf(today)).map(weekLine),
    blockers: openOnes(member.blockers),
    managed,
    privacy: { key: managed.length > 0 && !isOperator ? 'home.privacy-manager' : 'home.privacy' },
  };
}

function statusKey(member: Member, today: string, isManager: boolean): string {
  const isStopped = member.parked.some(({ flow, facts }) => flow === DAILY && facts['today'] === today);
  if (member.session?.flow === DAILY) return 'home.today-open';
  if (isDone(member, today)) return 'home.today-done';
  if (isStopped) return 'home.today-open';
  if (member.welcomedOn !== null) return 'home.today-none';
  return isManager ? 'home.today-manager' : 'home.today-new';
}

function weekLine(day: RecentCheckIn): Home['week'][number] {
  const moved = day.activities.map((activity) => ({ key: `activity.${activity}` }));
  return { date: day.date, text: { key: 'home.week-line', values: { moved, items: day.items.length } } };
}
