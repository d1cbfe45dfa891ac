import type { Logger } from 'pino';

import type { Coach } from './coaching/coach.ts';
import type { Installation, Installations } from './coaching/installation.ts';
import type { Scheduler, Workspaces } from './coaching/ports.ts';
import type { Lifecycle } from './slack/install/lifecycle.ts';
import type { Tokens } from './slack/install/tokens.ts';

type World = {
  /** Null: one workspace, by a token that it was started with. */
  readonly installations: Installations | null;
  readonly workspaces: Workspaces;
  readonly tokens: Tokens;
  readonly scheduler: Pick<Scheduler, 'forget'>;
  readonly coach: Pick<Coach, 'welcome'>;
  /** Says how many keys went. */
  readonly forgetWorkspace: (team: string) => Promise<number>;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly now: () => Date;
};

export type Presence = Lifecycle & { readonly installed: (installation: Installation) => Promise<void> };

/** Being in workspaces: come, gone, and come again. */
export function createPresence(world: World): Presence {
  const { installations, workspaces, tokens, scheduler, coach, forgetWorkspace, log, now } = world;
  return {
    async installed(installation) {
      const { id, by, isOrg, at, scopes } = installation;
      await installations?.write(installation);
      tokens.forget(id);
      log.info({ team: id, by, isOrg, scopes: scopes.length }, 'installed');
      // Of an organisation nobody knows yet in which workspace its people will meet us.
      if (isOrg) return;
      await workspaces.update(id, (known) => (known.down === null ? known : { ...known, down: null }));
      await coach.welcome(`${id}:${by}`, { id: `installed-${at}`, at: now() });
    },
    async uninstalled(id) {
      const teams = (await installations?.remove(id)) ?? [id];
      for (const team of teams) {
        tokens.forget(team);
        await scheduler.forget(team);
        const keys = await forgetWorkspace(team);
        log.info({ team, keys }, 'uninstalled: all that was kept is deleted');
      }
      tokens.forget(id);
    },
    async revoked(id) {
      const teams = (await installations?.remove(id)) ?? [id];
      for (const team of [...teams, id]) tokens.forget(team);
      for (const team of teams) {
        await workspaces.update(team, (known) => ({
          ...known,
          down: { code: 'token_revoked', at: now().toISOString() },
        }));
        log.warn({ team }, 'the token was taken back: nothing is said there until Bearings is installed again');
      }
    },
  };
}
