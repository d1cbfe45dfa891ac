import { ackInTime } from '../ack-in-time.ts';
import { fromBlockId, fromCommandId } from '../ids.ts';
import { OLD } from './answer.ts';
import type { Deps } from './deps.ts';
import { causeOf, memberOf, type ButtonPressed } from './pressed.ts';

/** *Skip*, *Back*, *Keep as it is* ... under a question. */
export const onCommandButton =
  ({ coach, now }: Deps) =>
  async ({ ack, action, body }: ButtonPressed): Promise<void> => {
    const command = fromCommandId(action.action_id);
    const place = fromBlockId(action.block_id);
    const input = command && place ? { kind: 'command' as const, command, ...place } : OLD;
    await ackInTime(coach.hear(memberOf(body), input, causeOf(body, action.action_ts, now())), () => ack());
  };
