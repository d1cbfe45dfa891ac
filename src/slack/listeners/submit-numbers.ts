import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';

import type { NumbersSubmitted } from '../../coaching/numbers-submit.ts';
import { ackInTime } from '../ack-in-time.ts';
import { fit } from '../fit.ts';
import { toFieldId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { typedIn } from '../typed.ts';
import { teamOf } from '../user-of.ts';
import { fitId } from '../views/block.ts';
import { numbersView } from '../views/numbers-form.ts';
import { createSay, type Say } from '../views/say.ts';
import { accountIn } from './change-numbers.ts';
import type { Deps } from './deps.ts';
import { memberOf } from './pressed.ts';
import { causeOf, notice } from './submit-form.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Numbers were sent. What can't be taken is said under its field, and the form stays open with all that is in it. */
export const onSubmitNumbers =
  ({ coach, translate, clientFor, now }: Deps) =>
  async ({ ack, body, view }: Args): Promise<void> => {
    const member = memberOf(body);
    const typed = typedIn(view.state.values, teamOf(member));
    const account = accountIn(typed, view);
    const work = coach.submitNumbers(member, { account, typed }, { id: causeOf(view), at: now() });
    let isLate = false;
    const submitted = await ackInTime(work, async (soon) => {
      isLate = soon === undefined;
      if (soon?.kind === 'taken') return ack();
      const say = createSay(translate, soon?.locale ?? (await coach.localeOf(member)));
      return ack(soon ? toResponse(soon, say) : notice({ key: 'slack.form.slow' }, say));
    });
    if (!isLate || submitted.kind !== 'refused') return;
    // Slack shows errors in the answer only, and that is gone: the form comes back as it was, with them on top.
    const form = await coach.numbersForm(member, { account, typed }, now());
    if (form.kind === 'none') return;
    const say = createSay(translate, form.locale);
    const client = await clientFor(member);
    const problems = Object.values(submitted.errors).flat();
    await client.views.update({ view_id: view.id, view: numbersView(form, say, problems) });
  };

function toResponse(submitted: Exclude<NumbersSubmitted, { kind: 'taken' }>, say: Say) {
  return submitted.kind === 'old'
    ? notice(submitted.text, say)
    : ({ response_action: 'errors', errors: errorsOf(submitted, say) } as const);
}

const errorsOf = ({ errors }: Extract<NumbersSubmitted, { kind: 'refused' }>, say: Say): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([address, texts]) => [
      fitId(toFieldId('field', address)),
      fit(texts.map((text) => say.words(text)).join('\n'), LIMITS.inputHint),
    ]),
  );
