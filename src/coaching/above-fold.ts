import type { Text } from '../flow/text.ts';
import type { Part } from './post.ts';

/** What a manager reads without scrolling: so many words, or so many Han characters, or some of each. */
const FOLD = { words: 120, han: 200 } as const;

type Say = (text: Text) => string;

const HAN = /\p{Script=Han}/gu;
const WORD = /[\p{L}\p{N}]+(?:[’'.,:%/-][\p{L}\p{N}]+)*/gu;

/** Which part of the fold a text takes: 1 is all of it. */
export function weightOf(text: string): number {
  const han = text.match(HAN)?.length ?? 0;
  const words = text.replace(HAN, ' ').match(WORD)?.length ?? 0;
  return words / FOLD.words + han / FOLD.han;
}

/** The same of whole parts, with all that is seen of them: their buttons too. */
export const weightOfParts = (parts: readonly Part[], say: Say): number =>
  parts.flatMap(textsIn).reduce((sum, text) => sum + weightOf(say(text)), 0);

function textsIn(part: Part): Text[] {
  switch (part.kind) {
    case 'block':
      return [
        ...(part.heading === null ? [] : [part.heading]),
        ...part.lines,
        ...part.small,
        ...part.presses.map(({ text }) => text),
      ];
    case 'text':
      return [part.text];
    case 'presses':
      return part.presses.map(({ text }) => text);
    case 'chart':
    case 'file':
    case 'card':
    case 'effects':
    case 'suggestions':
      return [];
  }
}

/** As much of a person's words as this part of the fold holds; where some are missing, a mark says so. */
export function cutTo(text: string, weight: number): string {
  if (weightOf(text) <= weight) return text;
  const pieces = text.match(/\p{Script=Han}|[^\p{Script=Han}\s]+|\s+/gu) ?? [];
  const kept: string[] = [];
  for (const piece of pieces) {
    if (weightOf([...kept, piece].join('')) > weight) break;
    kept.push(piece);
  }
  return `${kept.join('').trimEnd()}…`;
}
