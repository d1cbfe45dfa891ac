import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';

import { ackInTime } from '../ack-in-time.ts';
import { OLD } from './answer.ts';
import type { Deps } from './deps.ts';
import { causeOf, memberOf } from './pressed.ts';

/** A button that we do not make any more. */
export const onUnknownAction =
  ({ coach, now }: Deps) =>
  async ({ ack, action, body }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
    await ackInTime(coach.hear(memberOf(body), OLD, causeOf(body, action.action_ts, now())), () => ack());
  };
