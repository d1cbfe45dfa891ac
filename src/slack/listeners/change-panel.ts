import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';

import { panelIn } from '../panel-place.ts';
import { typedIn } from '../typed.ts';
import { teamOf } from '../user-of.ts';
import { panelView } from '../views/panel.ts';
import { createSay } from '../views/say.ts';
import { unlessOutrun } from './change-form.ts';
import type { Deps } from './deps.ts';
import { memberOf } from './pressed.ts';

/** Another choice in a panel makes it another one. What is typed stays. */
export const onChangePanel =
  ({ coach, clientFor, translate, now }: Deps) =>
  async ({ ack, body }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { view } = body;
    const place = view && panelIn(view);
    if (!view || !place) return;
    const member = memberOf(body);
    const asked = { ...place, typed: typedIn(view.state.values, teamOf(member)) };
    const { locale, shown } = await coach.panel(member, asked, now());
    const client = await clientFor(member);
    const drawn = panelView(shown, { asked, say: createSay(translate, locale) });
    await client.views.update({ view_id: view.id, hash: view.hash, view: drawn }).catch(unlessOutrun);
  };
