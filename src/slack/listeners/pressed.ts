import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';

import type { Cause } from '../../coaching/coach.ts';
import { toMember } from '../user-of.ts';

/** What Bolt hands to a listener of a button. */
export type ButtonPressed = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

type Who = {
  readonly user: { readonly id: string; readonly team_id?: string };
  readonly team?: { readonly id: string } | null;
};

/** Who acted, by Slack's word for it and nobody else's. In an org-wide install only the user has a team. */
export const memberOf = ({ user, team }: Who): string => toMember(team?.id ?? user.team_id ?? '', user.id);

/** A click. Its place is our direct message only if the message is one that we sent there. */
export function causeOf(body: BlockAction, actionTs: string, at: Date): Cause {
  const isOurs = body.container['type'] === 'message' && body.container['is_ephemeral'] !== true;
  const inbox = isOurs && body.channel?.id.startsWith('D') ? { inbox: body.channel.id } : {};
  return { id: `${actionTs}-${body.user.id}`, at, ...inbox };
}
