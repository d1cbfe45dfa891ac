/** The picture in CSS pixels; it is drawn at twice as many, and Slack shows it at about 360 across on a phone. */
export const WIDTH = 600;
export const HEIGHT = 315;
export const SCALE = 2;
export const PADDING = 24;

/** More weeks than this are too thin for a phone; the latest are drawn. */
export const MOST_WEEKS = 8;

/** The paper is opaque, so that the ink reads the same in Slack's light and dark themes: at least 4.5 to 1 for words. */
export const PAPER = '#fffdf9';
export const INK = '#1f3a4d';
export const QUIET_INK = '#51636f';
export const QUIET_BAR = '#92a8b7';
export const WARM = '#a8491a';
export const WARM_PAPER = '#f7e3d3';

export const TITLE = { size: 23, line: 31, lines: 2 } as const;
export const SIZES = { roomy: { label: 17, figure: 20 }, tight: { label: 15, figure: 17 } } as const;

/** Up to so many weeks there is room for large letters, and for the month under each. */
export const ROOMY = 6;
export const sizesFor = (weeks: number) => (weeks > ROOMY ? SIZES.tight : SIZES.roomy);
