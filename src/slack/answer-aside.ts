import type { AckFn, RespondArguments, RespondFn } from '@slack/bolt';

import type { Aside } from '../coaching/coach.ts';
import type { Translate } from '../coaching/ports.ts';
import { ackInTime } from './ack-in-time.ts';
import { partsMessage } from './views/post.ts';
import { createSay } from './views/say.ts';

type Way = {
  readonly ack: AckFn<string | RespondArguments>;
  readonly respond: RespondFn;
  readonly translate: Translate;
};

/** Answers a command to whoever gave it: in the ack itself, or after it when the work took too long for that. */
export async function answerAside(work: Promise<Aside>, { ack, respond, translate }: Way): Promise<void> {
  let isAnswered = false;
  const aside = await ackInTime(work, (soon) => {
    isAnswered = soon !== undefined;
    return soon ? ack(toResponse(soon, translate)) : ack();
  });
  if (!isAnswered) await respond(toResponse(aside, translate));
}

/** What was said to one person alone, in place of what they pressed if they pressed something. */
export const toResponse = ({ parts, locale }: Aside, translate: Translate): RespondArguments => ({
  response_type: 'ephemeral',
  replace_original: true,
  ...partsMessage(parts, createSay(translate, locale)),
});
