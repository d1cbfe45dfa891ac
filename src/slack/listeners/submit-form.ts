import { createHash } from 'node:crypto';

import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt';

import type { Submitted } from '../../coaching/coach.ts';
import type { Text } from '../../flow/text.ts';
import { ackInTime } from '../ack-in-time.ts';
import { fit } from '../fit.ts';
import { fromPrivateMetadata, toFieldId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { typedIn } from '../typed.ts';
import { teamOf } from '../user-of.ts';
import { noticeView } from '../views/form.ts';
import { createSay, type Say } from '../views/say.ts';
import type { Deps } from './deps.ts';
import { memberOf } from './pressed.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** A form was sent. What can't be taken is said under its field, which Slack shows only in the ack. */
export const onSubmitForm =
  ({ coach, translate, directory, now }: Deps) =>
  async ({ ack, body, view }: Args): Promise<void> => {
    const member = memberOf(body);
    const typed = typedIn(view.state.values, teamOf(member));
    const cause = { id: causeOf(view), at: now() };
    const work = coach.submit(member, fromPrivateMetadata(view.private_metadata) ?? '', typed, cause);
    await ackInTime(work, async (submitted) => {
      if (submitted?.kind === 'taken') return ack();
      const locale = submitted?.locale ?? (await directory.profile(member)).locale;
      const say = createSay(translate, locale);
      return submitted ? ack(toResponse(submitted, say)) : ack(notice({ key: 'slack.form.slow' }, say));
    });
  };

/** A form that was corrected is sent again under the same id and hash, so what is in it makes the difference. */
export const causeOf = ({ id, hash, state }: ViewOutput): string =>
  `${id}-${hash}-${createHash('sha256').update(JSON.stringify(state.values)).digest('base64url').slice(0, 16)}`;

export const notice = (text: Text, say: Say) => ({ response_action: 'update', view: noticeView(text, say) }) as const;

function toResponse(submitted: Exclude<Submitted, { kind: 'taken' }>, say: Say) {
  if (submitted.kind === 'old') return notice(submitted.text, say);
  const errors = Object.entries(submitted.errors).map(([address, text]) => [
    toFieldId('field', address),
    fit(say.words(text), LIMITS.inputHint),
  ]);
  return {
    response_action: 'errors',
    errors: Object.fromEntries<string>(errors.map(([id = '', words = '']) => [id, words])),
  } as const;
}
