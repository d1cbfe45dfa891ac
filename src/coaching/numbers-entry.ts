import { plusDays } from '../calendar/local-date.ts';
import { mondayOf } from '../calendar/working-days.ts';
import type { JsonValue } from '../flow/session.ts';
import type { Text } from '../flow/text.ts';
import type { Account, Snapshot } from './account.ts';
import { enteredOf, type MetricId } from './metric.ts';
import { isBlank, readCell } from './numbers-cell.ts';
import { doubtsOf } from './numbers-check.ts';
import { ageAddress, chosenIn, subjectAddress, type Chosen } from './numbers-choice.ts';
import { readPasted } from './numbers-pasted.ts';
import { knownOf } from './numbers-rows.ts';

export type Typed = Readonly<Record<string, JsonValue>>;
type Errors = Readonly<Record<string, readonly Text[]>>;

/** What a form with numbers came to: all of it, or nothing and why. Errors by the address of their field. */
export type Entry =
  | { readonly kind: 'refused'; readonly errors: Errors }
  | { readonly kind: 'entered'; readonly numbers: readonly Snapshot[]; readonly notKept: readonly string[] };

export function readEntry(account: Account, typed: Typed, today: string): Entry {
  const table = textOf(typed, 'table');
  const single = readFields(account, typed, today);
  const pasted =
    table === '' ? { numbers: [], problems: [], doubts: [], notKept: [] } : readPasted(account, table, today);
  const isSure = sure(typed);
  const tableErrors = [...pasted.problems, ...(isSure ? [] : pasted.doubts.map(toCheck))];
  const errors = { ...single.errors, ...(tableErrors.length > 0 && { table: someOf(tableErrors) }) };
  if (Object.keys(errors).length > 0) return { kind: 'refused', errors };
  const numbers = [...single.numbers, ...pasted.numbers];
  if (numbers.length > 0) return { kind: 'entered', numbers, notKept: pasted.notKept };
  const where = table === '' ? subjectAddress(account.id) : 'table';
  return { kind: 'refused', errors: { [where]: [{ key: 'numbers.problem.nothing' }] } };
}

const textOf = (typed: Typed, address: string): string => {
  const value = typed[address];
  return typeof value === 'string' ? value.trim() : '';
};

const sure = ({ sure: value }: Typed): boolean => Array.isArray(value) && value.includes('yes');

const toCheck = (problem: Text): Text => ({ key: 'numbers.problem.check', values: { problem } });

const SHOWN = 10;

function someOf(errors: readonly Text[]): Text[] {
  const more = errors.length - SHOWN;
  return [...errors.slice(0, SHOWN), ...(more > 0 ? [{ key: 'numbers.table.more', values: { count: more } }] : [])];
}

type Fields = { readonly numbers: readonly Snapshot[]; readonly errors: Errors };

function readFields(account: Account, typed: Typed, today: string): Fields {
  const chosen = chosenIn(account, typed, today);
  const given = fieldsOf(chosen)
    .map((metric) => ({ metric, text: textOf(typed, metric) }))
    .filter(({ text }) => !isBlank(text));
  if (given.length === 0) return { numbers: [], errors: {} };
  const read = given.map(({ metric, text }) => ({ metric, ...readCell(text, metric) }));
  const values = new Map(read.flatMap((one) => ('value' in one ? [[one.metric, one.value] as const] : [])));
  const place = placeOf(chosen, { account: account.id, today });
  const errors = new Map<string, Text[]>(
    read.flatMap((one) => ('problem' in one ? [[one.metric, [one.problem]]] : [])),
  );
  if ('problem' in place) errors.set(place.address, [place.problem]);
  else for (const [metric, text] of doubts(account, { place, values }, sure(typed))) errors.set(metric, [text]);
  if (errors.size > 0 || 'problem' in place) return { numbers: [], errors: Object.fromEntries(errors) };
  const subject = place.subject === 'account' ? 'account' : place.subject.id;
  const numbers = [...values].map(([name, value]): Snapshot => ({ ...place, subject, name, value, source: 'form' }));
  return { numbers, errors: {} };
}

type Place = {
  readonly subject: Account['items'][number] | 'account';
  readonly on: string;
  readonly age: number | null;
};
type NoPlace = { readonly address: string; readonly problem: Text };

function placeOf(
  chosen: Chosen,
  { account, today }: { readonly account: string; readonly today: string },
): Place | NoPlace {
  switch (chosen.kind) {
    case 'account':
      return { subject: 'account', on: plusDays(mondayOf(today), -1), age: null };
    case 'gone':
      return { address: subjectAddress(account), problem: { key: 'numbers.problem.piece-gone' } };
    case 'item': {
      const { item, age, oldest } = chosen;
      if (oldest < 1) return { address: subjectAddress(account), problem: { key: 'numbers.problem.too-new' } };
      if (age > oldest)
        return { address: ageAddress(item.id), problem: { key: 'numbers.problem.too-young', values: { age, oldest } } };
      return { subject: item, on: plusDays(item.date, age), age };
    }
  }
}

/** Those of the form that was sent; of a piece that is gone it may be either. */
const fieldsOf = ({ kind }: Chosen): readonly MetricId[] =>
  kind === 'gone' ? [...new Set([...enteredOf('item'), ...enteredOf('account')])] : enteredOf(kind);

type Given = { readonly place: Place; readonly values: ReadonlyMap<MetricId, number> };

/** Each under a field that was filled in. */
function doubts({ numbers }: Account, { place, values }: Given, isSure: boolean): [MetricId, Text][] {
  const all = new Map([...knownOf(numbers, place), ...values]);
  return doubtsOf(all, new Set(values.keys()))
    .filter(({ mayBe }) => !mayBe || !isSure)
    .map(({ metric, text, mayBe }) => {
      const [first = metric] = values.keys();
      return [values.has(metric) ? metric : first, mayBe ? toCheck(text) : text];
    });
}
