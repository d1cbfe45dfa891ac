import { describe, expect, it } from 'vitest';

import { dayRange } from '../../src/flow/day-range.ts';
import { clean, fold } from '../../src/flow/fold.ts';
import { readOptions } from '../../src/flow/read-choice.ts';
import { readDate } from '../../src/flow/read-date.ts';
import { readNumber } from '../../src/flow/read-number.ts';
import { readTime } from '../../src/flow/read-time.ts';
import { isSafePattern } from '../../src/flow/safe-pattern.ts';

describe('a pattern', () => {
  it.each([
    '^\\d{4}$',
    '^[a-z]+$',
    '^https?://',
    '(am|pm)$',
    '^(?:a|b)?c$',
    '^[(+*)]+$',
    '^\\(+$',
    '上午|下午',
    '^\\d{1,3}(?:,\\d{3})?$',
  ])('%s is safe', (pattern) => {
    expect(isSafePattern(pattern)).toBe(true);
  });

  it.each([
    '(',
    '[',
    '(a+)+',
    '(a*)*$',
    '(a|aa)+$',
    '(a|a)*b',
    '(?:a{1,5}){2,}',
    '^(.*)\\1$',
    '(?<n>a)\\k<n>',
    '(?<=a)b',
    '(?=a)b',
    'a*a*b',
    '.*.*x',
    '((a)b+)*',
    'x'.repeat(400),
  ])('%s is not', (pattern) => {
    expect(isSafePattern(pattern)).toBe(false);
  });
});

describe('a hostile text', () => {
  const hostile = [
    ' '.repeat(100_000),
    '1,'.repeat(50_000),
    '第'.repeat(100_000),
    'a and '.repeat(20_000),
    '9'.repeat(100_000),
    '\uD83D'.repeat(100_000),
  ];
  it.each(hostile.map((text, index) => [index, text] as const))('is read within 50 ms (%d)', (_, text) => {
    const range = dayRange({ kind: 'date' }, '2026-11-25');
    const options = [{ id: 'a', text: { key: 'a' } }];
    const readers = [
      clean,
      fold,
      readNumber,
      readTime,
      (t: string) => readDate(t, '2026-11-25', range),
      (t: string) => readOptions(t, options, () => ['a']),
    ];
    for (const read of readers) {
      const began = performance.now();
      read(text);
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });
});
