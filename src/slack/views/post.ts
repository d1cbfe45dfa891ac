import type { KnownBlock } from '@slack/types';

import type { Part, Press } from '../../coaching/post.ts';
import type { Effect, Question, Taken } from '../../flow/turn.ts';
import { toPressId } from '../ids.ts';
import { actions, button, section } from './block.ts';
import { cardBlocks } from './card.ts';
import { withinLimits, type Message } from './message.ts';
import { questionBlocks } from './question.ts';
import type { Say } from './say.ts';
import { suggestionBlocks } from './suggestions.ts';
import { takenMessage } from './taken.ts';

/** The parts of a post, or of the answer to a command, as one message. */
export function partsMessage(parts: readonly Part[], say: Say): Message {
  const open = effectsIn(parts).findLast((effect) => effect.kind === 'ask')?.question;
  const blocks = parts.flatMap((part, i) => partBlocks(part, { say, open, index: i }));
  // Nothing to be said but that something was taken down: then that.
  if (blocks.length === 0) return withinLimits(takenMessage(takenIn(parts), say));
  return withinLimits({
    text: parts
      .map((part) => partWords(part, say))
      .filter(Boolean)
      .join('\n'),
    blocks,
  });
}

/** Whether the message carries the question now open. */
export const asks = (parts: readonly Part[]): boolean => effectsIn(parts).some(({ kind }) => kind === 'ask');

const effectsIn = (parts: readonly Part[]): readonly Effect[] =>
  parts.flatMap((part) => (part.kind === 'effects' ? part.effects : []));

const takenIn = (parts: readonly Part[]): Taken[] =>
  effectsIn(parts).flatMap((effect) => (effect.kind === 'taken' ? [effect.taken] : []));

type Drawn = { readonly say: Say; readonly open: Question | undefined; readonly index: number };

function partBlocks(part: Part, { say, open, index }: Drawn): KnownBlock[] {
  switch (part.kind) {
    case 'effects':
      return part.effects.flatMap((effect) => effectBlocks(effect, open, say));
    case 'card':
      return cardBlocks(part.card, say, index);
    case 'suggestions':
      return suggestionBlocks(part.suggestions, say);
    case 'text':
      return section(say.words(part.text));
    case 'presses':
      return pressBlocks(part.presses, say);
  }
}

function effectBlocks(effect: Effect, open: Question | undefined, say: Say): KnownBlock[] {
  switch (effect.kind) {
    case 'say':
      return section(say.words(effect.text));
    case 'ask':
      // Of two questions in one message only the last can be answered.
      return effect.question === open ? questionBlocks(open, say) : section(say.words(effect.question.text));
    case 'taken':
    case 'finish':
      return [];
  }
}

/** A row of buttons outside a question. */
export const pressBlocks = (presses: readonly Press[], say: Say): KnownBlock[] =>
  actions(presses.map(({ name, subject, text }, i) => button(toPressId(name, i), say.words(text), subject)));

/** The same without blocks: what a notification shows. */
function partWords(part: Part, say: Say): string {
  switch (part.kind) {
    case 'text':
      return say.words(part.text);
    case 'card':
      return say.words({ key: 'slack.card.title', values: { day: say.day(part.card.date) } });
    case 'suggestions':
      return part.suggestions.map(({ title }) => say.words(title)).join('\n');
    case 'presses':
      return '';
    case 'effects':
      return part.effects.flatMap((effect) => effectWords(effect, say)).join('\n');
  }
}

function effectWords(effect: Effect, say: Say): string[] {
  if (effect.kind === 'say') return [say.words(effect.text)];
  if (effect.kind !== 'ask') return [];
  const { text, followUp } = effect.question;
  return followUp ? [say.words(followUp.why), say.words(followUp.ask)] : [say.words(text)];
}
