import { readChineseNumber } from './chinese-number.ts';
import { plain } from './fold.ts';

const MAX_TYPED = 60;
const TIMES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  萬: 10_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
  k: 1000,
  w: 10_000,
  m: 1_000_000,
};
// "about", a currency sign or 百分之 before; a sign; digits or 中文数字; a multiplier; then a unit without digits.
const FIGURE =
  /^(?:about|around|approx\.?|~|≈|约|大约|大概|差不多)? ?(?:百分之)?[¥$€£]?([-−负+]?)[¥$€£]?(\d[\d,]*(?:\.\d+)?|\.\d+|[零〇一二两三四五六七八九十]+) ?(百万|千万|[百千万萬亿]|[kwm](?![a-z]))?([^\d.,\-/:]*)$/u;

/** A figure as people type it: 1,234 · 1.2万 · 3k · 12% · 二十次 · about 30 people. */
export function readNumber(text: string): number | undefined {
  const typed = plain(text);
  if (typed.length > MAX_TYPED) return undefined;
  const [, sign = '', digits = '', times = '', unit = ''] = FIGURE.exec(typed) ?? [];
  const figure = readDigits(digits);
  if (figure === undefined || /[零〇一二两三四五六七八九十百千万亿]/u.test(unit)) return undefined;
  const scaled = figure * (TIMES[times] ?? 1);
  // 1.1 * 10000 is 11000.000000000002 in binary.
  const value = times ? Number(scaled.toPrecision(12)) : scaled;
  return value !== 0 && (sign === '-' || sign === '−' || sign === '负') ? -value : value;
}

function readDigits(digits: string): number | undefined {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''));
  if (/^(\d+(\.\d+)?|\.\d+)$/.test(digits)) return Number(digits);
  return readChineseNumber(digits);
}
