import type { Font, Glyph } from './font.ts';

export type Weight = 'regular' | 'bold';

/** Text set in a font: how wide it is, and its outlines. */
export type Type = {
  width(text: string, size: number, weight: Weight): number;
  /** SVG with its baseline at 0 0, beginning there. */
  outline(text: string, size: number, weight: Weight): string;
  /** Without what the font cannot draw: emoji, Arabic, marks of direction. */
  drawable(text: string): string;
};

export function createType(fonts: Readonly<Record<Weight, Font>>): Type {
  const glyphs = (text: string, weight: Weight): Glyph[] =>
    Array.from(text, (char) => fonts[weight].glyph(char)).filter((glyph) => glyph !== null);
  const scale = (size: number, weight: Weight): number => size / fonts[weight].unitsPerEm;

  return {
    width: (text, size, weight) =>
      glyphs(text, weight).reduce((sum, { advance }) => sum + advance, 0) * scale(size, weight),
    outline: (text, size, weight) => {
      let pen = 0;
      const paths = glyphs(text, weight).map(({ path, advance }) => {
        const at = pen;
        pen += advance;
        return path && `<path transform="translate(${at} 0)" d="${path}"/>`;
      });
      const by = scale(size, weight);
      return `<g transform="scale(${by} ${-by})">${paths.join('')}</g>`;
    },
    drawable: (text) =>
      Array.from(text.replaceAll(/\s+/g, ' '))
        .filter((char) => fonts.regular.glyph(char) !== null)
        .join('')
        .replaceAll(/ {2,}/g, ' ')
        .trim(),
  };
}
