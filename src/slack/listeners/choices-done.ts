import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';

import { ackInTime } from '../ack-in-time.ts';
import { ACTION, fromBlockId, toBlockId } from '../ids.ts';
import { OLD } from './answer.ts';
import type { Deps } from './deps.ts';
import { causeOf, memberOf, type ButtonPressed } from './pressed.ts';

/** *Done* beside a list: what is ticked in it is the answer. */
export const onChoicesDone =
  ({ coach, now }: Deps) =>
  async ({ ack, action, body }: ButtonPressed): Promise<void> => {
    const place = fromBlockId(action.block_id);
    const list = place && body.state?.values[toBlockId('answer', place)]?.[ACTION.choices];
    const value = (list?.selected_options ?? []).map((option) => option.value);
    const input = place ? { kind: 'value' as const, ...place, value } : OLD;
    await ackInTime(coach.hear(memberOf(body), input, causeOf(body, action.action_ts, now())), () => ack());
  };

/** A box ticked in the list. Nothing happens until *Done*. */
export const onChoice = async ({ ack }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
  await ack();
};
