import type { KnownBlock } from '@slack/types';

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
  const kept = blocks.toReversed().flatMap((block): KnownBlock[] => {
    if (block.type !== 'section' || !block.text || block.accessory) return [block];
    const text = fit(block.text.text, Math.max(left, LEAST));
    left -= text.length;
    return [{ ...block, text: { ...block.text, text } }];
  });
  return kept.toReversed();
}

/** Even in a message that is too long, something of each section is left. */
const LEAST = 40;

/** What can't be shortened later: every text but that of a plain section. */
const fixedLength = (block: KnownBlock): number =>
  block.type === 'section' && !block.accessory ? 0 : textsIn(block).reduce((sum, words) => sum + words.length, 0);

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
}
