import { exercisePress, nextCard, type Open } from './canvas-presses.ts';
import { elementText, titleText } from './canvas-words.ts';
import type { Canvas } from './canvas.ts';
import type { Part } from './post.ts';

type Block = Extract<Part, { kind: 'block' }>;

/** Where there is nothing to be seen yet: what it is for, and the first step, which takes a few minutes. */
export function emptyBlock(canvas: Canvas, open: Open): Block {
  const heading = titleText(canvas);
  const nothing = { kind: 'block', heading, small: [], presses: [] } as const;
  const next = canvas.sees === 'all' ? nextCard(canvas, open) : null;
  if (!next) return { ...nothing, lines: [{ key: 'position.empty-shared' }], small: [], presses: [] };
  const { element, minutes } = next;
  return {
    ...nothing,
    lines: [
      { key: 'position.empty', values: { count: canvas.cards.length } },
      { key: 'position.empty-begin', values: { element: elementText(element), minutes } },
    ],
    small: [],
    presses: [{ ...exercisePress(canvas, next, open), main: true }],
  };
}
