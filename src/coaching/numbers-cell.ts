import { fromDayNumber, toDayNumber } from '../calendar/day-number.ts';
import { clean, plain } from '../flow/fold.ts';
import { readDate } from '../flow/read-date.ts';
import { readNumber } from '../flow/read-number.ts';
import type { Text } from '../flow/text.ts';
import { metricOf, type MetricId } from './metric.ts';

const NO_DATA = new Set(['', '-', '--', '—', '——', '–', '/', 'n/a', 'na', 'null', '无', '暂无', '暂无数据', '无数据']);
const ECHOED = 40;

export const echo = (typed: string): string => Array.from(clean(typed)).slice(0, ECHOED).join('');

/** Nothing there is no number, and nobody's mistake. */
export const isBlank = (typed: string): boolean => NO_DATA.has(plain(typed));

export type Read = { readonly value: number } | { readonly problem: Text };

/** A number as it is typed or exported: 1,234 · 1.2万 · 3.74% · full-width digits. */
export function readCell(typed: string, metric: MetricId, saysPercent = true): Read {
  const { unit, isSigned } = metricOf(metric);
  const value = readNumber(typed);
  const hasSign = /[%％]|百分之/u.test(typed);
  if (value === undefined) return problem('numbers.problem.no-number', typed);
  if (unit !== 'percent' && hasSign) return problem('numbers.problem.no-percent', typed);
  if (value < 0 && !isSigned) return problem('numbers.problem.below-zero', typed);
  if (unit === 'count' && !isMade(metric) && !Number.isInteger(value)) return problem('numbers.problem.part', typed);
  // 0.43 in a spreadsheet is 43 % as often as it is 0.43 %.
  if (unit === 'percent' && !hasSign && !saysPercent && value > 0 && value < 1) {
    return { problem: { key: 'numbers.problem.fraction', values: { typed: echo(typed), times: round(value * 100) } } };
  }
  return { value };
}

const isMade = (metric: MetricId): boolean => metricOf(metric).isDerived === true && !metricOf(metric).isSigned;

const problem = (key: string, typed: string): Read => ({ problem: { key, values: { typed: echo(typed) } } });

/** Figures are kept and said to two places. */
const round = (value: number): number => Number(value.toFixed(2));

const EVER = { first: -Infinity, last: Infinity, values: { bounds: 'none', from: '', to: '' } } as const;
/** Where spreadsheets begin to count days, and between which counts a date of ours lies. */
const SPREADSHEET = { zero: toDayNumber('1899-12-30'), first: 40_000, last: 60_000 };

/** A date as it is typed or exported, with or without a time after it. */
export function readDay(typed: string, today: string): string | undefined {
  const [day = ''] = plain(typed).split(/[ t](?=\d{1,2}:)/u);
  if (/^\d{8}$/.test(day)) return readDay(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`, today);
  const counted = /^\d{5}(\.\d+)?$/.test(day) ? Math.floor(Number(day)) : 0;
  if (counted > SPREADSHEET.first && counted < SPREADSHEET.last) return fromDayNumber(SPREADSHEET.zero + counted);
  return readDate(day, today, EVER);
}
