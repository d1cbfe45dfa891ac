import { localDate } from '../calendar/local-date.ts';
import { teamOf } from './access.ts';
import type { Moment } from './decision.ts';
import { backAgain, gone, leavingNews, withoutMember } from './leaving.ts';
import type { Member } from './member.ts';
import type { News } from './news.ts';
import type { Accounts, Workspaces } from './ports.ts';
import { withUndelivered } from './workspace.ts';

type World = {
  readonly accounts: Accounts;
  readonly workspaces: Workspaces;
  readonly tell: (member: string, news: News, moment: Moment) => Promise<void>;
  readonly replan: (id: string, change: (member: Member) => Member) => Promise<void>;
};

/** Somebody left the workspace, or is there again. Done again after a crash, it says nothing more. */
export function createLeaving({ accounts, workspaces, tell, replan }: World) {
  return {
    async leave(id: string, moment: Moment): Promise<void> {
      for (const account of await accounts.of(id)) {
        // Told before it is written: then a crash between the two leaves nobody in the dark.
        for (const { member, news } of leavingNews(account, id)) {
          await tell(member, news, { ...moment, id: [moment.id, account.id, news.kind].join('>') });
        }
        await workspaces.update(teamOf(id), (before) =>
          withUndelivered(before, { kind: 'left', member: id, code: account.name, at: moment.at.toISOString() }),
        );
        await accounts.update(account.id, (known) => [known && withoutMember(known, id), null]);
      }
      await workspaces.update(teamOf(id), (before) =>
        before.admins.includes(id) ? { ...before, admins: before.admins.filter((admin) => admin !== id) } : before,
      );
      await replan(id, (member) => gone(member, localDate(moment.at, member.zone)));
    },
    return: (id: string): Promise<void> => replan(id, backAgain),
  };
}
