import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';

import { publishHome } from '../publish-home.ts';
import { toMember } from '../user-of.ts';
import type { Deps } from './deps.ts';

/** A person came to see us: they are told once who we are, and shown the Home tab as it is now. */
export const onHomeOpened =
  (deps: Deps) =>
  async ({ event, body }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs): Promise<void> => {
    const { coach, underway, now } = deps;
    const member = toMember(body.team_id, event.user);
    await coach.welcome(member, { id: body.event_id, at: now(), inbox: event.channel });
    if (event.tab !== 'messages') underway.add(member, publishHome(deps, member));
  };
