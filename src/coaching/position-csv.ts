import { stringify } from 'csv-stringify/sync';

import type { Text } from '../flow/text.ts';
import type { Table } from './position-tables.ts';

/**
 * A table as CSV that a spreadsheet opens as it is: a byte order mark, so that it is taken for UTF-8, and a ' before
 * what would be taken for a formula.
 */
export const toCsv = ({ header, rows }: Table, say: (text: Text) => string): string =>
  stringify(
    [header, ...rows].map((row) => row.map((cell) => cellOf(cell, say))),
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  );

const cellOf = (cell: Table['rows'][number][number], say: (text: Text) => string): string => {
  if (cell === null) return '';
  return 'key' in cell ? say(cell) : cell.map(say).join('\n');
};
