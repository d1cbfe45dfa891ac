import { describe, expect, it } from 'vitest';

import { readChineseNumber } from '../../src/flow/chinese-number.ts';
import { readNumber } from '../../src/flow/read-number.ts';

describe('a typed number', () => {
  it.each([
    ['128', 128],
    ['１２８', 128],
    [' 3.5 ', 3.5],
    ['.5', 0.5],
    ['-3', -3],
    ['−3', -3],
    ['负3', -3],
    ['+7', 7],
    ['-0', 0],
    ['1,234', 1234],
    ['1,234,567.5', 1_234_567.5],
    ['１，２３４', 1234],
    ['12%', 12],
    ['4.2 %', 4.2],
    ['百分之十二', 12],
    ['1.2万', 12_000],
    ['1.1万', 11_000],
    ['3千', 3000],
    ['三千', 3000],
    ['两万', 20_000],
    ['三百', 300],
    ['2百万', 2_000_000],
    ['1亿', 100_000_000],
    ['5k', 5000],
    ['1.5w', 15_000],
    ['2m', 2_000_000],
    ['十二', 12],
    ['二十', 20],
    ['一百', 100],
    ['两', 2],
    ['12次', 12],
    ['二十个', 20],
    ['30 people', 30],
    ['3 km', 3],
    ['about 30', 30],
    ['大约 30 人', 30],
    ['¥50', 50],
    ['1000000000000', 1e12],
  ])('%s is %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each([
    '',
    'many',
    '3-5',
    '3 or 5',
    '1,5',
    '12,34',
    '1.2.3',
    '3/4',
    'NaN',
    'Infinity',
    '0x10',
    '1e3',
    '三百二十',
    '9'.repeat(100),
    '😀',
  ])('%s is no number', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });
});

describe('中文数字', () => {
  it('goes from 零 to 一百', () => {
    const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const texts = Array.from({ length: 99 }, (_, index) => {
      const [tens, ones] = [Math.floor((index + 1) / 10), (index + 1) % 10];
      return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[ones]}`;
    });
    expect(texts.map(readChineseNumber)).toEqual(texts.map((_, index) => index + 1));
    expect(readChineseNumber('零')).toBe(0);
    expect(readChineseNumber('一百')).toBe(100);
  });

  it.each(['', '十十', '二三', '百一', '个'])('%s is none', (text) => {
    expect(readChineseNumber(text)).toBeUndefined();
  });
});
