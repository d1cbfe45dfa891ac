import { fromBlockId } from '../ids.ts';
import { formView } from '../views/form.ts';
import { createSay } from '../views/say.ts';
import { OLD } from './answer.ts';
import type { Deps } from './deps.ts';
import { causeOf, memberOf, type ButtonPressed } from './pressed.ts';

/** *Answer in a form*. A trigger lives three seconds, so nothing but one read comes before the form. */
export const onOpenForm =
  ({ coach, clientFor, translate, now }: Deps) =>
  async ({ ack, action, body }: ButtonPressed): Promise<void> => {
    await ack();
    const member = memberOf(body);
    const form = await coach.form(member, fromBlockId(action.block_id)?.session ?? '');
    if (!form) return coach.hear(member, OLD, causeOf(body, action.action_ts, now()));
    const client = await clientFor(member);
    await client.views.open({ trigger_id: body.trigger_id, view: formView(form, createSay(translate, form.locale)) });
  };
