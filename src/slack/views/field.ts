import type { InputBlock, KnownBlock } from '@slack/types';

import type { AnswerValue, JsonValue } from '../../flow/session.ts';
import { withoutBold } from '../../flow/text.ts';
import type { Question } from '../../flow/turn.ts';
import { fit } from '../fit.ts';
import { ACTION, toFieldId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { fitId, plain } from './block.ts';
import { chosenAmong, optionsOf, toOption } from './options.ts';
import type { Say } from './say.ts';

type Value = JsonValue | AnswerValue | undefined;
type Element = InputBlock['element'];

/** The field of a question, with what stands in it: what is being typed, else the draft of last time, else the answer. */
export function fieldBlocks(question: Question, say: Say, typed: Readonly<Record<string, JsonValue>>): KnownBlock[] {
  const { address, wait, draft, given } = question;
  const value = Object.hasOwn(typed, address) ? typed[address] : (draft ?? given);
  const element = fieldOf(question, value, say);
  const orName = wait.kind === 'person' && wait.orText;
  return [
    ...(element ? [input(question, element, say, orName)] : []),
    ...(orName ? [nameField(question, value, say)] : []),
  ];
}

function input(question: Question, element: Element, say: Say, orName: boolean): InputBlock {
  const { address, text, help, optional, wait } = question;
  return {
    type: 'input',
    block_id: fitId(toFieldId('field', address)),
    label: plain(withoutBold(say.words(text)), LIMITS.inputLabel),
    element,
    // A question that must be answered is checked by us, in words of ours; Slack knows only its own language.
    optional: optional || orName || (wait.kind === 'choices' && wait.min === 0),
    ...(help && { hint: plain(withoutBold(say.words(help)), LIMITS.inputHint) }),
    // What is chosen may bring other questions; typing does not, and would call us at every key.
    ...(element.type !== 'plain_text_input' && { dispatch_action: true }),
  };
}

function fieldOf(question: Question, value: Value, say: Say): Element | undefined {
  const { wait, flow, step } = question;
  switch (wait.kind) {
    case 'text':
    case 'long-text':
      return textField(value, wait.kind === 'long-text', say.words({ key: `${flow}.${step}.placeholder` }));
    case 'number':
      return textField(value, false);
    case 'choice':
      return oneOf(question, value, say);
    case 'choices':
      return someOf(question, value, say);
    case 'scale':
      return scale(wait, value);
    case 'date':
      return { type: 'datepicker', action_id: ACTION.field, ...(isDay(value) && { initial_date: value }) };
    case 'time':
      return { type: 'timepicker', action_id: ACTION.field, ...(isTime(value) && { initial_time: value }) };
    case 'person':
      return { type: 'users_select', action_id: ACTION.field, ...initialUser(value) };
  }
}

function textField(value: Value, isLong: boolean, placeholder = ''): Element {
  const typed = typeof value === 'string' || typeof value === 'number' ? fit(String(value), LIMITS.inputValue) : '';
  return {
    type: 'plain_text_input',
    action_id: ACTION.field,
    multiline: isLong,
    ...(typed !== '' && { initial_value: typed }),
    ...(placeholder !== '' && { placeholder: plain(placeholder, LIMITS.placeholder) }),
  };
}

function oneOf(question: Question, value: Value, say: Say): Element | undefined {
  const options = optionsOf(question)
    .listed.slice(0, LIMITS.menuOptions)
    .map((option) => toOption(option, say));
  if (options.length === 0) return undefined;
  const chosen = options.find((option) => option.value === value);
  const initial = chosen ? { initial_option: chosen } : {};
  const type = options.length <= LIMITS.radioButtons ? 'radio_buttons' : 'static_select';
  return { type, action_id: ACTION.field, options, ...initial };
}

function someOf(question: Question, value: Value, say: Say): Element | undefined {
  const { listed, alone } = optionsOf(question);
  const options = [...listed, ...alone].slice(0, LIMITS.menuOptions).map((option) => toOption(option, say));
  if (options.length === 0) return undefined;
  const type = options.length <= LIMITS.checkboxes ? 'checkboxes' : 'multi_static_select';
  return { type, action_id: ACTION.field, options, ...chosenAmong(options, value) };
}

function scale({ min, max }: { min: number; max: number }, value: Value): Element {
  const options = Array.from({ length: max - min + 1 }, (_, i) => String(min + i)).map((step) => ({
    text: plain(step, LIMITS.optionText),
    value: step,
  }));
  const chosen = options.find((option) => option.value === value || Number(option.value) === value);
  return { type: 'static_select', action_id: ACTION.field, options, ...(chosen && { initial_option: chosen }) };
}

const nameField = (question: Question, value: Value, say: Say): InputBlock => ({
  type: 'input',
  block_id: fitId(toFieldId('name', question.address)),
  label: plain(say.words({ key: 'slack.form.name' }), LIMITS.inputLabel),
  element: textField(typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined, false),
  optional: true,
});

const isDay = (value: Value): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const isTime = (value: Value): value is string => typeof value === 'string' && /^\d\d:\d\d$/.test(value);

function initialUser(value: Value): { initial_user?: string } {
  const member = typeof value === 'object' && value !== null && 'member' in value ? value.member : undefined;
  const user = typeof member === 'string' ? member.split(':').at(-1) : undefined;
  return user ? { initial_user: user } : {};
}
