import { personText } from '../flow/step-text.ts';
import { literal, shortDayText, type Text } from '../flow/text.ts';
import { changeLine } from './canvas-changes.ts';
import { type Canvas, type Card, doneIn, type Sees } from './canvas.ts';
import type { Element } from './position.ts';

export const elementText = (element: Element): Text => ({ key: `position.element.${element}` });

export const titleText = ({ account }: Canvas): Text => ({
  key: 'position.title',
  values: { account: account.name },
});

export const progressText = (canvas: Canvas): Text => ({
  key: canvas.sees === 'all' ? 'position.progress' : 'position.progress-shared',
  values: { done: doneIn(canvas), total: canvas.cards.length },
});

/** Where an element stands, in a few words. `isOpen`: its exercise was begun and not finished. */
export function stateText(
  { state, version, confirmedOn, minutes }: Card,
  { sees, isOpen }: { readonly sees: Sees; readonly isOpen: boolean },
): Text {
  if (isOpen) return { key: 'position.state.open' };
  if (!version)
    return sees === 'all' ? { key: 'position.state.none', values: { minutes } } : { key: 'position.unshared' };
  const day = shortDayText(confirmedOn ?? version.on);
  const key = state === 'fresh' && confirmedOn !== null ? 'confirmed' : state;
  return { key: `position.state.${key}`, values: { day } };
}

const MARKS = { fresh: '●', due: '◔', draft: '◐', none: '○' } as const;

/** One element with no more than its mark. */
export const markText = ({ state, element }: Card): Text => ({
  key: 'position.mark',
  values: { mark: MARKS[state], element: elementText(element) },
});

/** One element in a line of a list. */
export const stateLine = (card: Card, shown: Parameters<typeof stateText>[1]): Text => ({
  key: 'position.line',
  values: { mark: MARKS[card.state], element: elementText(card.element), state: stateText(card, shown) },
});

/** Who worked it out and when, whether it still held when somebody looked, and who sees it. */
export function whoText({ version, confirmedOn }: Pick<Card, 'version' | 'confirmedOn'>, sees: Sees): Text[] {
  if (!version) return [];
  const { by, on, sharedOn } = version;
  const made: Text = { key: 'position.who', values: { who: personText(by), day: shortDayText(on) } };
  const confirmed: Text[] =
    confirmedOn === null ? [] : [{ key: 'position.state.confirmed', values: { day: shortDayText(confirmedOn) } }];
  const seen: Text =
    sharedOn === null
      ? { key: 'position.private' }
      : { key: 'position.shared-on', values: { day: shortDayText(sharedOn) } };
  return [dotted([made, ...confirmed, ...(sees === 'all' ? [seen] : [])])];
}

const dotted = ([first, ...rest]: readonly Text[]): Text =>
  rest.reduce((one, other): Text => ({ key: 'position.dotted', values: { one, other } }), first ?? literal(''));

/** What is another than in the version before, as far as a glance takes. */
export function changedText({ changes, changedFrom }: Card, most: number): Text[] {
  if (changedFrom === null) return [];
  const day = shortDayText(changedFrom);
  if (changes.length === 0) return [{ key: 'position.unchanged', values: { day } }];
  const more = Math.max(0, changes.length - most);
  return [{ key: 'position.changed', values: { day, changes: changes.slice(0, most).map(changeLine), more } }];
}
