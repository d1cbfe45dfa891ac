import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';

import type { Deps } from './deps.ts';

type Body = { readonly team_id: string; readonly enterprise_id?: string; readonly authorizations?: readonly unknown[] };

/** Bearings was taken out of a workspace: what is kept of it goes. */
export const onUninstalled =
  ({ lifecycle }: Deps) =>
  async ({ body, context }: SlackEventMiddlewareArgs<'app_uninstalled'> & AllMiddlewareArgs): Promise<void> => {
    await lifecycle.uninstalled(idOf(body, context.isEnterpriseInstall));
  };

/** The bot's token was taken back. Those of users are none of ours. */
export const onTokensRevoked =
  ({ lifecycle }: Deps) =>
  async ({ event, body, context }: SlackEventMiddlewareArgs<'tokens_revoked'> & AllMiddlewareArgs): Promise<void> => {
    if ((event.tokens.bot ?? []).length > 0) await lifecycle.revoked(idOf(body, context.isEnterpriseInstall));
  };

const idOf = ({ team_id: team, enterprise_id: enterprise }: Body, isOrg: boolean): string =>
  isOrg && enterprise !== undefined ? enterprise : team;
