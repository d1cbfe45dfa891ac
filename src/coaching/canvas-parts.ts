import type { Text } from '../flow/text.ts';
import { agreedText } from './canvas-agreed.ts';
import { canvasChart } from './canvas-chart.ts';
import { cardPresses, exercisePress, nextCard, type Open } from './canvas-presses.ts';
import { changedText, elementText, progressText, titleText, whoText } from './canvas-words.ts';
import type { Canvas, Card } from './canvas.ts';
import type { Names } from './named.ts';
import type { Part, Press } from './post.ts';
import { toSubject } from './subject.ts';

/** So many changes of an element are told on the canvas; its history has the rest. */
const CHANGES_SHOWN = 3;

type Block = Extract<Part, { kind: 'block' }>;
const block = (
  heading: Text | null,
  lines: readonly Text[],
  more: Partial<Pick<Block, 'small' | 'presses'>> = {},
): Block => ({ kind: 'block', heading, lines: [...lines], small: [], presses: [], ...more });

/**
 * The canvas as one message: the picture, then each element in words with what can be done about it.
 * `names` are those of the people in it.
 */
export function canvasParts(canvas: Canvas, names: Names, open: Open): Part[] {
  return [
    block(titleText(canvas), [progressText(canvas)]),
    { kind: 'chart', chart: canvasChart(canvas, names) },
    ...canvas.cards.flatMap((card) => (card.version ? [cardBlock(canvas, card)] : [])),
    ...missingBlock(canvas, open),
    ...agreedBlock(canvas),
    { kind: 'presses', presses: [exportPress(canvas)] },
  ];
}

function cardBlock(canvas: Canvas, card: Card): Block {
  const { sees } = canvas;
  const grade: Text[] = sees === 'all' && card.version ? [{ key: `position.grade.${card.version.grade}` }] : [];
  return block({ key: `position.sheet.${card.element}` }, card.lines, {
    small: [...card.small, ...grade, ...whoText(card, sees), ...changedText(card, CHANGES_SHOWN)],
    presses: sees === 'all' ? cardPresses(canvas, card) : [],
  });
}

function missingBlock(canvas: Canvas, open: Open): Block[] {
  const missing = canvas.cards.filter(({ version }) => version === null);
  if (missing.length === 0) return [];
  const elements = missing.map(({ element }) => elementText(element));
  if (canvas.sees === 'shared') return [block(null, [{ key: 'position.missing-shared', values: { elements } }])];
  const next = nextCard(canvas, open);
  return [
    block(null, [{ key: 'position.missing', values: { elements } }], {
      presses: next ? [{ ...exercisePress(canvas, next, open), main: true }] : [],
    }),
  ];
}

/** What both sides agreed on, and what waits to be written about. */
function agreedBlock({ agreed: { settled }, topicsOpen }: Canvas): Block[] {
  return [
    ...(settled.length > 0 ? [block({ key: 'position.agreed' }, settled.map(agreedText))] : []),
    ...(topicsOpen ? [block(null, [{ key: 'position.topics-open', values: { count: topicsOpen } }])] : []),
  ];
}

export const showPress = ({ account }: Pick<Canvas, 'account'>): Press => ({
  name: 'show-position',
  subject: toSubject(account.id),
  text: { key: 'coach.press.show-position' },
});

const exportPress = ({ account }: Canvas): Press => ({
  name: 'export-position',
  subject: toSubject(account.id),
  text: { key: 'coach.press.export-position' },
});
