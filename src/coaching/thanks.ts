import { dayText, literal, type Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import { shownOf, type Shown } from './digest-shown.ts';

/** One sentence of thanks, ready to be sent: the operator's words, or a piece that was for its readers. */
export function thanksIn({ entries, itemsOfWeek }: Pick<Shown, 'entries' | 'itemsOfWeek'>): Text | null {
  const told = entries.flatMap(({ win }) => win ?? [])[0];
  if (told !== undefined) return literal(told);
  const piece = itemsOfWeek.find(({ intent }) => intent !== 'promo');
  return piece ? { key: 'digest.thanks-piece', values: { title: piece.title, day: dayText(piece.date) } } : null;
}

export const thanksFor = (account: Account, week: string): Text | null => thanksIn(shownOf(account, week));

const MARKS = 2 ** 31;

/** A few characters that tell one sentence from another: a button sends what was shown beside it, or nothing. */
export const markOf = (words: Text): string =>
  Array.from(JSON.stringify(words))
    .reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % MARKS, 7)
    .toString(36);
