import { plusDays } from '../calendar/local-date.ts';
import { readDate } from '../flow/read-date.ts';
import { literal, type Text } from '../flow/text.ts';

/** As many own days off as are kept: those ahead. */
const DAYS_OFF_MOST = 120;
const RANGE_MOST_DAYS = 60;
const ANY_DAY = {
  first: Number.NEGATIVE_INFINITY,
  last: Number.POSITIVE_INFINITY,
  values: { bounds: 'none', from: '', to: '' },
} as const;

export type DaysOff =
  | { readonly kind: 'days'; readonly off: readonly string[] }
  /** A line for each that could not be read. */
  | { readonly kind: 'unclear'; readonly problems: readonly Text[] };

/**
 * Days off as people write them, a day or a range on each line: `2026-12-24`, `12月24日-12月26日`, `Dec` is not one.
 * Days that are over by `today` are left out. YYYY-MM-DD, in order, each once.
 */
export function readDaysOff(written: string, today: string): DaysOff {
  const read = written
    .split(/[\n;；、,，]+/u)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ line, days: daysIn(line, today) }));
  const problems = read.flatMap(({ line, days }) =>
    days === null ? [{ key: 'settings.error.day-off', values: { line: line.slice(0, 60) } }] : [],
  );
  if (problems.length > 0) return { kind: 'unclear', problems };
  const off = [...new Set(read.flatMap(({ days }) => days ?? []))].filter((day) => day >= today).toSorted();
  return off.length > DAYS_OFF_MOST
    ? { kind: 'unclear', problems: [{ key: 'settings.error.days-off-many', values: { most: DAYS_OFF_MOST } }] }
    : { kind: 'days', off };
}

/** What stands between the two ends: a dash with room around it or after a day, or a word. */
const BETWEEN = /\s+(?:-|–|—|to|until)\s+|\s*[~～–—至到]\s*|(?<=[日号])\s*-\s*|(?<=\d-\d\d-\d\d)\s*-\s*/u;

function daysIn(line: string, today: string): readonly string[] | null {
  const ends = line.split(BETWEEN).map((end) => readDate(end, today, ANY_DAY));
  const [from, until = from] = ends;
  if (ends.length > 2 || from === undefined || until === undefined || until < from) return null;
  const days = Array.from({ length: RANGE_MOST_DAYS + 1 }, (_, i) => plusDays(from, i)).filter((day) => day <= until);
  return days.length > RANGE_MOST_DAYS ? null : days;
}

/** The same days as lines that can be read again; days that follow each other are one line. */
export function writtenDaysOff(off: readonly string[]): string {
  const runs: { from: string; until: string }[] = [];
  for (const day of off.toSorted()) {
    const last = runs.at(-1);
    if (last && plusDays(last.until, 1) === day) last.until = day;
    else runs.push({ from: day, until: day });
  }
  return runs.map(({ from, until }) => (from === until ? from : `${from} – ${until}`)).join('\n');
}

export const DAYS_OFF_EXAMPLE: Text = literal('2026-12-24 – 2026-12-26');
