import { elementText } from './canvas-words.ts';
import type { Canvas, Card } from './canvas.ts';
import type { Member } from './member.ts';
import type { Element } from './position.ts';
import type { Press } from './post.ts';
import { toSubject } from './subject.ts';

export type Open = ReadonlySet<Element>;

/** The exercises of this account that the member has answered something in, and not finished. */
export function openIn(
  { session, parked }: Pick<Member, 'session' | 'parked'>,
  { account, cards }: Pick<Canvas, 'account' | 'cards'>,
): Open {
  const open = [...parked, ...(session ? [session] : [])].filter(
    ({ facts, answers }) =>
      facts['account'] === account.id && Object.values(answers).some(({ preset }) => preset !== true),
  );
  const flows = new Set(open.map(({ flow }) => flow));
  return new Set(cards.filter(({ flow }) => flows.has(flow)).map(({ element }) => element));
}

type What = 'open' | 'do' | 'change' | 'sharpen' | 'again';

const WHAT = { none: 'do', due: 'change', draft: 'sharpen', fresh: 'again' } as const;

export const whatOf = ({ state, element }: Card, open: Open): What => (open.has(element) ? 'open' : WHAT[state]);

/** What is best done next: first what was begun, then what is missing, then what is old or still a draft. */
export function nextCard({ cards }: Canvas, open: Open): Card | null {
  const order: readonly What[] = ['open', 'do', 'change', 'sharpen'];
  for (const what of order) {
    const card = cards.find((one) => whatOf(one, open) === what);
    if (card) return card;
  }
  return null;
}

/** The exercise of a card: to be begun, gone on with or done again. The button names it. */
export const exercisePress = ({ account }: Canvas, card: Card, open: Open): Press => ({
  name: 'exercise',
  subject: toSubject(account.id, card.element),
  text: { key: `coach.press.exercise-${whatOf(card, open)}`, values: { element: elementText(card.element) } },
});

/** What can be done about a card, named: what is old may still be true. */
function pressesOf(canvas: Canvas, card: Card, open: Open): Press[] {
  const press = exercisePress(canvas, card, open);
  if (whatOf(card, open) !== 'change') return [press];
  const text = { key: 'coach.press.confirm-named', values: { element: elementText(card.element) } };
  return [{ name: 'confirm-element', subject: press.subject, text }, press];
}

/** What is best done next; what stands out is done with one press. */
export function nextPresses(canvas: Canvas, open: Open): Press[] {
  const next = nextCard(canvas, open);
  const [first, ...others] = next ? pressesOf(canvas, next, open) : [];
  return first ? [{ ...first, main: true }, ...others] : [];
}

/** What can be done about each card, in a row; what is best done next stands out. */
export function listPresses(canvas: Canvas, open: Open): Press[] {
  const next = nextCard(canvas, open);
  return canvas.cards.flatMap((card) => (card === next ? nextPresses(canvas, open) : pressesOf(canvas, card, open)));
}

/** Below a card itself, where nothing needs to be named. */
export function cardPresses({ account }: Canvas, { state, element, version }: Card): Press[] {
  const subject = toSubject(account.id, element);
  const due: Press[] = [
    { name: 'confirm-element', subject, text: { key: 'coach.press.confirm-element' } },
    { name: 'exercise', subject, text: { key: 'coach.press.exercise-change-it' } },
  ];
  const share: Press[] =
    version && version.sharedOn === null && account.manager !== null
      ? [
          {
            name: 'share-element',
            subject: toSubject(account.id, element, version.id),
            text: { key: 'coach.press.share-element' },
          },
        ]
      : [];
  return [...(state === 'due' ? due : []), ...share];
}
