import type { Locale } from '../coaching/member.ts';
import { narrowMarks } from './narrow-marks.ts';
import type { Type, Weight } from './type.ts';

/** A mark that does not begin a line: one may hang over the margin instead. */
const CLOSING = /^[\p{Po}\p{Pe}\p{Pf}]$/u;
/** A mark that does not end a line: it goes along to the next. */
const OPENING = /(?:[\p{Ps}\p{Pi}]|(?<=\s)["'])$/u;
/** Where a second mark would hang over: what the marks belong to goes along with them. */
const MARKED = /[^\p{P}\s][\p{Po}\p{Pe}\p{Pf}]+$/u;
/** More than any picture has room for: what is beyond is not read. */
const MOST = 1_200;

export type Room = {
  readonly type: Type;
  readonly locale: Locale;
  readonly size: number;
  readonly weight: Weight;
  /** In pixels. */
  readonly width: number;
  readonly lines: number;
};

/** A text in as many lines as there is room for; what is too long ends in an ellipsis. */
export function wrap(text: string, { type, locale, size, weight, width, lines: most }: Room): string[] {
  const fits = (line: string): boolean => type.width(line.trimEnd(), size, weight) <= width;
  const words = new Intl.Segmenter(locale, { granularity: 'word' }).segment(type.drawable(text).slice(0, MOST));
  const pieces = Array.from(words, ({ segment }) => segment).flatMap((word) =>
    fits(word) ? [word] : Array.from(word),
  );
  const lines = [''];
  for (const piece of pieces) {
    const line = lines.at(-1) ?? '';
    if (fits(line + piece) || (CLOSING.test(piece) && fits(line))) {
      lines[lines.length - 1] = line + piece;
      continue;
    }
    if (lines.length > most) break;
    const along = (CLOSING.test(piece) ? MARKED : OPENING).exec(line)?.[0] ?? '';
    lines[lines.length - 1] = line.slice(0, line.length - along.length);
    lines.push(along + piece.trimStart());
  }
  if (lines.length <= most) return lines.map((line) => line.trim());
  const kept = lines.slice(0, most);
  const last = cutOff(kept.at(-1) ?? '', { type, locale, size, weight, width });
  return [...kept.slice(0, -1), last].map((line) => line.trim());
}

/** The line with an ellipsis behind it, shortened where it would be too long. */
export function cutOff(line: string, { type, locale, size, weight, width }: Omit<Room, 'lines'>): string {
  const ellipsis = narrowMarks(locale, '…');
  const chars = Array.from(line.trim());
  while (chars.length > 0 && type.width(chars.join('') + ellipsis, size, weight) > width) chars.pop();
  return chars.join('').trimEnd() + ellipsis;
}
