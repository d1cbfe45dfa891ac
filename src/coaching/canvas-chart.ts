import { shortDayText, type Text } from '../flow/text.ts';
import { agreedText } from './canvas-agreed.ts';
import { elementText, progressText, stateText, titleText, whoText } from './canvas-words.ts';
import type { Canvas, Card } from './canvas.ts';
import type { Chart } from './chart.ts';
import { withNames, type Names } from './named.ts';

type CanvasChart = Extract<Chart, { kind: 'canvas' }>;

/** The canvas as a picture of one page. What its elements say is told beside it too, for those who cannot see it. */
export function canvasChart(canvas: Canvas, names: Names): CanvasChart {
  const { cards, today, mix, promoShare } = canvas;
  const named = (text: Text): Text => withNames(text, names);
  return {
    kind: 'canvas',
    title: titleText(canvas),
    note: { key: 'position.chart.note', values: { progress: progressText(canvas), day: shortDayText(today) } },
    alt: {
      key: 'position.chart.alt',
      values: {
        title: titleText(canvas),
        progress: progressText(canvas),
        elements: cards.map((card) => altOf(card, canvas)),
      },
    },
    cards: cards.map((card) => ({
      title: elementText(card.element),
      state: card.state,
      note: named(noteOf(card, canvas)),
      lines: card.lines.map(named),
    })),
    beside: {
      title: { key: 'position.chart.beside' },
      lines: besideOf(canvas).map(named),
    },
    mix: mix.length === 0 ? null : { title: mixTitle(promoShare), parts: [...mix] },
  };
}

const altOf = (card: Card, { sees }: Canvas): Text => ({
  key: 'position.chart.alt-element',
  values: { element: elementText(card.element), state: stateText(card, { sees, isOpen: false }) },
});

function noteOf(card: Card, { sees }: Canvas): Text {
  const [who] = whoText(card, 'shared');
  return who && card.state === 'fresh' ? who : stateText(card, { sees, isOpen: false });
}

/** What stands beside the elements: what both sides agreed on, and how much there is to write about. */
function besideOf({ agreed: { settled }, topicsOpen }: Canvas): Text[] {
  const topics: Text[] = topicsOpen ? [{ key: 'position.topics-open', values: { count: topicsOpen } }] : [];
  const lines = [...settled.map(agreedText), ...topics];
  return lines.length > 0 ? lines : [{ key: 'position.chart.nothing-beside' }];
}

const mixTitle = (promoShare: number | null): Text => ({
  key: 'position.chart.mix',
  values: { capped: promoShare === null ? 'no' : 'yes', percent: Math.round((promoShare ?? 0) * 100) },
});
