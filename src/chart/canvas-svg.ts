import type { Text } from '../flow/text.ts';
import { APART, BODY, CARD, FOOT, GRID, HEAD, NAME, NOTE, PAGE, STATES, TITLE } from './canvas-look.ts';
import { mixBar } from './canvas-mix.ts';
import type { Kind, Sheet } from './frame.ts';
import { drawLines, stack } from './letters.ts';
import { INK, PAPER, QUIET_INK } from './look.ts';
import { wrap } from './wrap.ts';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

type Card = {
  readonly title: Text;
  readonly note: Text | null;
  readonly lines: readonly Text[];
  readonly state: keyof typeof STATES;
};

/** The canvas as SVG, every letter an outline: a card for each element, one for what stands beside them, the mix below. */
export function canvasSvg(chart: Kind<'canvas'>, sheet: Sheet): string {
  const { padding: x, width, height } = PAGE;
  const inner = width - 2 * x;
  const foot = chart.mix === null ? 0 : FOOT;
  const beside: Card = { ...chart.beside, note: null, state: 'beside' };
  const boxes = cells({ x, y: x + HEAD, width: inner, height: height - 2 * x - HEAD - foot });
  const cards: readonly Card[] = [...chart.cards.slice(0, boxes.length - 1), beside];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    headOf(chart, sheet),
    ...boxes.flatMap((box, i) => (cards[i] ? [cardOf(cards[i], box, sheet)] : [])),
    chart.mix === null ? '' : mixBar(chart.mix, { x, y: height - x - foot, width: inner, height: foot }, sheet),
    '</svg>',
  ].join('');
}

function cells({ x, y, width, height }: Box): Box[] {
  const { columns, rows, gap } = GRID;
  const size = { width: (width - gap * (columns - 1)) / columns, height: (height - gap * (rows - 1)) / rows };
  return Array.from({ length: columns * rows }, (_, i) => ({
    ...size,
    x: x + (i % columns) * (size.width + gap),
    y: y + Math.floor(i / columns) * (size.height + gap),
  }));
}

/** Whose position it is, and at the right how far it got and when. */
function headOf({ title, note }: Kind<'canvas'>, sheet: Sheet): string {
  const { padding, width } = PAGE;
  const noted = wrap(sheet.say(note), { ...sheet, ...NOTE, width: width / 3, lines: 1 });
  const noteWidth = sheet.type.width(noted.join(''), NOTE.size, NOTE.weight);
  const titled = wrap(sheet.say(title), { ...sheet, ...TITLE, width: width - 2 * padding - noteWidth - 24, lines: 1 });
  const besideTitle = { x: width - padding - noteWidth, y: padding + TITLE.line - NOTE.line - 3 };
  return [
    drawLines(sheet, titled, { x: padding, y: padding, letters: TITLE, ink: INK }),
    drawLines(sheet, noted, { ...besideTitle, letters: NOTE, ink: QUIET_INK }),
  ].join('');
}

function cardOf({ title, note, lines, state }: Card, box: Box, sheet: Sheet): string {
  const look = STATES[state];
  const x = box.x + CARD.padding;
  const width = box.width - 2 * CARD.padding;
  const name = wrap(sheet.say(title), { ...sheet, ...NAME, width, lines: 1 });
  const noted = note === null ? [] : wrap(sheet.say(note), { ...sheet, ...NOTE, width, lines: 2 });
  const noteAt = box.y + CARD.padding + NAME.line;
  const bodyAt = noteAt + noted.length * NOTE.line + 8;
  const height = box.y + box.height - CARD.padding - bodyAt;
  const body = stack(sheet, lines, { width, height, letters: BODY, apart: APART });
  return [
    frameOf(box, look),
    drawLines(sheet, name, { x, y: box.y + CARD.padding, letters: NAME, ink: look.name }),
    drawLines(sheet, noted, { x, y: noteAt, letters: NOTE, ink: look.note }),
    ...body.map(({ line, y }) => drawLines(sheet, [line], { x, y: bodyAt + y, letters: BODY, ink: look.body })),
  ].join('');
}

function frameOf(
  { x, y, width, height }: Box,
  { band, edge, paper, isDashed }: (typeof STATES)[Card['state']],
): string {
  const dashes = isDashed ? ' stroke-dasharray="5 4"' : '';
  const corners = `rx="${CARD.radius}"`;
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${corners} fill="${paper}" stroke="${edge}" stroke-width="1.2"${dashes}/>`,
    band === null ? '' : `<rect x="${x}" y="${y + 14}" width="${CARD.band}" height="20" fill="${band}"/>`,
  ].join('');
}
