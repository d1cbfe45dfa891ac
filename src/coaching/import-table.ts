import { CsvError, parse } from 'csv-parse/sync';

import { fold } from '../flow/fold.ts';
import type { Text } from '../flow/text.ts';

/** The columns of a list of accounts, by the names that people give them. */
const COLUMNS = {
  account: ['account', 'account name', 'name', '账号', '账号名称', '公众号', '名称'],
  platforms: ['platform', 'platforms', '平台'],
  operators: ['operator', 'operators', 'run by', 'editor', '运营', '运营者', '运营同学', '谁来做'],
  manager: ['manager', 'answers for it', '负责人', '谁负责'],
  time: ['time', 'check-in', 'check-in time', '时间', '小结时间'],
  language: ['language', 'locale', '语言'],
} as const;
export type Column = keyof typeof COLUMNS;

/** A row as whoever pasted it counts it: the first line is row 1. */
export type Row = { readonly row: number; readonly cells: Readonly<Partial<Record<Column, string>>> };

export type ImportTable =
  | { readonly kind: 'table'; readonly rows: readonly Row[] }
  | { readonly kind: 'problem'; readonly text: Text };

const ENDS = ['\r\n', '\n', '\r'];
const DELIMITERS = ['\t', ';', '；', ',', '，'] as const;
const problem = (key: string): ImportTable => ({ kind: 'problem', text: { key } });

/** A list as it is copied out of a spreadsheet or exported: tabs, commas or semicolons, quotes, empty lines. */
export function readImport(pasted: string): ImportTable {
  const text = pasted.replace(/^\uFEFF/u, '');
  const tables = DELIMITERS.map((delimiter) => cut(text, delimiter)).filter((lines) => lines !== null);
  const headed = tables.map((lines) => ({ lines, heads: (lines[0]?.cells ?? []).map(columnOf) }));
  const best = headed.toSorted((a, b) => known(b.heads) - known(a.heads))[0];
  if (!best || !best.heads.includes('account') || !best.heads.includes('operators'))
    return problem('import.error.head');
  const rows = best.lines.slice(1).flatMap(({ row, cells }): Row[] => {
    const named = best.heads.flatMap((column, i) => (column && cells[i] ? [[column, cells[i]] as const] : []));
    return named.length === 0 ? [] : [{ row, cells: Object.fromEntries(named) }];
  });
  return rows.length === 0 ? problem('import.error.rows') : { kind: 'table', rows };
}

const known = (heads: readonly (Column | null)[]): number => new Set(heads.filter((head) => head !== null)).size;

function columnOf(head: string): Column | null {
  const name = fold(head);
  const found = Object.entries(COLUMNS).find(([, names]) => names.some((one) => fold(one) === name));
  return found && isColumn(found[0]) ? found[0] : null;
}

const isColumn = (name: string): name is Column => Object.hasOwn(COLUMNS, name);

type Line = { readonly row: number; readonly cells: readonly string[] };

function cut(text: string, delimiter: string): readonly Line[] | null {
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: ENDS,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      skip_empty_lines: false,
    });
    const lines = records.map((cells, i) => ({ row: i + 1, cells }));
    return lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** Several in one cell: apart by a comma of either kind, a semicolon, a slash or a line. */
export const partsOf = (cell: string | undefined): readonly string[] =>
  (cell ?? '')
    .split(/[,，;；、/\n]+/u)
    .map((part) => part.trim())
    .filter(Boolean);
