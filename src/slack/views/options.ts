import type { PlainTextOption } from '@slack/types';

import type { AnswerValue, JsonValue } from '../../flow/session.ts';
import type { Question, ShownOption } from '../../flow/turn.ts';
import { LIMITS } from '../limits.ts';
import { plain } from './block.ts';
import type { Say } from './say.ts';

/** The options of a choice: those of the list, and those that stand alone. */
export function optionsOf({ options, wait }: Question): { listed: ShownOption[]; alone: ShownOption[] } {
  const alone = wait.kind === 'choices' ? wait.exclusive : [];
  return {
    listed: options.filter(({ id }) => isSendable(id) && !alone.includes(id)),
    alone: options.filter(({ id }) => isSendable(id) && alone.includes(id)),
  };
}

const isSendable = (id: string): boolean => id.length > 0 && id.length <= LIMITS.optionValue;

export const toOption = ({ id, text }: ShownOption, say: Say): PlainTextOption => ({
  text: plain(say.words(text), LIMITS.optionText),
  value: id,
});

/** The options of a menu that are chosen already; Slack refuses an empty list, so then there is no field at all. */
export function chosenAmong(options: readonly PlainTextOption[], value: JsonValue | AnswerValue | undefined) {
  const chosen = Array.isArray(value) ? value : [value];
  const initial = options.filter((option) => chosen.includes(option.value ?? ''));
  return initial.length > 0 ? { initial_options: initial } : {};
}
