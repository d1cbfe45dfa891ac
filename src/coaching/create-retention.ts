import { localDate } from '../calendar/local-date.ts';
import type { Moment } from './decision.ts';
import type { Member } from './member.ts';
import type { Accounts, Audit, History, Members, Workspaces } from './ports.ts';
import { daysToTidy, isLongGone, limitsOn, tidiedAccount, tidiedDay, tidiedMember, type Limits } from './retention.ts';

type World = {
  readonly members: Members;
  readonly accounts: Accounts;
  readonly history: History;
  readonly workspaces: Workspaces;
  readonly audit: Audit;
  readonly forget: (member: string, moment: Moment) => Promise<unknown>;
};

/**
 * Deletes what is older than its workspace keeps it, once a day for each workspace. Two replicas at once do the same
 * thing twice, which is harmless; one that dies on the way begins again.
 */
export function createRetention({ members, accounts, history, workspaces, audit, forget }: World) {
  const tidyMember = async (id: string, limits: Limits, moment: Moment): Promise<void> => {
    const known: Member | null = await members.read(id);
    if (!known) return;
    if (isLongGone(known, limits)) {
      await forget(id, { ...moment, id: `${moment.id}>${id}` });
      return;
    }
    if (tidiedMember(known, limits) !== known) {
      await members.update(id, (before) => ({ member: before && tidiedMember(before, limits), result: null }));
    }
    for (const days of daysToTidy(limits)) await history.rewrite(id, (day) => tidiedDay(day, limits), days);
  };

  return async (at: Date): Promise<void> => {
    const today = localDate(at, 'UTC');
    for (const team of await workspaces.all()) {
      const workspace = await workspaces.read(team);
      if (workspace.tidiedOn === today) continue;
      const limits = limitsOn(today, workspace);
      const moment = { id: `tidy-${today}`, at };
      for await (const page of members.in(team)) for (const id of page) await tidyMember(id, limits, moment);
      for (const { id } of await accounts.in(team)) {
        await accounts.update(id, (known) => [known && tidiedAccount(known, limits), null]);
      }
      await audit.rewrite(team, (entry) => (entry.at.slice(0, 10) < limits.kept ? null : entry));
      await workspaces.update(team, (known) => ({ ...known, tidiedOn: today }));
    }
  };
}
