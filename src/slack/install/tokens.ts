import type { Authorize } from '@slack/bolt';
import { LRUCache } from 'lru-cache';

import type { Installations } from '../../coaching/installation.ts';
import { UnreachableError } from '../../coaching/ports.ts';

/** Who Slack says a request comes from. */
type Source = Parameters<Authorize<boolean>>[0];

export type Tokens = {
  /** The token with which Slack is spoken to about a workspace. Without one it throws an UnreachableError. */
  tokenOf(team: string): Promise<string>;
  /** The same for a request, in which Slack also names the organisation. */
  tokenFor(source: Source): Promise<string>;
  /** It is another one now, or none. Other replicas find out within half a minute. */
  forget(team: string): void;
};

/** One workspace, by the token it was given with. */
export const oneToken = (token: string): Tokens => ({
  tokenOf: async () => token,
  tokenFor: async () => token,
  forget: () => {},
});

const KEPT = 5_000;
/** A token that was taken back, or replaced, is used for so long at most. */
const KEPT_MS = 30_000;

/** Many workspaces, by what each gave when Bearings was installed there. */
export function installedTokens(installations: Installations): Tokens {
  const known = new LRUCache<string, string>({ max: KEPT, ttl: KEPT_MS });
  const tokenOf = async (team: string): Promise<string> => {
    const remembered = known.get(team);
    if (remembered !== undefined) return remembered;
    const installation = await installations.of(team);
    if (!installation) throw new UnreachableError('workspace', 'not_installed');
    known.set(team, installation.token);
    return installation.token;
  };
  return {
    tokenOf,
    async tokenFor({ teamId, enterpriseId, isEnterpriseInstall }) {
      if (teamId === undefined) return tokenOf(enterpriseId ?? '');
      try {
        return await tokenOf(teamId);
      } catch (error) {
        if (!(error instanceof UnreachableError) || !isEnterpriseInstall || enterpriseId === undefined) throw error;
        // The first word from a workspace of an organisation that has us everywhere.
        const token = await tokenOf(enterpriseId);
        await installations.belongs(teamId, enterpriseId);
        known.set(teamId, token);
        return token;
      }
    },
    forget: (team) => void known.delete(team),
  };
}
