import { toDayNumber } from '../calendar/day-number.ts';
import type { JsonValue } from '../flow/session.ts';
import type { Account, Item } from './account.ts';
import { AGE } from './metric-value.ts';

export const AGES = [1, 3, 7, 30] as const;
const PIECES = 15;

/** What the numbers of a form are of. `oldest`: the age in days up to which there are whole days. */
export type Chosen =
  | { readonly kind: 'account' | 'gone' }
  | { readonly kind: 'item'; readonly item: Item; readonly age: number; readonly oldest: number };

/** A form that is drawn anew keeps what stands in a field of the same address: another account, another field. */
export const subjectAddress = (account: string): string => `subject.${account}`;
export const ageAddress = (item: string): string => `age.${item}`;

/** The last pieces, newest first. */
export const piecesOf = ({ items }: Account): Item[] =>
  items.toSorted((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id)).slice(0, PIECES);

/** What is chosen in the form; where nothing is, the last piece that has whole days behind it. */
export function chosenIn(account: Account, typed: Readonly<Record<string, JsonValue>>, today: string): Chosen {
  const pieces = piecesOf(account);
  const subject = typed[subjectAddress(account.id)] ?? undefined;
  if (subject === 'account' || pieces.length === 0) return { kind: 'account' };
  const item =
    typeof subject === 'string'
      ? account.items.find(({ id }) => id === subject)
      : (pieces.find(({ date }) => oldestOf(date, today) >= 1) ?? pieces[0]);
  if (!item) return { kind: 'gone' };
  const oldest = oldestOf(item.date, today);
  const chosen = AGES.find((known) => String(known) === typed[ageAddress(item.id)]);
  return { kind: 'item', item, age: chosen ?? usualAge(oldest), oldest };
}

const oldestOf = (date: string, today: string): number => toDayNumber(today) - 1 - toDayNumber(date);

/** What the backend shows of it today: from the seventh day on it stays much as it was. */
const usualAge = (oldest: number): number => AGES.findLast((age) => age <= Math.min(oldest, AGE)) ?? AGES[0];
