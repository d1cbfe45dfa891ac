import type { Text } from '../flow/text.ts';
import type { Account, Snapshot } from './account.ts';
import type { MetricId } from './metric.ts';
import { echo } from './numbers-cell.ts';
import { byTitle, readRow, type Of } from './numbers-rows.ts';
import { readTable, type Head } from './numbers-table.ts';
import { toWeeks } from './numbers-weeks.ts';

export type Pasted = {
  readonly numbers: readonly Snapshot[];
  readonly problems: readonly Text[];
  /** What could be so, and is worth a second look. */
  readonly doubts: readonly Text[];
  /** Columns of numbers that are not kept here. */
  readonly notKept: readonly string[];
};

/** A pasted table as numbers, or all that is wrong with it by row and column. */
export function readPasted(account: Account, pasted: string, today: string): Pasted {
  const table = readTable(pasted);
  if (table.kind === 'problem') return refused([table.text]);
  const { heads, rows } = table;
  const unclear = headProblems(heads);
  if (unclear.length > 0) return refused(unclear);
  const known = { account, titled: byTitle(account.items), heads, today };
  const read = rows.map((row) => readRow(row, known));
  const told = read.flatMap(({ read: of }) => (of ? [of] : []));
  return {
    numbers: toNumbers(told, today),
    problems: [...read.flatMap(({ problems }) => problems), ...twice(told)],
    doubts: read.flatMap(({ doubts }) => doubts),
    notKept: heads.filter(({ name, column }) => column.kind === 'other' && name !== '').map(({ name }) => echo(name)),
  };
}

const refused = (problems: readonly Text[]): Pasted => ({ numbers: [], problems, doubts: [], notKept: [] });

function headProblems(heads: readonly Head[]): Text[] {
  const unclear = heads.flatMap(({ name, column }): Text[] =>
    column.kind === 'ambiguous'
      ? [{ key: `numbers.table.ambiguous.${column.which}`, values: { column: echo(name) } }]
      : [],
  );
  const numbers = heads.flatMap(({ name, column }) =>
    column.kind === 'number' ? [{ name, metric: column.metric }] : [],
  );
  const again = numbers.flatMap(({ name, metric }, at): Text[] => {
    const first = numbers.findIndex((other) => other.metric === metric);
    const values = { column: echo(name), other: echo(numbers[first]?.name ?? '') };
    return first < at ? [{ key: 'numbers.table.same-column', values }] : [];
  });
  return [...unclear, ...again];
}

const idOf = ({ subject, on, age }: Of): string => (subject === 'account' ? `account ${on}` : `${subject.id} ${age}`);

function twice(told: readonly Of[]): Text[] {
  const first = new Map<string, number>();
  return told.flatMap((of): Text[] => {
    const before = first.get(idOf(of));
    first.set(idOf(of), before ?? of.row);
    return before === undefined ? [] : [{ key: 'numbers.table.twice', values: { row: of.row, first: before } }];
  });
}

function toNumbers(told: readonly Of[], today: string): Snapshot[] {
  const weeks = toWeeks(
    told.filter(({ subject }) => subject === 'account'),
    today,
  );
  return [
    ...told.flatMap(({ subject, on, age, values }) =>
      subject === 'account' ? [] : snapshots({ subject: subject.id, on, age }, values),
    ),
    ...weeks.flatMap(({ on, values }) => snapshots({ subject: 'account', on, age: null }, values)),
  ];
}

const snapshots = (of: Pick<Snapshot, 'subject' | 'on' | 'age'>, values: ReadonlyMap<MetricId, number>): Snapshot[] =>
  [...values].map(([name, value]) => ({ ...of, name, value, source: 'table' }));
