import { ackInTime } from '../ack-in-time.ts';
import { toResponse } from '../answer-aside.ts';
import { foldOffer } from '../fold-offer.ts';
import { fromPressId } from '../ids.ts';
import { publishHome } from '../publish-home.ts';
import { OLD } from './answer.ts';
import type { Deps } from './deps.ts';
import { causeOf, memberOf, type ButtonPressed } from './pressed.ts';

/** A button outside a question: in a message, in the answer of a command, on the Home tab. */
export const onPress =
  (deps: Deps) =>
  async ({ ack, action, body, respond }: ButtonPressed): Promise<void> => {
    const { coach, translate, underway, now } = deps;
    const member = memberOf(body);
    const cause = causeOf(body, action.action_ts, now());
    const name = fromPressId(action.action_id);
    if (name === 'forget') {
      await ack();
      await respond(toResponse(await coach.forget(member, cause), translate));
      return;
    }
    const work = name
      ? coach.press(member, { name, subject: action.value ?? '' }, cause)
      : coach.hear(member, OLD, cause);
    await ackInTime(work, () => ack());
    if (body.view?.type === 'home') underway.add(member, publishHome(deps, member));
    const folded =
      name === 'do' && body.container['type'] === 'message' ? foldOffer(body.message, action.value ?? '') : null;
    if (folded) underway.add(member, respond(folded));
  };
