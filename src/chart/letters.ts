import type { Text } from '../flow/text.ts';
import type { Sheet } from './frame.ts';
import type { Weight } from './type.ts';
import { cutOff, wrap } from './wrap.ts';

/** Letters of a size, and how far one line is from the next, in pixels. */
export type Letters = { readonly size: number; readonly line: number; readonly weight: Weight };

/** Height of the middle of a digit or a Chinese character over the baseline, in ems. */
const MIDDLE = 0.37;

/** Lines below each other, as outlines; `x` and `y` are the top left. */
export const drawLines = (
  { type }: Pick<Sheet, 'type'>,
  lines: readonly string[],
  { x, y, letters, ink }: { readonly x: number; readonly y: number; readonly letters: Letters; readonly ink: string },
): string =>
  lines
    .map((line, i) => {
      const baseline = y + letters.line * (i + 0.5) + MIDDLE * letters.size;
      return `<g fill="${ink}" transform="translate(${x} ${baseline})">${type.outline(line, letters.size, letters.weight)}</g>`;
    })
    .join('');

type Placed = { readonly line: string; readonly y: number };
type Room = { readonly width: number; readonly height: number; readonly letters: Letters; readonly apart: number };

/** Texts one below the other, each wrapped, with where each line begins; what has no room is told by an ellipsis. */
export function stack(
  { type, locale, say }: Sheet,
  texts: readonly Text[],
  { width, height, letters, apart }: Room,
): readonly Placed[] {
  const room = { type, locale, size: letters.size, weight: letters.weight, width };
  const placed: Placed[] = [];
  let y = 0;
  for (const text of texts) {
    const lines = Math.floor((height - y) / letters.line);
    if (lines < 1) {
      const last = placed.pop();
      return last ? [...placed, { ...last, line: cutOff(last.line.replace(/(?:…|\.\.\.)$/, ''), room) }] : placed;
    }
    const wrapped = wrap(say(text), { ...room, lines });
    placed.push(...wrapped.map((line, at) => ({ line, y: y + at * letters.line })));
    y += wrapped.length * letters.line + apart;
  }
  return placed;
}
