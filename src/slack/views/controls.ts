import type { KnownBlock, MultiStaticSelect } from '@slack/types';

import type { Question } from '../../flow/turn.ts';
import { ACTION, toAnswerId, toBlockId, toValue } from '../ids.ts';
import { BUTTONS_MOST, LIMITS } from '../limits.ts';
import { actions, button, fitId, plain, section } from './block.ts';
import { chosenAmong, optionsOf, toOption } from './options.ts';
import type { Say } from './say.ts';

/** The words of a question, and below them what it is answered with; a menu of several stands beside the words. */
export function asked(question: Question, say: Say): KnownBlock[] {
  const words = section(say.words(question.text));
  const [last] = words.slice(-1);
  const menu = question.wait.kind === 'choices' ? menuOfSeveral(question, say) : undefined;
  if (!menu || last?.type !== 'section') return [...words, ...controls(question, say)];
  const beside = { ...last, block_id: fitId(toBlockId('answer', question)), accessory: menu };
  return [...words.slice(0, -1), beside, ...controls(question, say)];
}

/**
 * What a question is answered with, beside typing. Menus and pickers answer at once, so they begin empty:
 * Slack sends nothing when a person picks what is picked already.
 */
function controls(question: Question, say: Say): KnownBlock[] {
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
  return [...boxes(question, say), ...actions([...done, ...others], toBlockId('more', question))];
}

function boxes(question: Question, say: Say): KnownBlock[] {
  const { options, chosen } = severalOf(question, say);
  if (options.length === 0 || options.length > LIMITS.checkboxes) return [];
  const element = { type: 'checkboxes' as const, action_id: ACTION.choices, options, ...chosen };
  return actions([element], toBlockId('answer', question));
}

/** Slack takes a menu of several beside words only, not in a row of actions. */
function menuOfSeveral(question: Question, say: Say): MultiStaticSelect | undefined {
  const { options, chosen } = severalOf(question, say);
  if (options.length <= LIMITS.checkboxes) return undefined;
  const placeholder = hint(say, 'slack.choose-some');
  return { type: 'multi_static_select', action_id: ACTION.choices, placeholder, options, ...chosen };
}

function severalOf(question: Question, say: Say) {
  const { listed } = optionsOf(question);
  const options = listed.slice(0, LIMITS.menuOptions).map((option) => toOption(option, say));
  return { options, chosen: chosenAmong(options, question.draft ?? question.given) };
}

const hint = (say: Say, key: string) => plain(say.words({ key }), LIMITS.placeholder);
