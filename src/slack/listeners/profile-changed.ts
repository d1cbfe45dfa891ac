import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';

import type { SlackUser } from '../directory.ts';
import { toMember } from '../user-of.ts';
import type { Deps } from './deps.ts';

/** Someone's name, language or zone is another one now, or they came (back) to the workspace. */
export const onProfileChanged =
  ({ coach, directory, now }: Deps) =>
  async ({ event, body }: SlackEventMiddlewareArgs<'user_change' | 'team_join'> & AllMiddlewareArgs): Promise<void> => {
    const user: SlackUser & { readonly id: string } = event.user;
    const member = toMember(body.team_id, user.id);
    directory.forget(member);
    if (user.is_bot) return;
    // Slack leaves the language out at times; without it we would make everybody English.
    const { locale } = user;
    const profile = async () => (locale ? directory.read({ ...user, locale }) : directory.profile(member));
    await coach.noteProfile(member, profile, { id: body.event_id, at: now() });
  };
