import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';

import { fromSubject } from '../../coaching/subject.ts';
import { toMember } from '../user-of.ts';
import { noticeView } from '../views/form.ts';
import { numbersView } from '../views/numbers-form.ts';
import { createSay } from '../views/say.ts';
import type { Deps } from './deps.ts';
import { memberOf, type ButtonPressed } from './pressed.ts';

type Asked = { readonly member: string; readonly account?: string; readonly trigger: string };

/** *Enter numbers*: a button names the account that it is about. */
export const onOpenNumbers =
  (deps: Deps) =>
  async ({ ack, action, body }: ButtonPressed): Promise<void> => {
    await ack();
    const [account = ''] = fromSubject(action.value ?? '');
    await open(deps, { member: memberOf(body), account, trigger: body.trigger_id });
  };

/** `/bearings numbers` */
export async function openNumbers(
  deps: Deps,
  { ack, command }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
): Promise<void> {
  await ack();
  await open(deps, { member: toMember(command.team_id, command.user_id), trigger: command.trigger_id });
}

/** A trigger lives three seconds: nothing but reading comes before the form. */
async function open({ coach, clientFor, translate, now }: Deps, { member, account, trigger }: Asked): Promise<void> {
  const form = await coach.numbersForm(member, { ...(account !== undefined && { account }) }, now());
  const say = createSay(translate, form.locale);
  const view = form.kind === 'form' ? numbersView(form, say) : noticeView(form.text, say);
  const client = await clientFor(member);
  await client.views.open({ trigger_id: trigger, view });
}
