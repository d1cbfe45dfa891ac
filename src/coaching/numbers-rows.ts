import { toDayNumber } from '../calendar/day-number.ts';
import { plusDays } from '../calendar/local-date.ts';
import { fold } from '../flow/fold.ts';
import { shortDayText, type Text } from '../flow/text.ts';
import type { Account, Item, Snapshot } from './account.ts';
import { AGE } from './metric-value.ts';
import { isMetric, metricOf, type MetricId } from './metric.ts';
import { echo, isBlank, readCell, readDay } from './numbers-cell.ts';
import { doubtsOf } from './numbers-check.ts';
import type { Head, Row } from './numbers-table.ts';

/** What one row says: of a piece or of the account, or what is wrong with it. */
export type RowRead = {
  readonly problems: readonly Text[];
  readonly doubts: readonly Text[];
  readonly read: Of | null;
};
export type Of = {
  readonly row: number;
  readonly subject: Item | 'account';
  readonly on: string;
  readonly age: number | null;
  readonly values: ReadonlyMap<MetricId, number>;
};

type Known = {
  readonly account: Account;
  readonly titled: Titled;
  readonly heads: readonly Head[];
  readonly today: string;
};

/** Pieces by their titles, where case, spaces and marks make no difference. */
export type Titled = ReadonlyMap<string, readonly Item[]>;
export const byTitle = (items: readonly Item[]): Titled => Map.groupBy(items, ({ title }) => fold(title));

type Place = Pick<Of, 'subject' | 'on' | 'age'>;

const AGE_MOST = 30;

export function readRow({ row, cells }: Row, known: Known): RowRead {
  const { heads } = known;
  if (cells.slice(heads.length).some((cell) => cell.trim() !== '')) {
    const values = { row, cells: cells.length, columns: heads.length };
    return refused([{ key: 'numbers.table.too-many-cells', values }]);
  }
  const place = placeOf({ row, cells }, known);
  if ('key' in place) return refused([place]);
  const { values, problems } = valuesOf({ row, cells }, heads, place.subject === 'account' ? 'account' : 'item');
  const of = { ...place, row, values };
  const doubts = doubtsOf(new Map([...knownOf(known.account.numbers, place), ...values]), new Set(values.keys()));
  const inCell = (metric: MetricId, problem: Text): Text => cell(row, nameOf(heads, metric), problem);
  return {
    problems: [...problems, ...doubts.filter(({ mayBe }) => !mayBe).map(({ metric, text }) => inCell(metric, text))],
    doubts: doubts.filter(({ mayBe }) => mayBe).map(({ metric, text }) => inCell(metric, text)),
    read: problems.length > 0 ? null : of,
  };
}

const refused = (problems: readonly Text[]): RowRead => ({ problems, doubts: [], read: null });

const cell = (row: number, column: string, problem: Text): Text => ({
  key: 'numbers.table.cell',
  values: { row, column: echo(column), problem },
});

const nameOf = (heads: readonly Head[], metric: MetricId): string =>
  heads.find(({ column }) => column.kind === 'number' && column.metric === metric)?.name ?? '';

type Found = { readonly name: string; readonly typed: string };

function cellOf({ cells }: Row, heads: readonly Head[], kind: 'title' | 'date' | 'age'): Found | undefined {
  const at = heads.findIndex(({ column }) => column.kind === kind);
  const typed = at < 0 ? '' : (cells[at] ?? '').trim();
  return at < 0 || isBlank(typed) ? undefined : { name: heads[at]?.name ?? '', typed };
}

/** Which piece at which age, or which day of the account. */
function placeOf(row: Row, { titled: pieces, heads, today }: Known): Place | Text {
  const dated = cellOf(row, heads, 'date');
  const date = dated && readDay(dated.typed, today);
  if (dated && date === undefined) return cell(row.row, dated.name, noDate(dated.typed));
  const titled = cellOf(row, heads, 'title');
  if (!titled) return date === undefined ? rowText('numbers.table.no-place', row.row) : ofAccount(row.row, date, today);
  const item = pieceOf(pieces, titled.typed, date);
  if ('key' in item) return cell(row.row, titled.name, item);
  return atAge(item, { row: row.row, aged: cellOf(row, heads, 'age'), today });
}

const noDate = (typed: string): Text => ({ key: 'numbers.problem.no-date', values: { typed: echo(typed) } });

const rowText = (key: string, row: number): Text => ({ key, values: { row } });

const ofAccount = (row: number, on: string, today: string): Place | Text =>
  on >= today ? rowText('numbers.table.account-today', row) : { subject: 'account', on, age: null };

function pieceOf(pieces: Titled, typed: string, date: string | undefined): Item | Text {
  const named = pieces.get(fold(typed)) ?? [];
  const found = date === undefined ? named : named.filter((item) => item.date === date);
  const [only, ...others] = found.length > 0 ? found : date === undefined ? [] : named;
  const title = echo(typed);
  if (!only) return { key: 'numbers.problem.no-piece', values: { title } };
  if (others.length > 0) return { key: 'numbers.problem.two-pieces', values: { title } };
  if (date === undefined || only.date === date) return only;
  return { key: 'numbers.problem.other-day', values: { title, day: shortDayText(only.date) } };
}

type Aged = { readonly row: number; readonly aged: Found | undefined; readonly today: string };

/** With no age beside it: what the backend says by now, which no longer changes from the seventh day on. */
function atAge(item: Item, { row, aged, today }: Aged): Place | Text {
  const oldest = toDayNumber(today) - 1 - toDayNumber(item.date);
  if (oldest < 0) return { key: 'numbers.table.piece-today', values: { row, title: echo(item.title) } };
  const age = aged ? readAge(aged.typed) : Math.min(AGE, oldest);
  if (aged && (age === undefined || age > AGE_MOST)) {
    return cell(row, aged.name, { key: 'numbers.problem.no-age', values: { typed: echo(aged.typed) } });
  }
  if (age === undefined || age > oldest) {
    return cell(row, aged?.name ?? '', { key: 'numbers.problem.too-young', values: { age: age ?? 0, oldest } });
  }
  return { subject: item, on: plusDays(item.date, age), age };
}

/** 7 · T+7 · 第7天 · 7 days */
const readAge = (typed: string): number | undefined => {
  const [digits] = /\d{1,3}/.exec(typed.normalize('NFKC')) ?? [];
  return digits === undefined ? undefined : Number(digits);
};

function valuesOf(
  { row, cells }: Row,
  heads: readonly Head[],
  of: 'item' | 'account',
): { readonly values: Map<MetricId, number>; readonly problems: Text[] } {
  const values = new Map<MetricId, number>();
  const problems: Text[] = [];
  for (const [at, { name, column }] of heads.entries()) {
    const typed = cells[at] ?? '';
    if (column.kind !== 'number' || isBlank(typed)) continue;
    const { metric, times, saysPercent } = column;
    const allowed = metricOf(metric).of;
    const read = readCell(typed, metric, saysPercent);
    if (allowed !== 'both' && allowed !== of) problems.push(cell(row, name, { key: `numbers.problem.not-of-${of}` }));
    else if ('problem' in read) problems.push(cell(row, name, read.problem));
    else values.set(metric, read.value * times);
  }
  return { values, problems };
}

/** What is known already of the same piece at the same age, or of the account on the same day. */
export const knownOf = (
  numbers: readonly Snapshot[],
  { subject, on, age }: Place,
): readonly (readonly [MetricId, number])[] =>
  numbers.flatMap((one) => {
    const isOf = subject === 'account' ? one.subject === 'account' && one.on === on : one.subject === subject.id;
    return isOf && one.age === age && isMetric(one.name) ? [[one.name, one.value] as const] : [];
  });
