import type { Workspaces } from './coaching/ports.ts';
import { withUndelivered, type Undelivered } from './coaching/workspace.ts';

type Happened = Pick<Undelivered, 'kind' | 'code'> & { readonly member: string };

/** Notes with the workspace what was not delivered, where its admin finds it. A failure of Slack's token is nobody's own. */
export const createUndeliveredNotes =
  (workspaces: Workspaces, now: () => Date) =>
  async ({ kind, member, code }: Happened): Promise<void> => {
    const team = member.slice(0, member.indexOf(':'));
    const of = kind === 'workspace-unreachable' ? null : member;
    await workspaces.update(team, (before) =>
      withUndelivered(before, { kind, member: of, code, at: now().toISOString() }),
    );
  };
