import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';

import type { PanelAsked } from '../../coaching/create-panels.ts';
import { peopleTyped } from '../../coaching/panel-typed.ts';
import { isPanel, type Choice, type Field, type Panel } from '../../coaching/panel.ts';
import type { JsonValue } from '../../flow/session.ts';
import { withoutBold, type Text } from '../../flow/text.ts';
import { fit } from '../fit.ts';
import { ACTION, PANEL_CALLBACK, toFieldId, toPrivateMetadata } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { toPanelValue } from '../panel-place.ts';
import { userOf } from '../user-of.ts';
import { fitId, plain, section } from './block.ts';
import { noticeView } from './form.ts';
import { pressBlocks } from './post.ts';
import type { Say } from './say.ts';

type Drawn = { readonly asked: PanelAsked; readonly say: Say; readonly problems?: readonly Text[] };

/** A panel as a form, with what is typed in it by now; or the few words that stand in its place. */
export function panelView(shown: Panel | Text, { asked, say, problems = [] }: Drawn): ModalView {
  if (!isPanel(shown)) return noticeView(shown, say);
  const { title, words, fields, presses, submit } = shown;
  const typed = asked.typed ?? {};
  return {
    type: 'modal',
    callback_id: PANEL_CALLBACK,
    private_metadata: toPrivateMetadata(toPanelValue(asked)),
    title: plain(say.words(title), LIMITS.viewTitle),
    ...(submit && fields.length > 0 && { submit: plain(say.words(submit), LIMITS.viewButton) }),
    close: plain(say.words({ key: 'slack.form.close' }), LIMITS.viewButton),
    blocks: [
      ...problems.flatMap((problem) => section(say.words(problem))),
      ...words.flatMap((one) => section(say.words(one))),
      ...fields.map((field) => input(field, typed[field.address], say)),
      ...pressBlocks(presses, say),
    ].slice(0, LIMITS.viewBlocks),
  };
}

const input = (field: Field, typed: JsonValue | undefined, say: Say): InputBlock => ({
  type: 'input',
  block_id: fitId(toFieldId('field', field.address)),
  label: plain(withoutBold(say.words(field.label)), LIMITS.inputLabel),
  // What has to be there is checked by us, in words of ours; Slack knows only its own language.
  optional: field.optional,
  ...(field.hint && { hint: plain(withoutBold(say.words(field.hint)), LIMITS.inputHint) }),
  ...(field.redraws && { dispatch_action: true }),
  element: elementOf(field, typed, say),
});

function elementOf(field: Field, typed: JsonValue | undefined, say: Say): InputBlock['element'] {
  const action_id = ACTION.panelField;
  switch (field.kind) {
    case 'text':
    case 'long-text': {
      const value = fit(standing(field.value, typed) ?? '', LIMITS.inputValue);
      return {
        type: 'plain_text_input',
        action_id,
        multiline: field.kind === 'long-text',
        ...(value !== '' && { initial_value: value }),
        ...(field.placeholder && { placeholder: plain(say.words(field.placeholder), LIMITS.placeholder) }),
      };
    }
    case 'choice':
      return choiceElement(field, typed, say);
    case 'choices':
      return choicesElement(field, typed, say);
    case 'time': {
      const time = standing(field.value, typed);
      return { type: 'timepicker', action_id, ...(time !== null && { initial_time: time }) };
    }
    case 'person': {
      const [person] = peopleStanding(field.value === null ? [] : [field.value], typed);
      return { type: 'users_select', action_id, ...(person !== undefined && { initial_user: userOf(person) }) };
    }
    case 'people': {
      const people = peopleStanding(field.value, typed).map(userOf);
      return { type: 'multi_users_select', action_id, ...(people.length > 0 && { initial_users: people }) };
    }
  }
}

/** What was typed, or emptied, since it was opened; else what it was opened with. */
function standing(value: string | null, typed: unknown): string | null {
  if (typed === undefined) return value;
  return typeof typed === 'string' ? typed : null;
}

const peopleStanding = (value: readonly string[], typed: JsonValue | undefined): readonly string[] =>
  typed === undefined ? value : peopleTyped({ typed }, 'typed');

function choiceElement(
  { options: all, value, optional }: Extract<Field, { kind: 'choice' }>,
  typed: unknown,
  say: Say,
): InputBlock['element'] {
  const options = all.slice(0, LIMITS.menuOptions).map((choice) => toOption(choice, say));
  const initial = options.find((option) => option.value === (typeof typed === 'string' ? typed : value));
  // A radio button cannot be taken back.
  const type = options.length <= RADIO_MOST && !optional ? 'radio_buttons' : 'static_select';
  return { type, action_id: ACTION.panelField, options, ...(initial && { initial_option: initial }) };
}

/** More of them read better as a menu. */
const RADIO_MOST = 4;

function choicesElement(
  { options: all, value }: Extract<Field, { kind: 'choices' }>,
  typed: unknown,
  say: Say,
): InputBlock['element'] {
  const options = all.slice(0, LIMITS.menuOptions).map((choice) => toOption(choice, say));
  const chosen = Array.isArray(typed) ? typed : value;
  const initial = options.filter((option) => chosen.includes(option.value ?? ''));
  const type = options.length <= LIMITS.checkboxes ? 'checkboxes' : 'multi_static_select';
  return { type, action_id: ACTION.panelField, options, ...(initial.length > 0 && { initial_options: initial }) };
}

const toOption = ({ id, text, about }: Choice, say: Say): PlainTextOption => ({
  text: plain(say.words(text), LIMITS.optionText),
  value: id,
  ...(about && { description: plain(say.words(about), LIMITS.optionText) }),
});
