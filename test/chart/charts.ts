import { Resvg } from '@resvg/resvg-js';

import en from '../../locales/en.json' with { type: 'json' };
import zh from '../../locales/zh-CN.json' with { type: 'json' };
import { createChart } from '../../src/chart/create-chart.ts';
import type { Chart } from '../../src/coaching/chart.ts';
import { literal } from '../../src/flow/text.ts';
import { createTranslate } from '../../src/translate.ts';

export const catalogs = { en, 'zh-CN': zh };

export const draw = createChart(createTranslate(catalogs));

const MONDAYS = ['09-28', '10-05', '10-12', '10-19', '10-26', '11-02', '11-09', '11-16', '11-23'];
const mondays = (count: number) => MONDAYS.slice(-count).map((day) => `2026-${day}`);

export const numbers = (
  values: readonly (number | null)[],
  change: { title?: string; usual?: number } = {},
): Chart => ({
  kind: 'number',
  title: literal(change.title ?? '每周有多少人来咨询'),
  alt: literal(''),
  unit: 'count',
  weeks: mondays(values.length).map((monday, i) => ({ monday, value: values[i] ?? null })),
  usual: change.usual ?? null,
});

export const mix = (weeks: readonly (readonly [number, number, number])[], title = '每周发了什么'): Chart => ({
  kind: 'mix',
  title: literal(title),
  alt: literal(''),
  weeks: mondays(weeks.length).map((monday, i) => {
    const [useful, companyNews, promo] = weeks[i] ?? [0, 0, 0];
    return { monday, useful, companyNews, promo };
  }),
});

export type Picture = ReturnType<typeof look>;

/** A PNG as its pixels. */
export function look(png: Uint8Array) {
  const [width, height] = [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)];
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${href}" width="${width}" height="${height}"/></svg>`;
  return { width, height, pixels: new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels };
}

/** A rectangle in pixels: left, top, right, bottom. */
type Area = readonly [number, number, number, number];

/** The colours of an area, each as `#rrggbbaa`, and how many pixels have it. */
export function colours({ width, pixels }: Picture, [left, top, right, bottom]: Area): Map<string, number> {
  const counts = new Map<string, number>();
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = 4 * (y * width + x);
      const colour = `#${pixels.toString('hex', at, at + 4)}`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  return counts;
}
