import type { AllMiddlewareArgs, BlockAction, BlockElementAction, SlackActionMiddlewareArgs } from '@slack/bolt';

import type { JsonValue } from '../../flow/session.ts';
import { ackInTime } from '../ack-in-time.ts';
import { fromBlockId, fromValue } from '../ids.ts';
import { teamOf, toMember } from '../user-of.ts';
import type { Deps } from './deps.ts';
import { causeOf, memberOf } from './pressed.ts';

/** A button, menu or picker of a question. */
export const onAnswer =
  ({ coach, now }: Deps) =>
  async ({ ack, action, body }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
    const member = memberOf(body);
    const value = chosenIn(action, teamOf(member));
    const place = fromBlockId(action.block_id);
    const isRead = place !== undefined && value !== undefined;
    // Of a button that we can't read we know that it is old: a question nobody asked says so.
    const input = isRead ? { kind: 'value' as const, ...place, value } : OLD;
    await ackInTime(coach.hear(member, input, causeOf(body, action.action_ts, now())), () => ack());
  };

export const OLD = { kind: 'value', session: '', address: '', value: null } as const;

function chosenIn(action: BlockElementAction, team: string): JsonValue | undefined {
  if (action.type === 'button') return fromValue(action.value);
  if (action.type === 'static_select') return action.selected_option?.value;
  if (action.type === 'datepicker') return action.selected_date ?? undefined;
  if (action.type === 'timepicker') return action.selected_time ?? undefined;
  if (action.type === 'users_select') return { member: toMember(team, action.selected_user) };
  return undefined;
}
