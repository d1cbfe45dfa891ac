import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewClosedAction } from '@slack/bolt';

import { ackInTime } from '../ack-in-time.ts';
import { fromPrivateMetadata } from '../ids.ts';
import { typedIn } from '../typed.ts';
import { teamOf } from '../user-of.ts';
import type { Deps } from './deps.ts';
import { memberOf } from './pressed.ts';

/** A form was closed half-way: what was typed is there the next time. */
export const onCloseForm =
  ({ coach }: Deps) =>
  async ({ ack, body, view }: SlackViewMiddlewareArgs<ViewClosedAction> & AllMiddlewareArgs): Promise<void> => {
    const member = memberOf(body);
    const typed = typedIn(view.state?.values, teamOf(member));
    const session = fromPrivateMetadata(view.private_metadata);
    if (!session || Object.keys(typed).length === 0) return ack();
    await ackInTime(coach.keepDraft(member, session, typed), () => ack());
  };
