import type { KnownBlock } from '@slack/types';

import type { Text } from '../../flow/text.ts';
import type { Command, FollowUp, Question } from '../../flow/turn.ts';
import { ACTION, toAnswerId, toBlockId, toCommandId, toValue } from '../ids.ts';
import { actions, button, context, section } from './block.ts';
import { asked } from './controls.ts';
import { givenText } from './given.ts';
import type { Say } from './say.ts';

/** A question as it is asked in the conversation. */
export function questionBlocks(question: Question, say: Say): KnownBlock[] {
  if (question.followUp) return followUpBlocks(question, question.followUp, say);
  return [
    ...asked(question, say),
    ...context([hintOf(question, say), givenLine(question, say), placeLine(question, say)]),
    ...commandRow(question, commandsOf(question), say),
  ];
}

/** Why the answer was not quite enough, one thing to add to it, an example; and it may always stay as it is. */
function followUpBlocks(question: Question, { why, ask, example, offers }: FollowUp, say: Say): KnownBlock[] {
  const ready = offers.map((offer, i) => button(toAnswerId(i), say.words(offer.text), toValue(offer.id)));
  return [
    ...section(say.words(why)),
    ...section(say.words(ask)),
    ...context(example ? [say.words(example)] : []),
    ...actions(ready, toBlockId('answer', question)),
    ...context([givenLine(question, say)]),
    ...commandRow(question, ['keep'], say),
  ];
}

/** Beyond this many the total would only weigh on the person. */
const TOTAL_MOST = 9;
/** The short form is offered while there is something to be saved by it. */
const LIGHT_UNTIL = 2;

function commandsOf({ commands, optional, number, help }: Question): Command[] {
  const mayKeep = commands?.includes('keep');
  const mayLighten = commands?.includes('light') && number <= LIGHT_UNTIL && !mayKeep;
  return [
    ...(mayKeep ? (['keep'] as const) : []),
    ...(optional && !mayKeep ? (['skip'] as const) : []),
    ...(number > 1 ? (['back'] as const) : []),
    ...(mayLighten ? (['light'] as const) : []),
    ...(help ? (['explain'] as const) : []),
  ];
}

const commandRow = (question: Question, commands: readonly Command[], say: Say): KnownBlock[] =>
  actions(
    [
      ...commands.map((command) => button(toCommandId(command), say.words({ key: `command.${command}` }))),
      button(ACTION.form, say.words({ key: 'slack.form.open' })),
    ],
    toBlockId('command', question),
  );

/** How to answer by typing, where that is the way. */
function hintOf({ flow, step, wait }: Question, say: Say): string {
  const typed = (hint: Text): string => say.words({ key: 'slack.type', values: { hint } });
  switch (wait.kind) {
    case 'text':
    case 'long-text':
      return typed({ key: `${flow}.${step}.placeholder` });
    case 'number':
      return say.words({ key: 'slack.type-number' });
    case 'person':
      return wait.orText ? say.words({ key: 'slack.type-name' }) : '';
    case 'choice':
    case 'choices':
    case 'scale':
    case 'date':
    case 'time':
      return '';
  }
}

/** What was answered before; boxes and a menu of several show it themselves. */
function givenLine(question: Question, say: Say): string {
  if (question.wait.kind === 'choices') return '';
  const given = givenText(question);
  return given ? say.words({ key: 'slack.given', values: { given } }) : '';
}

/** Where we are, and who will ever see the answer. */
const placeLine = ({ number, total, audience }: Question, say: Say): string =>
  say.words({ key: 'slack.place', values: { number, total, audience, count: countOf(number, total) } });

function countOf(number: number, total: number): 'none' | 'exact' | 'about' {
  if (total > TOTAL_MOST) return 'none';
  return number >= total ? 'exact' : 'about';
}
