import type { Locale } from '../coaching/member.ts';
import { TITLE } from './look.ts';
import { narrowMarks } from './narrow-marks.ts';
import type { Type } from './type.ts';

/** A mark that does not begin a line: one may hang over the margin instead. */
const CLOSING = /^[\p{Po}\p{Pe}\p{Pf}]$/u;
/** A mark that does not end a line: it goes along to the next. */
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/** The title in as many lines as there is room for; what is too long ends in an ellipsis. */
export function fitTitle(
  title: string,
  { type, locale, room }: { type: Type; locale: Locale; room: number },
): string[] {
  const fits = (line: string): boolean => type.width(line.trimEnd(), TITLE.size, 'bold') <= room;
  const words = new Intl.Segmenter(locale, { granularity: 'word' }).segment(type.drawable(title));
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
    const opening = OPENING.exec(line)?.[0] ?? '';
    lines[lines.length - 1] = line.slice(0, line.length - opening.length);
    lines.push(opening + piece.trimStart());
  }
  if (lines.length <= TITLE.lines) return lines.map((line) => line.trim());
  const [last = '', ...before] = lines.slice(0, TITLE.lines).toReversed();
  return [...before.toReversed(), shorten(last, fits, narrowMarks(locale, '…'))].map((line) => line.trim());
}

function shorten(line: string, fits: (line: string) => boolean, ellipsis: string): string {
  const chars = Array.from(line.trim());
  while (chars.length > 0 && !fits(chars.join('') + ellipsis)) chars.pop();
  return chars.join('').trimEnd() + ellipsis;
}
