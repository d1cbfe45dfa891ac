import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';

import { answerAside } from '../answer-aside.ts';
import { toMember } from '../user-of.ts';
import type { Deps } from './deps.ts';

/** `/positioning`, alone or with a word. */
export const onPositioning =
  ({ coach, translate, now }: Deps) =>
  async ({ command, ack, respond }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const member = toMember(command.team_id, command.user_id);
    const aside = coach.positioning(member, command.text, { id: command.trigger_id, at: now() });
    await answerAside(aside, { ack, respond, translate });
  };
