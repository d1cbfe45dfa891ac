/** A day of the calendar as a count of days, so that days can be added; 1970-01-01 is 0 (a Thursday). */
function toDayNumber(year: number, month: number, day: number): number {
  // Years that begin in March put the leap day last. After "days_from_civil" by Howard Hinnant.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The pair of `toDayNumber`, as YYYY-MM-DD. */
export function fromDayNumber(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** YYYY-MM-DD as a day number; undefined when the calendar has no such day. */
export function readDay(date: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.slice(1).map(Number);
  const [year = 0, month = 0, day = 0] = parts ?? [];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const days = toDayNumber(year, month, day);
  return fromDayNumber(days) === date ? days : undefined;
}

/** Monday is 1, Sunday 7. */
export const dayOfWeek = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1;
