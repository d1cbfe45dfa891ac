import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';

import { fromPrivateMetadata } from '../ids.ts';
import { typedIn } from '../typed.ts';
import { teamOf } from '../user-of.ts';
import { numbersView } from '../views/numbers-form.ts';
import { createSay } from '../views/say.ts';
import { unlessOutrun } from './change-form.ts';
import type { Deps } from './deps.ts';
import { memberOf } from './pressed.ts';

/** Another piece, or another account, was chosen: it has other numbers. What is typed stays. */
export const onChangeNumbers =
  ({ coach, clientFor, translate, now }: Deps) =>
  async ({ ack, body }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { view } = body;
    if (!view) return;
    const member = memberOf(body);
    const typed = typedIn(view.state.values, teamOf(member));
    const form = await coach.numbersForm(member, { account: accountIn(typed, view), typed }, now());
    if (form.kind === 'none') return;
    const client = await clientFor(member);
    const drawn = numbersView(form, createSay(translate, form.locale));
    await client.views.update({ view_id: view.id, hash: view.hash, view: drawn }).catch(unlessOutrun);
  };

/** The account chosen in the form, else the one that it was opened for. */
export const accountIn = (
  { account }: ReturnType<typeof typedIn>,
  { private_metadata }: { readonly private_metadata: string },
): string => (typeof account === 'string' ? account : (fromPrivateMetadata(private_metadata) ?? ''));
