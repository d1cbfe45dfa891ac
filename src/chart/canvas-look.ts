import type { Letters } from './letters.ts';
import { INK, QUIET_BAR, QUIET_INK, WARM } from './look.ts';

/** A page in CSS pixels: the proportions of a sheet of A4 across, so that it can be printed. */
export const PAGE = { width: 1000, height: 707, padding: 28 } as const;

export const GRID = { columns: 4, rows: 2, gap: 12 } as const;
/** Height of what stands above the cards and, where there is one, of the bar below them. */
export const HEAD = 46;
export const FOOT = 66;

export const CARD = { padding: 14, radius: 8, band: 4 } as const;

export const TITLE = { size: 24, line: 32, weight: 'bold' } as const satisfies Letters;
export const NAME = { size: 16, line: 23, weight: 'bold' } as const satisfies Letters;
export const NOTE = { size: 11.5, line: 16, weight: 'regular' } as const satisfies Letters;
export const BODY = { size: 12.6, line: 16.9, weight: 'regular' } as const satisfies Letters;
/** Between two things that an element says. */
export const APART = 4;

const WRITTEN = { name: INK, body: INK, edge: '#c9d2d9', paper: '#ffffff', isDashed: false };

/** How a card looks by where its element stands: never by colour alone, its note says it too. */
export const STATES = {
  fresh: { ...WRITTEN, band: INK, note: QUIET_INK },
  due: { ...WRITTEN, band: WARM, note: WARM },
  draft: { ...WRITTEN, band: QUIET_BAR, note: WARM, isDashed: true },
  none: {
    name: QUIET_INK,
    body: QUIET_INK,
    note: QUIET_INK,
    edge: '#c9d2d9',
    paper: 'none',
    isDashed: true,
    band: null,
  },
  beside: { ...WRITTEN, note: QUIET_INK, edge: 'none', paper: '#f1efe9', band: null },
} as const;

/** Of the bar, one part after the other: its colour and that of its letters, at least 4.5 to 1. */
export const SHADES = [
  { fill: INK, ink: '#ffffff' },
  { fill: '#c9d5dd', ink: INK },
  { fill: '#4a6b82', ink: '#ffffff' },
  { fill: QUIET_BAR, ink: INK },
  { fill: '#e4eaee', ink: INK },
] as const;
