import type { KnownBlock } from '@slack/types';

import type { Question } from '../../flow/turn.ts';
import { ACTION, toAnswerId, toBlockId, toValue } from '../ids.ts';
import { BUTTONS_MOST, LIMITS } from '../limits.ts';
import { actions, button, fitId, plain } from './block.ts';
import { chosenAmong, optionsOf, toOption } from './options.ts';
import type { Say } from './say.ts';

/**
 * What a question is answered with, beside typing. Menus and pickers answer at once, so they begin empty:
 * Slack sends nothing when a person picks what is picked already.
 */
export function controls(question: Question, say: Say): KnownBlock[] {
  const { wait } = question;
  const id = toBlockId('answer', question);
  switch (wait.kind) {
    case 'choice':
      return choice(question, say);
    case 'choices':
      return choices(question, say);
    case 'scale': {
      const steps = Array.from({ length: wait.max - wait.min + 1 }, (_, i) => wait.min + i);
      return actions(
        steps.map((step, i) => button(toAnswerId(i), String(step), toValue(step))),
        id,
      );
    }
    case 'date':
      return actions(
        [{ type: 'datepicker', action_id: toAnswerId(0), placeholder: hint(say, 'slack.choose-day') }],
        id,
      );
    case 'time':
      return actions(
        [{ type: 'timepicker', action_id: toAnswerId(0), placeholder: hint(say, 'slack.choose-time') }],
        id,
      );
    case 'person':
      return actions(
        [{ type: 'users_select', action_id: toAnswerId(0), placeholder: hint(say, 'slack.choose-person') }],
        id,
      );
    case 'text':
    case 'long-text':
    case 'number':
      return [];
  }
}

function choice(question: Question, say: Say): KnownBlock[] {
  const id = toBlockId('answer', question);
  const { listed } = optionsOf(question);
  if (listed.length <= BUTTONS_MOST) {
    return actions(
      listed.map((option, i) => button(toAnswerId(i), say.words(option.text), toValue(option.id))),
      id,
    );
  }
  const options = listed.slice(0, LIMITS.menuOptions).map((option) => toOption(option, say));
  return actions(
    [{ type: 'static_select', action_id: toAnswerId(0), placeholder: hint(say, 'slack.choose'), options }],
    id,
  );
}

/** A list with a *Done* that reads it, and the options that stand alone beside that. */
function choices(question: Question, say: Say): KnownBlock[] {
  const { listed, alone } = optionsOf(question);
  const done =
    listed.length > 0 ? [{ ...button(ACTION.done, say.words({ key: 'slack.done' })), style: 'primary' as const }] : [];
  const others = alone.map((option, i) => button(toAnswerId(i), say.words(option.text), toValue(option.id)));
  return [...list(question, say), ...actions([...done, ...others], toBlockId('more', question))];
}

function list(question: Question, say: Say): KnownBlock[] {
  const { listed } = optionsOf(question);
  if (listed.length === 0) return [];
  const id = toBlockId('answer', question);
  const options = listed.slice(0, LIMITS.menuOptions).map((option) => toOption(option, say));
  const chosen = chosenAmong(options, question.draft ?? question.given);
  if (options.length <= LIMITS.checkboxes) {
    return actions([{ type: 'checkboxes', action_id: ACTION.choices, options, ...chosen }], id);
  }
  // A menu of several is not taken in a row of actions, only beside words.
  return [
    {
      type: 'section',
      block_id: fitId(id),
      text: plain(say.words({ key: 'slack.choose-some' }), LIMITS.sectionText),
      accessory: {
        type: 'multi_static_select',
        action_id: ACTION.choices,
        placeholder: hint(say, 'slack.choose'),
        options,
        ...chosen,
      },
    },
  ];
}

const hint = (say: Say, key: string) => plain(say.words({ key }), LIMITS.placeholder);
