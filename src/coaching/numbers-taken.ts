import { plusDays } from '../calendar/local-date.ts';
import { mondayOf } from '../calendar/working-days.ts';
import { shortDayText, type Text } from '../flow/text.ts';
import type { Account, Snapshot } from './account.ts';
import { metricText, valueText } from './metric-words.ts';
import { isMetric } from './metric.ts';
import { echo } from './numbers-cell.ts';
import { meaningOf } from './numbers-meaning.ts';
import type { Part } from './post.ts';

type Taken = { readonly numbers: readonly Snapshot[]; readonly notKept: readonly string[] };

/** What was taken, and what it means. `account` has it already. */
export function takenParts(account: Account, { numbers, notKept }: Taken): Part[] {
  const meaning = meaningOf(account, numbers);
  const small = notKept.length > 0 ? [{ key: 'numbers.not-kept', values: { columns: [...notKept] } }] : [];
  const lines = [whatOf(account, numbers), ...(meaning ? [meaning] : [])];
  return [{ kind: 'block', heading: null, lines, small, presses: [] }];
}

function whatOf({ items, name }: Account, numbers: readonly Snapshot[]): Text {
  const [first] = numbers;
  const piece = items.find(({ id }) => id === first?.subject);
  const isOne =
    first && numbers.every(({ subject, age, on }) => subject === first.subject && age === first.age && on === first.on);
  if (!isOne || (!piece && first.subject !== 'account')) {
    const pieces = new Set(numbers.flatMap(({ subject }) => (subject === 'account' ? [] : [subject]))).size;
    const weeks = new Set(numbers.flatMap(({ subject, on }) => (subject === 'account' ? [on] : []))).size;
    return { key: 'numbers.taken.table', values: { count: numbers.length, pieces, weeks } };
  }
  const values = { numbers: numbers.map(figure) };
  if (piece) {
    return { key: 'numbers.taken.piece', values: { ...values, title: echo(piece.title), age: first.age ?? 0 } };
  }
  const week = { from: shortDayText(mondayOf(first.on)), to: shortDayText(plusDays(mondayOf(first.on), 6)) };
  return { key: 'numbers.taken.account', values: { ...values, ...week, name } };
}

const figure = ({ name, value }: Snapshot): Text => ({
  key: 'numbers.figure',
  values: isMetric(name) ? { metric: metricText(name), value: valueText(name, value) } : { metric: name, value },
});
