import { closeSync, openSync, readSync } from 'node:fs';

import { glyphPath } from './glyph-path.ts';

/** The outline of a character as the `d` of an SVG path, in font units with y upwards, and how far it moves the pen. */
export type Glyph = { readonly path: string; readonly advance: number };

export type Font = {
  readonly unitsPerEm: number;
  /** `null`: the font has no such character. */
  glyph(char: string): Glyph | null;
};

/**
 * A TrueType font, of which only what is asked for is read: a Chinese one has ten megabytes, a chart fifty characters.
 * The renderer would read all of the file again for each character of each text.
 */
export function openFont(file: URL): Font {
  const tables = readTables(file);
  const head = tables.all('head');
  const unitsPerEm = head.readUInt16BE(18);
  if (head.readInt16BE(50) !== 1) throw new Error('the font has short offsets, which are not read here');
  const places = tables.all('loca');
  const advances = tables.all('hmtx');
  const measured = tables.all('hhea').readUInt16BE(34);
  const groups = charGroups(tables.all('cmap'));
  const known = new Map<string, Glyph | null>();

  const read = (char: string): Glyph | null => {
    const id = glyphId(groups, char.codePointAt(0) ?? 0);
    if (id === 0) return null;
    const start = places.readUInt32BE(4 * id);
    const data = tables.part('glyf', start, places.readUInt32BE(4 * id + 4) - start);
    return { path: glyphPath(data), advance: advances.readUInt16BE(4 * Math.min(id, measured - 1)) };
  };
  return {
    unitsPerEm,
    glyph: (char) => {
      const before = known.get(char);
      if (before !== undefined) return before;
      const glyph = read(char);
      known.set(char, glyph);
      return glyph;
    },
  };
}

function readTables(file: URL) {
  const bytes = (start: number, length: number): Buffer => {
    const fd = openSync(file, 'r');
    try {
      const into = Buffer.alloc(length);
      readSync(fd, into, 0, length, start);
      return into;
    } finally {
      closeSync(fd);
    }
  };
  const count = bytes(0, 12).readUInt16BE(4);
  const directory = bytes(12, 16 * count);
  const places = new Map(
    Array.from({ length: count }, (_, i) => {
      const entry = directory.subarray(16 * i, 16 * i + 16);
      return [entry.toString('latin1', 0, 4), { start: entry.readUInt32BE(8), length: entry.readUInt32BE(12) }];
    }),
  );
  const place = (name: string) => {
    const found = places.get(name);
    if (!found) throw new Error(`the font has no table "${name}"`);
    return found;
  };
  return {
    all: (name: string) => bytes(place(name).start, place(name).length),
    part: (name: string, start: number, length: number) => bytes(place(name).start + start, length),
  };
}

type Group = { readonly first: number; readonly last: number; readonly glyph: number };

/** All characters of Unicode: format 12 of platform 3, encoding 10. */
function charGroups(cmap: Buffer): Group[] {
  const records = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => 4 + 8 * i);
  const full = records.find((at) => cmap.readUInt16BE(at) === 3 && cmap.readUInt16BE(at + 2) === 10);
  if (full === undefined) throw new Error('the font does not map all of Unicode');
  const start = cmap.readUInt32BE(full + 4);
  return Array.from({ length: cmap.readUInt32BE(start + 12) }, (_, i) => {
    const at = start + 16 + 12 * i;
    return { first: cmap.readUInt32BE(at), last: cmap.readUInt32BE(at + 4), glyph: cmap.readUInt32BE(at + 8) };
  });
}

const glyphId = (groups: readonly Group[], code: number): number => {
  const group = groups.find(({ first, last }) => first <= code && code <= last);
  return group ? group.glyph + code - group.first : 0;
};
