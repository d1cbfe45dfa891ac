import type { ConfirmationDialog, KnownBlock } from '@slack/types';

import type { Chart } from '../../coaching/chart.ts';
import type { Filed, Part, Press } from '../../coaching/post.ts';
import type { Text } from '../../flow/text.ts';
import type { Effect, Question, Taken } from '../../flow/turn.ts';
import { escape } from '../escape.ts';
import { fit } from '../fit.ts';
import { toPressId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { actions, button, context, plain, section } from './block.ts';
import { cardBlocks } from './card.ts';
import { NOTHING_HANDED, type Handed } from './handed.ts';
import { withinLimits, type Message } from './message.ts';
import { questionBlocks } from './question.ts';
import type { Say } from './say.ts';
import { suggestionBlocks } from './suggestions.ts';
import { takenMessage } from './taken.ts';

/** The parts of a post, or of the answer to a command, as one message. */
export function partsMessage(parts: readonly Part[], say: Say, handed: Handed = NOTHING_HANDED): Message {
  const open = effectsIn(parts).findLast((effect) => effect.kind === 'ask')?.question;
  const blocks = parts.flatMap((part, i) => partBlocks(part, { say, open, index: i, handed }));
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

type Drawn = {
  readonly say: Say;
  readonly open: Question | undefined;
  readonly index: number;
  readonly handed: Handed;
};

function partBlocks(part: Part, { say, open, index, handed }: Drawn): KnownBlock[] {
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
    case 'block':
      return blockBlocks(part, say);
    case 'chart':
      return chartBlocks(part.chart, handed.pictures.get(part.chart), say);
    case 'file':
      return fileBlocks(part.file, handed.links.get(part.file), say);
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

/** The picture, or, where there is none, what it says. */
const chartBlocks = ({ alt }: Chart, id: string | undefined, say: Say): KnownBlock[] =>
  id === undefined
    ? context([say.words(alt)])
    : [{ type: 'image', slack_file: { id }, alt_text: fit(say.words(alt), LIMITS.altText) || '–' }];

/** The file's title with a link to it, or, where it could not be handed over, word of that. */
function fileBlocks({ title, name }: Filed, link: string | undefined, say: Say): KnownBlock[] {
  if (link === undefined) return context([say.words({ key: 'slack.file-missing', values: { title } })]);
  const told = fit(say.words({ key: 'slack.file', values: { title } }), LIMITS.headerText);
  return section(`${told} <${escape(link)}|${fit(escape(name), LIMITS.headerText) || '–'}>`);
}

/** A heading, its lines in one section, small print and buttons: nothing where there is nothing. */
function blockBlocks({ heading, lines, small, presses }: Extract<Part, { kind: 'block' }>, say: Say): KnownBlock[] {
  const title = heading === null ? [] : [say.words({ key: 'slack.heading', values: { heading } })];
  return [
    ...section([...title, ...lines.map((line) => say.words(line))].join('\n')),
    ...context(small.map((line) => say.words(line))),
    ...pressBlocks(presses, say),
  ];
}

/** A row of buttons outside a question. */
export const pressBlocks = (presses: readonly Press[], say: Say): KnownBlock[] =>
  actions(
    presses.map(({ name, subject, text, main, confirm }, i) => ({
      ...button(toPressId(name, i), say.words(text), subject),
      ...(main && { style: 'primary' as const }),
      ...(confirm && { style: 'danger' as const, confirm: confirmBox(confirm, text, say) }),
    })),
  );

const confirmBox = (asked: Text, text: Text, say: Say): ConfirmationDialog => ({
  title: plain(say.words({ key: 'slack.confirm.title' }), LIMITS.confirmTitle),
  text: plain(say.words(asked), LIMITS.confirmText),
  confirm: plain(say.words(text), LIMITS.confirmButton),
  deny: plain(say.words({ key: 'slack.confirm.deny' }), LIMITS.confirmButton),
  style: 'danger',
});

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
    case 'block':
      return [...(part.heading === null ? [] : [part.heading]), ...part.lines]
        .map((line) => say.words(line))
        .join('\n');
    case 'chart':
      return say.words(part.chart.alt);
    case 'file':
      return say.words({ key: 'slack.file-named', values: { title: part.file.title, name: part.file.name } });
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
