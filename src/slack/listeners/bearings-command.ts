import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';

import type { Aside, Coach, Cause } from '../../coaching/coach.ts';
import { answerAside } from '../answer-aside.ts';
import { toMember } from '../user-of.ts';
import type { Deps } from './deps.ts';

/** `/bearings <word>`, in either language. */
export const onBearings =
  ({ coach, translate, now }: Deps) =>
  async ({ command, ack, respond }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const member = toMember(command.team_id, command.user_id);
    const aside = asideFor(coach, member, command.text.trim(), { id: command.trigger_id, at: now() });
    await answerAside(aside, { ack, respond, translate });
  };

function asideFor(coach: Coach, member: string, word: string, cause: Cause): Promise<Aside> {
  switch (word.toLowerCase()) {
    case 'today':
    case '今天':
      return coach.today(member, cause);
    case '':
    case 'help':
    case '帮助':
      return coach.help(member);
    default:
      return coach.help(member, word);
  }
}
