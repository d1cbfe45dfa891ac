import type { ContextBlock, ContextBlockElement, KnownBlock, SectionBlock } from '@slack/types';

import { fit } from '../fit.ts';
import { LIMITS } from '../limits.ts';

/** What Slack is given to show: blocks, and the same in short for a notification or a screen reader. */
export type Message = { readonly text: string; readonly blocks: KnownBlock[] };

/** Keeps a message within what Slack takes of blocks and of text. The end, where the question stands, is kept first. */
export function withinLimits({ text, blocks }: Message): Message {
  const half = LIMITS.messageBlocks / 2;
  const few = blocks.length > LIMITS.messageBlocks ? [...blocks.slice(0, half), ...blocks.slice(-half)] : blocks;
  return { text: fit(text, LIMITS.messageText) || '–', blocks: withinTexts(few) };
}

function withinTexts(blocks: readonly KnownBlock[]): KnownBlock[] {
  let left = LIMITS.messageTexts - blocks.reduce((sum, block) => sum + fixedLength(block), 0);
  const taken = (words: string, least: number): string => {
    const text = fit(words, Math.max(left, least));
    left -= text.length;
    return text;
  };
  const kept = blocks.toReversed().flatMap((block): KnownBlock[] => {
    if (block.type === 'context') return smallPrint(block, (words) => (left > LEAST ? taken(words, LEAST) : null));
    if (!isPlain(block) || !block.text) return [block];
    return [{ ...block, text: { ...block.text, text: taken(block.text.text, LEAST) } }];
  });
  return kept.toReversed();
}

/** Small print goes first where there is no more room. */
function smallPrint(block: ContextBlock, taken: (words: string) => string | null): KnownBlock[] {
  const elements: ContextBlockElement[] = [];
  for (const element of block.elements) {
    const text = 'text' in element ? taken(element.text) : '';
    if (text === null) continue;
    elements.push('text' in element ? { ...element, text } : element);
  }
  return elements.length > 0 ? [{ ...block, elements }] : [];
}

/** A section that may be cut: half a link would be none. What a person wrote has no live link in it. */
const isPlain = (block: KnownBlock): block is SectionBlock =>
  block.type === 'section' && !block.accessory && !/<https?:/.test(block.text?.text ?? '');

/** Even in a message that is too long, something of each section is left. */
const LEAST = 40;

/** What can't be shortened later: every text but that of a plain section and of small print. */
const fixedLength = (block: KnownBlock): number =>
  block.type === 'context' || (block.type === 'section' && !block.accessory)
    ? 0
    : textsIn(block).reduce((sum, words) => sum + words.length, 0);

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
}
