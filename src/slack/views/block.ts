import type { ActionsBlock, ActionsBlockElement, Button, KnownBlock, PlainTextElement } from '@slack/types';

import { fit, pieces } from '../fit.ts';
import { LIMITS } from '../limits.ts';

/** What stands where Slack insists on words and there are none. */
const NOTHING = '–';
/** A longer text than this is an article, not a message. */
const SECTIONS_MOST = 3;

/** Words as a section, as several when they are long, as none when there is nothing to be seen. */
export const section = (words: string): KnownBlock[] =>
  pieces(words, LIMITS.sectionText, SECTIONS_MOST).map((text) => ({
    type: 'section',
    text: { type: 'mrkdwn', text, verbatim: true },
  }));

/** Small print: a line for each that has something to say. */
export function context(lines: readonly string[]): KnownBlock[] {
  const elements = lines
    .map((line) => fit(line, LIMITS.contextText))
    .filter(Boolean)
    .slice(0, LIMITS.contextElements)
    .map((text) => ({ type: 'mrkdwn' as const, text, verbatim: true }));
  return elements.length > 0 ? [{ type: 'context', elements }] : [];
}

export const header = (words: string): KnownBlock[] => [{ type: 'header', text: plain(words, LIMITS.headerText) }];

export function actions(elements: readonly ActionsBlockElement[], blockId?: string): KnownBlock[] {
  if (elements.length === 0) return [];
  const block: ActionsBlock = { type: 'actions', elements: elements.slice(0, LIMITS.actionsElements) };
  return [blockId === undefined ? block : { ...block, block_id: fitId(blockId) }];
}

export const button = (actionId: string, words: string, value = ''): Button => ({
  type: 'button',
  action_id: actionId,
  text: plain(words, LIMITS.buttonText),
  // An id that does not fit is no id: the button is taken for an old one.
  ...(value !== '' && value.length <= LIMITS.buttonValue && { value }),
});

/** Plain words where Slack wants some. The three characters are escaped here too: Slack keeps them so, and shows them well. */
export const plain = (words: string, max: number): PlainTextElement => ({
  type: 'plain_text',
  text: fit(words, max) || NOTHING,
  emoji: true,
});

export const fitId = (id: string): string => id.slice(0, LIMITS.blockId);
