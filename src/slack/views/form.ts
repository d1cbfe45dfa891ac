import type { KnownBlock, ModalView } from '@slack/types';

import type { Form } from '../../coaching/coach.ts';
import type { JsonValue } from '../../flow/session.ts';
import { literal, type Text } from '../../flow/text.ts';
import { FORM_CALLBACK, toPrivateMetadata } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { plain, section } from './block.ts';
import { fieldBlocks } from './field.ts';
import type { Say } from './say.ts';

type Typed = Readonly<Record<string, JsonValue>>;

/** Two blocks a question at most, and one for the words above. */
const QUESTIONS_MOST = Math.floor((LIMITS.viewBlocks - 1) / 2);

/** The open flow as one form. `typed`: what stands in it now, when it is drawn anew under a person's hands. */
export function formView({ title, session, questions }: Form, say: Say, typed: Typed = {}): ModalView {
  const fields = questions.slice(0, QUESTIONS_MOST).flatMap((question) => fieldBlocks(question, say, typed));
  const intro = section(say.words({ key: fields.length > 0 ? 'slack.form.intro' : 'slack.form.nothing' }));
  return {
    ...modal(title, [...intro, ...fields], say),
    private_metadata: toPrivateMetadata(session),
    notify_on_close: true,
  };
}

/** A few words where the form was. */
export const noticeView = (text: Text, say: Say): ModalView =>
  modal(literal('Bearings'), section(say.words(text)), say);

function modal(title: Text, blocks: KnownBlock[], say: Say): ModalView {
  const hasFields = blocks.some(({ type }) => type === 'input');
  return {
    type: 'modal',
    callback_id: FORM_CALLBACK,
    title: plain(say.words(title), LIMITS.viewTitle),
    ...(hasFields && { submit: plain(say.words({ key: 'slack.form.submit' }), LIMITS.viewButton) }),
    close: plain(say.words({ key: hasFields ? 'slack.form.later' : 'slack.form.close' }), LIMITS.viewButton),
    blocks,
  };
}
