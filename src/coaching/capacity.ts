/** Half of the hours go into pieces, and an original one takes six, until check-ins show otherwise. */
const PART = 0.5;
const HOURS_EACH = 6;

/** Pieces a week that so many hours carry, in whole pieces. */
export const capacityOf = (hours: number): number => Math.floor((hours * PART) / HOURS_EACH);
