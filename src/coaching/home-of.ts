import { mondayOf } from '../calendar/working-days.ts';
import type { Account } from './account.ts';
import { openOnes } from './blockers.ts';
import type { Held } from './canvas-press.ts';
import { cardOf } from './check-in-card.ts';
import { dayOf } from './day.ts';
import type { Coaching } from './decision.ts';
import { DAILY } from './flow-ids.ts';
import { glanceOf, waitingIn, weekPressesOn } from './home-glance.ts';
import { homePositions } from './home-position.ts';
import { homeSettings, homeSetUp } from './home-set-up.ts';
import type { Home } from './home.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member, RecentCheckIn } from './member.ts';
import { isDone, nextPress } from './next-press.ts';
import { openPick } from './picked.ts';
import { reciprocityLines } from './reciprocity.ts';
import { pickShown } from './today.ts';
import { undeliveredLines } from './undelivered.ts';
import type { Workspace } from './workspace.ts';

type Seen = {
  readonly member: Member;
  readonly accounts: readonly Account[];
  /** The same with their positions. */
  readonly held: readonly Held[];
  /** Given to an admin: the workspace, and all of its accounts. */
  readonly workspace: Workspace | null;
  readonly all: readonly Account[];
  readonly at: Date;
};

/** The Home tab of a member at this moment. It shows days that have something, never the ones that have not. */
export function homeOf(coaching: Coaching, { member, accounts, held, workspace, all, at }: Seen): Home {
  const today = dayOf(member, at);
  const managed = accounts.filter(({ manager }) => manager === member.id);
  const isOperator = member.welcomedOn !== null;
  const isOnlyAdmin = workspace !== null && managed.length === 0 && !isOperator && !member.session;
  const isOnlyManager = managed.length > 0 && !isOperator && !member.session;
  const isOnlyManaging = managed.length > 0 && !isOperator;
  const next = isOnlyManager || isOnlyAdmin ? null : nextPress(member, today);
  const card = cardOf(coaching.world, member, today);
  const pick = openPick(member.actions, today);
  return {
    greeting: {
      key: greetingKey({ isOperator, isManager: managed.length > 0, isOnlyAdmin }),
    },
    // Whoever only looks after the workspace has no day to be asked about.
    today: isOnlyAdmin
      ? null
      : {
          card,
          status: { key: statusKey(member, today, managed), values: { count: waitingIn(managed, today) } },
          presses: next ? [next] : [],
        },
    picked: isOperator && pick ? pickShown(pick, today) : null,
    suggestions: isOperator && !pick ? coaching.suggest(member, today) : [],
    week: member.recent.filter(({ date }) => date >= mondayOf(today)).map(weekLine),
    weekPresses: isOperator ? weekPressesOn(accounts.find(({ id }) => id === member.account) ?? null, today) : [],
    blockers: openOnes(member.blockers),
    positions: homePositions(coaching, held, { member, at }),
    managed: managed.flatMap((account) => [
      glanceOf(account, today),
      ...reciprocityLines(account, today, calendarFor(member)),
    ]),
    setUp: workspace && homeSetUp(all),
    settings: isOperator || managed.length > 0 ? homeSettings(accounts) : [],
    undelivered: workspace && undeliveredLines(workspace, member, at),
    privacy: { key: isOnlyAdmin ? 'home.privacy-admin' : isOnlyManaging ? 'home.privacy-manager' : 'home.privacy' },
  };
}

type Who = { readonly isOperator: boolean; readonly isManager: boolean; readonly isOnlyAdmin: boolean };

function greetingKey({ isOperator, isManager, isOnlyAdmin }: Who): string {
  if (isOperator) return 'home.greeting';
  if (isManager) return 'home.greeting-manager';
  return isOnlyAdmin ? 'home.greeting-admin' : 'home.greeting-new';
}

function statusKey(member: Member, today: string, managed: readonly Account[]): string {
  const isStopped = member.parked.some(({ flow, facts }) => flow === DAILY && facts['today'] === today);
  if (member.session?.flow === DAILY) return 'home.today-open';
  if (isDone(member, today)) return 'home.today-done';
  if (isStopped) return 'home.today-open';
  if (member.welcomedOn !== null) return 'home.today-none';
  if (managed.length === 0) return 'home.today-new';
  return waitingIn(managed, today) > 0 ? 'home.today-manager-waits' : 'home.today-manager';
}

function weekLine(day: RecentCheckIn): Home['week'][number] {
  const moved = day.activities.map((activity) => ({ key: `activity.${activity}` }));
  return { date: day.date, text: { key: 'home.week-line', values: { moved, items: day.items.length } } };
}
