import { literal } from '../flow/text.ts';
import { NOTE, SHADES } from './canvas-look.ts';
import type { Box } from './canvas-svg.ts';
import type { Kind, Sheet } from './frame.ts';
import { drawLines, type Letters } from './letters.ts';
import { QUIET_INK } from './look.ts';
import { wrap } from './wrap.ts';

type Mix = NonNullable<Kind<'canvas'>['mix']>;

const BAR = 34;
const GAP = 3;
const PADDING = 10;
const LETTERS: Letters = { size: 13.5, line: 18, weight: 'bold' };
/** In less room than this a name would be no more than an ellipsis. */
const LEAST = 38;

/** What is published as one bar: each pillar as long as its share, with its name where there is room for it. */
export function mixBar({ title, parts }: Mix, { x, y, width, height }: Box, sheet: Sheet): string {
  const { type, locale, say } = sheet;
  const sum = parts.reduce((all, { share }) => all + share, 0) || 1;
  const top = y + height - BAR;
  const titled = wrap(say(title), { type, locale, size: NOTE.size, weight: NOTE.weight, width, lines: 1 });
  const drawn = [drawLines(sheet, titled, { x, y: top - NOTE.line - 6, letters: NOTE, ink: QUIET_INK })];
  let at = x;
  for (const [i, { name, share }] of parts.entries()) {
    const shade = SHADES[i % SHADES.length] ?? SHADES[0];
    const long = (width * share) / sum;
    const room = long - GAP - 2 * PADDING;
    const percent = say({ key: 'position.chart.share', values: { percent: Math.round(share * 100) } });
    const rest = room - type.width(`${percent}  `, LETTERS.size, LETTERS.weight);
    const [named = ''] =
      rest < LEAST ? [''] : wrap(say(literal(name)), { type, locale, ...LETTERS, width: rest, lines: 1 });
    const words = [named, percent].filter(Boolean).join('  ');
    const fits = type.width(words, LETTERS.size, LETTERS.weight) <= room;
    drawn.push(
      `<rect x="${at}" y="${top}" width="${Math.max(1, long - GAP)}" height="${BAR}" rx="4" fill="${shade.fill}"/>`,
      drawLines(sheet, fits ? [words] : [], {
        x: at + PADDING,
        y: top + (BAR - LETTERS.line) / 2,
        letters: LETTERS,
        ink: shade.ink,
      }),
    );
    at += long;
  }
  return drawn.join('');
}
