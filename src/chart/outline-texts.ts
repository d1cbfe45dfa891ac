import type { Type } from './type.ts';

const TEXT = /<text\b([^>]*)>([^<]*)<\/text>/g;

/** Height of the middle of a digit or a Chinese character over the baseline, in ems. */
const MIDDLE = 0.37;

/** Draws the texts of ECharts' SVG as outlines, so that the renderer needs no font. */
export const outlineTexts = (svg: string, type: Type): string =>
  svg.replaceAll(TEXT, (_, attributes: string, escaped: string) => {
    const read = (name: string): string => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const text = unescape(escaped);
    const size = Number(/font-size:([\d.]+)px/.exec(read('style'))?.[1] ?? 12);
    const weight = /font-weight:(?:bold|700)/.test(read('style')) ? 'bold' : 'regular';
    const part = { start: 0, middle: 0.5, end: 1 }[read('text-anchor')] ?? 0;
    const x = Number(read('x')) - part * type.width(text, size, weight);
    const y = Number(read('y')) + (read('dominant-baseline') === 'central' ? MIDDLE * size : 0);
    const outline = type.outline(text, size, weight);
    return `<g fill="${read('fill')}" transform="${read('transform')} translate(${x} ${y})">${outline}</g>`;
  });

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
const unescape = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? '');
