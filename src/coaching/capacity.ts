/** So much of the hours goes into pieces. */
const PART = 0.5;
/** An original piece takes so many, until check-ins show otherwise. */
export const HOURS_EACH = 6;

/** Pieces a week that so many hours carry, in whole pieces. */
export const capacityOf = (hours: number): number => Math.floor((hours * PART) / HOURS_EACH);

/** Whether so many pieces a week are more than that. One in two weeks is what anybody may try. */
export const isTooMuch = (perWeek: number, capacity: number): boolean => perWeek >= 1 && perWeek > capacity;
