import type { Text } from '../flow/text.ts';
import { emptyBlock } from './canvas-empty.ts';
import { showPress } from './canvas-parts.ts';
import { listPresses, openIn } from './canvas-presses.ts';
import { elementText, progressText, stateLine, titleText } from './canvas-words.ts';
import { type Canvas, doneIn } from './canvas.ts';
import type { Member } from './member.ts';
import type { Part } from './post.ts';

/** So many accounts are told in one message. */
const ACCOUNTS_SHOWN = 10;

/** The exercises of one's own account with their progress, and what can be done about each. */
export function ownListParts(canvas: Canvas, member: Member): Part[] {
  const open = openIn(member, canvas);
  const isEmpty = doneIn(canvas) === 0 && open.size === 0;
  const shown = { sees: canvas.sees } as const;
  const lines = canvas.cards.map((card) => stateLine(card, { ...shown, isOpen: open.has(card.element) }));
  return [
    ...(isEmpty ? [{ ...emptyBlock(canvas, open), presses: [] }] : []),
    {
      kind: 'block',
      heading: isEmpty ? null : titleText(canvas),
      lines: isEmpty ? lines : [progressText(canvas), ...lines],
      small: [{ key: 'position.list-hint' }],
      presses: [...listPresses(canvas, open), ...(isEmpty ? [] : [showPress(canvas)])],
    },
  ];
}

/** Accounts that one answers for: what was shared of each, and the canvas of it. */
export const managedParts = (canvases: readonly Canvas[]): Part[] =>
  canvases.slice(0, ACCOUNTS_SHOWN).map((canvas): Part => {
    const elements = canvas.cards.flatMap(({ element, version }) => (version ? [elementText(element)] : []));
    const shared: Text = { key: 'position.shared-elements', values: { elements } };
    return {
      kind: 'block',
      heading: titleText(canvas),
      lines: elements.length > 0 ? [progressText(canvas), shared] : [{ key: 'position.empty-shared' }],
      small: [],
      presses: elements.length > 0 ? [showPress(canvas)] : [],
    };
  });
