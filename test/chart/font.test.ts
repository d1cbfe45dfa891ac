import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';

import { openFont } from '../../src/chart/font.ts';
import { narrowMarks } from '../../src/chart/narrow-marks.ts';
import { createType } from '../../src/chart/type.ts';
import { catalogs } from './charts.ts';

const fileOf = (name: string): URL =>
  new URL(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${name}/NotoSansSC_${name}.ttf`));
const FILES = { regular: fileOf('400Regular'), bold: fileOf('700Bold') };
const type = createType({ regular: openFont(FILES.regular), bold: openFont(FILES.bold) });

const SIZE = 100;
const pixelsOf = (inner: string, fontFiles: string[] = []): Buffer =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="140"><rect width="120" height="140" fill="#fff"/>${inner}</svg>`,
    { font: { loadSystemFonts: false, fontFiles } },
  ).render().pixels;

/** How far apart two pictures are: 0 is the same, 1 is black against white everywhere. */
const apart = (one: Buffer, other: Buffer): number =>
  one.reduce((sum, byte, i) => sum + Math.abs(byte - (other[i] ?? 0)), 0) / (255 * one.length);

describe('a font', () => {
  it.each(['regular', 'bold'] as const)('gives the outlines that a renderer of fonts draws (%s)', (weight) => {
    const { pathname } = FILES[weight];
    const shown = Array.from('一每周咨询平时没填龘①Agj8&%。，（').map((char) => {
      const escaped = char === '&' ? '&amp;' : char;
      const text = `<text x="10" y="110" font-size="${SIZE}" font-family="Noto Sans SC" font-weight="${weight}">${escaped}</text>`;
      const outline = `<g transform="translate(10 110)">${type.outline(char, SIZE, weight)}</g>`;
      return {
        char,
        apart: apart(pixelsOf(text, [pathname]), pixelsOf(outline)),
        blank: apart(pixelsOf(''), pixelsOf(outline)),
      };
    });
    expect(shown.filter((each) => each.apart > 0.002 || each.blank < 0.004)).toEqual([]);
  });

  it('has a glyph for every character of our words', () => {
    const words = Object.values(catalogs.en)
      .map((text) => narrowMarks('en', text))
      .concat(Object.values(catalogs['zh-CN']));
    const chars = new Set(words.join('').replaceAll(/\p{Extended_Pictographic}|\s|\uFE0F/gu, ''));
    expect([...chars].filter((char) => type.drawable(char) === '')).toEqual([]);
    expect(chars.size).toBeGreaterThan(500);
  });

  it('measures a Chinese character as one em and a digit as about half', () => {
    expect(type.width('平时', 20, 'regular')).toBe(40);
    expect(type.width('8', 20, 'regular')).toBeCloseTo(11, 0);
    expect(type.width('', 20, 'bold')).toBe(0);
  });

  it('says when a file is not a font that it can read', () => {
    expect(() => openFont(new URL(import.meta.url))).toThrow('the font has no table');
  });
});
