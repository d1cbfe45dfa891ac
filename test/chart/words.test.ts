import { describe, expect, it } from 'vitest';

import { figure, weekLabels } from '../../src/chart/figures.ts';
import { fitTitle } from '../../src/chart/fit-title.ts';
import { narrowMarks } from '../../src/chart/narrow-marks.ts';
import { outlineTexts } from '../../src/chart/outline-texts.ts';
import type { Type } from '../../src/chart/type.ts';

/** Ten pixels a character, Chinese or not. */
const type: Type = {
  width: (text) => 10 * Array.from(text).length,
  outline: (text) => `<path d="${text}"/>`,
  drawable: (text) => text,
};
const fit = (title: string, room: number, locale: 'en' | 'zh-CN' = 'en') => fitTitle(title, { type, locale, room });

describe('a figure', () => {
  it.each([
    ['en', 4, 'count', '4'],
    ['en', 9_800, 'count', '9,800'],
    ['en', 12_000, 'count', '12K'],
    ['en', 1_000_000, 'count', '1M'],
    ['en', -12_345, 'count', '-12.3K'],
    ['zh-CN', 12_345, 'count', '1.2万'],
    ['zh-CN', 1_000_000, 'count', '100万'],
    ['zh-CN', 2.86, 'percent', '2.9%'],
    ['en', 3, 'percent', '3%'],
    ['en', -0.04, 'percent', '0%'],
  ] as const)('in %s is short: %d %s → %s', (locale, value, unit, shown) => {
    expect(figure(locale, value, unit)).toBe(shown);
  });
});

describe('the weeks', () => {
  it('are told by their Mondays', () => {
    expect(weekLabels('zh-CN', ['2026-11-02', '2026-11-09'])).toEqual(['11月2日', '11月9日']);
    expect(weekLabels('en', ['2026-11-02', '2026-11-09'])).toEqual(['Nov 2', 'Nov 9']);
  });

  it('tell the month only where it changes when there are many, and for the latest', () => {
    const mondays = ['09-28', '10-05', '10-12', '10-19', '10-26', '11-02', '11-09', '11-16'].map(
      (day) => `2026-${day}`,
    );
    expect(weekLabels('zh-CN', mondays)).toEqual('9月28日 10月5日 12日 19日 26日 11月2日 9日 11月16日'.split(' '));
  });
});

describe('a title', () => {
  it('stands on one line where it fits', () => {
    expect(fit('Enquiries', 90)).toEqual(['Enquiries']);
  });

  it('goes on to a second line between words, and between Chinese characters', () => {
    expect(fit('New followers a week', 130)).toEqual(['New followers', 'a week']);
    expect(fit('每周有多少人', 40, 'zh-CN').join('')).toBe('每周有多少人');
    expect(fit('每周有多少人', 40, 'zh-CN')).toHaveLength(2);
  });

  it('ends in an ellipsis when two lines are not enough', () => {
    expect(fit('x'.repeat(50), 100)).toEqual(['xxxxxxxxxx', 'xxxxxxx...']);
    expect(fit('一'.repeat(50), 40, 'zh-CN')).toEqual(['一一一一', '一一一…']);
  });

  it('takes an opening bracket along to the next line', () => {
    expect(fit('一一一（二二', 40, 'zh-CN')).toEqual(['一一一', '（二二']);
  });

  it('lets one mark hang over the margin, and no more', () => {
    expect(fit('一一一一。一', 40, 'zh-CN')).toEqual(['一一一一。', '一']);
    expect(fit('！'.repeat(50), 40, 'zh-CN').map((line) => line.length)).toEqual([5, 4]);
  });
});

describe('words in a picture', () => {
  it('have narrow marks in English, where a Chinese font has wide ones', () => {
    expect(narrowMarks('en', '“Don’t”…')).toBe(`"Don't"...`);
    expect(narrowMarks('zh-CN', '“平时”…')).toBe('“平时”…');
  });

  it('become outlines where they stood', () => {
    const svg =
      '<text dominant-baseline="central" text-anchor="middle" style="font-size:20px;font-weight:bold;" y="6" transform="translate(50 60)" fill="#333">a&lt;b</text>';
    expect(outlineTexts(svg, type)).toBe(
      '<g fill="#333" transform="translate(50 60) translate(-15 13.4)"><path d="a<b"/></g>',
    );
  });
});
