import { localDate } from '../calendar/local-date.ts';
import { actorOf, may, teamOf } from './access.ts';
import type { Account } from './account.ts';
import type { Coach } from './coach.ts';
import { createConsequences, type CarryOut } from './consequences.ts';
import { createAsides } from './create-asides.ts';
import { createDataAsides } from './create-data-asides.ts';
import { createDue } from './create-due.ts';
import { createForgetting } from './create-forgetting.ts';
import { createForms } from './create-forms.ts';
import { createLeaving } from './create-leaving.ts';
import { createPanels } from './create-panels.ts';
import { createRetention } from './create-retention.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { createDelivery } from './delivery.ts';
import { nextDue } from './due.ts';
import type { GivenUp } from './given-up.ts';
import { hear } from './hear.ts';
import { createHeld } from './held.ts';
import { homeOf } from './home-of.ts';
import type { Locale } from './member.ts';
import { newMember } from './new-member.ts';
import type { News } from './news.ts';
import { withPeople } from './people.ts';
import type {
  Accounts,
  Audit,
  Directory,
  History,
  Members,
  Messenger,
  Pace,
  Positions,
  Scheduler,
  Workspaces,
} from './ports.ts';
import { needsPosition } from './position-presses.ts';
import { press } from './presses.ts';
import { withProfile } from './profile.ts';
import { createReplan } from './replan.ts';
import { createSpread } from './spread.ts';
import { fromSubject } from './subject.ts';
import { createTake, type Decided } from './take.ts';
import { told } from './told.ts';
import { welcome } from './welcome.ts';

type World = {
  readonly coaching: Coaching;
  readonly members: Members;
  readonly accounts: Accounts;
  readonly positions: Positions;
  readonly workspaces: Workspaces;
  readonly history: History;
  readonly audit: Audit;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly scheduler: Scheduler;
  readonly pace: Pace;
  /** Told of what will not be tried again by itself. */
  readonly onGivenUp: (given: GivenUp) => Promise<void>;
  readonly wait: (ms: number) => Promise<unknown>;
  /** Told of what came too late to be done. */
  readonly onLate: (member: string, routine: string) => void;
  /** Told of what could not be said; it is tried again later. */
  readonly onFailure: (error: unknown, member: string) => void;
};

/** The coach: every verb changes one record, keeps it, and then speaks. */
export function createCoach(world: World): Coach {
  const {
    coaching,
    members,
    accounts,
    positions,
    workspaces,
    history,
    audit,
    directory,
    messenger,
    scheduler,
    pace,
    onLate,
    onGivenUp,
    wait,
    onFailure,
  } = world;
  const carryOut: CarryOut = (all, moment) => consequences(all, moment);
  const delivery = createDelivery({ members, messenger, carryOut, onFailure, onGivenUp, wait });
  const take = createTake({
    members,
    directory,
    delivery,
    nextDue: nextDue(coaching),
    scheduler,
    onFailure,
  });
  const replan = createReplan({ members, scheduler, nextDue: nextDue(coaching) });
  const tell = async (id: string, news: News, { id: cause, at }: Moment): Promise<void> => {
    const account = 'account' in news ? await accounts.read(news.account) : null;
    const moment = { id: cause, at, byItself: true } as const;
    await take(id, moment, (member) => quiet(told(coaching, member, { news, account }, moment)));
  };
  const spread = createSpread({ members, accounts, workspaces, tell });
  const forgetting = createForgetting({
    members,
    accounts,
    positions,
    workspaces,
    history,
    audit,
    scheduler,
    tell,
  });
  const leaving = createLeaving({ accounts, workspaces, tell, replan });
  const consequences = createConsequences({ accounts, positions, workspaces, spread, tell });

  const reading = createHeld({ accounts, positions, directory });

  const localeOf = async (id: string): Promise<Locale> =>
    (await members.read(id))?.locale ?? (await directory.profile(id)).locale;

  /** The account of this id, for those who run it or answer for it. */
  const theirs = async (id: string, account: string | undefined): Promise<Account | null> => {
    if (!account?.startsWith(`${id.split(':')[0]}:`)) return null;
    const found = await accounts.read(account);
    return found && (found.manager === id || found.operators.includes(id)) ? found : null;
  };

  return {
    async hear(id, input, cause) {
      const heard = await withPeople(directory, input);
      await take(id, cause, (member) => quiet(hear(coaching, member, heard, cause)));
    },
    async press(id, pressed, cause) {
      const account = await theirs(id, fromSubject(pressed.subject)[0]);
      const named = pressed.name === 'show-position';
      const held = account && needsPosition(pressed.name) ? await reading.held(account, { named }) : null;
      await take(id, cause, (member) => quiet(press(coaching, member, { ...pressed, account, held }, cause)));
    },
    ...createAsides({
      coaching,
      members,
      accounts,
      workspaces,
      history,
      directory,
      heldBy: reading.heldBy,
      take,
      localeOf,
    }),
    async welcome(id, cause) {
      const managed = (await accounts.of(id)).filter(({ manager }) => manager === id);
      await take(id, cause, (member) => quiet(welcome(member, managed, localDate(cause.at, member.zone))));
    },
    async home(id, at) {
      const profile = await directory.profile(id);
      const member = (await members.read(id)) ?? newMember(id, profile);
      const workspace = await workspaces.read(teamOf(id));
      const isAdmin = may(actorOf(id, profile, workspace), 'set-up', null);
      return {
        locale: member.locale,
        home: homeOf(coaching, {
          member,
          accounts: await accounts.of(id),
          held: await reading.heldBy(id, { named: false }),
          workspace: isAdmin ? workspace : null,
          all: isAdmin ? await accounts.in(teamOf(id)) : [],
          at,
        }),
      };
    },
    ...createForms({ coaching, members, accounts, directory, take }),
    ...createPanels({
      coaching,
      members,
      accounts,
      workspaces,
      directory,
      take,
      note: (team, entry) => audit.note(team, entry),
    }),
    ...createDataAsides({ members, accounts, workspaces, directory, audit, take, forgetting }),
    async noteProfile(id, profileOf, cause) {
      if (!(await members.read(id))) return;
      const profile = await profileOf();
      if (profile.kind === 'gone') return leaving.leave(id, cause);
      await leaving.return(id);
      // Another zone moves what comes by itself.
      await replan(id, (before) => withProfile(before, profile));
    },
    localeOf,
    due: createDue({ coaching, members, accounts, history, take, replan, pace, onLate }),
    tidy: createRetention({ members, accounts, history, workspaces, audit, forget: forgetting }),
    recover: (now, leasesUntil) => delivery.recover(now, leasesUntil),
    idle: () => delivery.idle(),
  };
}

const quiet = (decision: Decision): Decided<true> => ({ ...decision, result: true });
