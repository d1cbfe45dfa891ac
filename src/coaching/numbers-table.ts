import { CsvError, parse } from 'csv-parse/sync';

import { fold } from '../flow/fold.ts';
import type { Text } from '../flow/text.ts';
import { readHeader, type Column } from './numbers-names.ts';

/** A row as the person counts it: the first line of what they pasted is row 1. */
export type Row = { readonly row: number; readonly cells: readonly string[] };
export type Head = { readonly name: string; readonly column: Column };

export type Table =
  | { readonly kind: 'table'; readonly heads: readonly Head[]; readonly rows: readonly Row[] }
  | { readonly kind: 'problem'; readonly text: Text };

const DELIMITERS = ['\t', ';', '；', ',', '，'] as const;
const ENDS = ['\r\n', '\n', '\r'];
/** A table may have a line or two of its own above the names of its columns. */
const HEAD_WITHIN = 5;

/** A table as it is copied out of a spreadsheet or exported: tabs, commas or semicolons, quotes, empty lines. */
export function readTable(pasted: string): Table {
  const text = pasted.replace(/^\uFEFF/u, '');
  const [delimiter, ...others] = DELIMITERS.toSorted((a, b) => columnsBy(text, b) - columnsBy(text, a));
  if (delimiter === undefined || others.length === 0) return problem('numbers.table.no-head');
  const lines = split(text, delimiter);
  if ('kind' in lines) return lines;
  const head = lines.slice(0, HEAD_WITHIN).findIndex(({ cells }) => headsOf(cells).some(isNumber));
  const heads = headsOf(lines[head]?.cells ?? []);
  if (heads.length === 0) return problem('numbers.table.no-head');
  const rows = lines.slice(head + 1).filter(({ cells }) => cells.some((cell) => cell !== '') && !isTotal(cells));
  return rows.length === 0 ? problem('numbers.table.no-rows') : { kind: 'table', heads, rows };
}

const problem = (key: string): Table => ({ kind: 'problem', text: { key } });

const TOTALS = new Set(['合计', '总计', '小计', 'total', 'sum']);
const isTotal = ([first = '']: readonly string[]): boolean => TOTALS.has(fold(first));

/** How many columns of ours a line of names has when it is cut here. */
const columnsBy = (text: string, delimiter: string): number =>
  Math.max(
    ...text
      .split(/\r\n|\n|\r/u)
      .filter((line) => line.trim() !== '')
      .slice(0, HEAD_WITHIN)
      .map((line) => headsOf(line.split(delimiter)).filter(({ column }) => column.kind !== 'other').length),
  );

const headsOf = (cells: readonly string[]): Head[] =>
  cells.map((cell) => {
    const name = cell.trim().replaceAll(/^["“”']+|["“”']+$/gu, '');
    return { name, column: readHeader(name) };
  });

const isNumber = ({ column: { kind } }: Head): boolean => kind === 'number' || kind === 'ambiguous';

function split(text: string, delimiter: string): readonly Row[] | Extract<Table, { kind: 'problem' }> {
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: ENDS,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      skip_empty_lines: false,
    });
    return records.map((cells, at) => ({ row: at + 1, cells }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { kind: 'problem', text: { key: 'numbers.table.quote' } };
  }
}
