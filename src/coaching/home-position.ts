import { shortDayText, type Text } from '../flow/text.ts';
import { showPress } from './canvas-parts.ts';
import { canvasFor, type Held } from './canvas-press.ts';
import { nextCard, nextPresses, openIn, whatOf, type Open } from './canvas-presses.ts';
import { elementText, markText, progressText } from './canvas-words.ts';
import { type Canvas, doneIn } from './canvas.ts';
import type { Coaching } from './decision.ts';
import type { Home } from './home.ts';
import type { Member } from './member.ts';

type Shown = Home['positions'][number];

/** So many accounts have room on the Home tab. */
const ACCOUNTS_SHOWN = 8;

/** The position in brief: one's own with one next step; of accounts that one answers for, what was shared. */
export function homePositions(
  coaching: Coaching,
  held: readonly Held[],
  now: { readonly member: Member; readonly at: Date },
): Shown[] {
  const canvases = held.slice(0, ACCOUNTS_SHOWN).map((one) => canvasFor(coaching, one, now));
  return canvases.map((canvas) =>
    canvas.sees === 'all' ? ownShown(canvas, openIn(now.member, canvas)) : sharedShown(canvas),
  );
}

function ownShown(canvas: Canvas, open: Open): Shown {
  const [first, ...others] = canvas.cards.map(markText);
  const marks = others.reduce<Text[]>(
    ([one], other) => (one ? [{ key: 'home.position-mark', values: { one, other } }] : []),
    first ? [first] : [],
  );
  return {
    heading: { key: 'home.position', values: { account: canvas.account.name, progress: progressText(canvas) } },
    lines: [...marks, nextText(canvas, open)],
    presses: [...nextPresses(canvas, open), ...(doneIn(canvas) > 0 ? [showPress(canvas)] : [])],
  };
}

function nextText(canvas: Canvas, open: Open): Text {
  const card = nextCard(canvas, open);
  if (!card) return { key: 'home.position-next.nothing' };
  const { element, minutes, version, confirmedOn } = card;
  const day = shortDayText(confirmedOn ?? version?.on ?? canvas.today);
  return {
    key: `home.position-next.${whatOf(card, open)}`,
    values: { element: elementText(element), minutes, day },
  };
}

const sharedShown = (canvas: Canvas): Shown => ({
  heading: { key: 'home.position', values: { account: canvas.account.name, progress: progressText(canvas) } },
  lines: doneIn(canvas) === 0 ? [{ key: 'position.empty-shared' }] : [],
  presses: doneIn(canvas) > 0 ? [showPress(canvas)] : [],
});
