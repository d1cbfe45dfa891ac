import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';

import type { PanelAsked } from '../../coaching/create-panels.ts';
import type { PanelName } from '../../coaching/panel-name.ts';
import { fromPanelValue } from '../panel-place.ts';
import { toMember } from '../user-of.ts';
import { panelView } from '../views/panel.ts';
import { createSay } from '../views/say.ts';
import { OLD } from './answer.ts';
import type { Deps } from './deps.ts';
import { causeOf, memberOf, type ButtonPressed } from './pressed.ts';

type Open = {
  readonly member: string;
  readonly asked: Pick<PanelAsked, 'name' | 'subject'>;
  readonly trigger: string;
  /** Over the form that its button is in. */
  readonly isOver?: boolean;
};

/** A button that opens a panel: in a message, on the Home tab, in another panel. */
export const onOpenPanel =
  (deps: Deps) =>
  async ({ ack, action, body }: ButtonPressed): Promise<void> => {
    await ack();
    const member = memberOf(body);
    const asked = fromPanelValue(action.value);
    if (!asked) return deps.coach.hear(member, OLD, causeOf(body, action.action_ts, deps.now()));
    await open(deps, { member, asked, trigger: body.trigger_id, isOver: body.view?.type === 'modal' });
  };

/** A command that opens a panel. */
export async function openPanel(
  deps: Deps,
  { ack, command }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
  name: PanelName,
): Promise<void> {
  await ack();
  const member = toMember(command.team_id, command.user_id);
  await open(deps, { member, asked: { name, subject: '' }, trigger: command.trigger_id });
}

/** A trigger lives three seconds: nothing but reading comes before the panel. */
async function open({ coach, clientFor, translate, now }: Deps, { member, asked, trigger, isOver }: Open) {
  const { locale, subject, shown } = await coach.panel(member, asked, now());
  const view = panelView(shown, { asked: { ...asked, subject }, say: createSay(translate, locale) });
  const client = await clientFor(member);
  await (isOver ? client.views.push({ trigger_id: trigger, view }) : client.views.open({ trigger_id: trigger, view }));
}
