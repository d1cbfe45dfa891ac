import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';

import { fromPrivateMetadata } from '../ids.ts';
import { slackCodeOf } from '../log.ts';
import { typedIn } from '../typed.ts';
import { teamOf } from '../user-of.ts';
import { formView } from '../views/form.ts';
import { createSay } from '../views/say.ts';
import type { Deps } from './deps.ts';
import { memberOf } from './pressed.ts';

/** Something was chosen in a form: other questions may show now. What is in it is kept, should it be closed. */
export const onChangeForm =
  ({ coach, clientFor, translate, underway }: Deps) =>
  async ({ ack, body }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { view } = body;
    const session = fromPrivateMetadata(view?.private_metadata ?? '');
    if (!view || !session) return;
    const member = memberOf(body);
    const typed = typedIn(view.state.values, teamOf(member));
    underway.add(member, coach.keepDraft(member, session, typed));
    const form = await coach.form(member, session, typed);
    if (!form) return;
    const client = await clientFor(member);
    const drawn = { view_id: view.id, hash: view.hash, view: formView(form, createSay(translate, form.locale), typed) };
    await client.views.update(drawn).catch(unlessOutrun);
  };

/** The person was quicker than we are: their next change draws the form. */
export function unlessOutrun(error: unknown): void {
  if (slackCodeOf(error) !== 'hash_conflict' && slackCodeOf(error) !== 'not_found') throw error;
}
