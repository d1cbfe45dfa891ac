/**
 * What is to come by itself, worked out from the rules as they are written down and from nothing else: no line of this
 * knows the code that it judges. Holidays and make-up days are the State Council's, by hand; clocks are the runtime's.
 */
export type Person = {
  readonly id: string;
  readonly zone: string;
  readonly checkInAt: string;
  readonly week: readonly number[] | null;
  readonly off: readonly string[];
  readonly away: { readonly from: string; readonly until: string } | null;
  readonly isPaused: boolean;
  readonly answers: boolean;
  readonly isManager: boolean;
};
export type Expected = { readonly who: string; readonly what: string; readonly date: string; readonly at: number };

const HOLIDAYS = ['2026-09-25', '2026-09-26', '2026-09-27', ...[1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`)];
const MAKE_UP_DAYS = ['2026-09-20', '2026-10-10'];
const MONDAYS = ['2026-09-28', '2026-10-05', '2026-10-12'];
const DAY_MS = 86_400_000;
/** After so many check-ins that nobody gave Bearings stops asking; after so many it says that this is fine. */
const PAUSED_AFTER = 5;
const SAID_FINE_AFTER = 2;

export const daysFrom = (date: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => new Date(Date.parse(date) + i * DAY_MS).toISOString().slice(0, 10));

function worksOn({ zone, week, off, away }: Person, date: string): boolean {
  const isoDay = new Date(date).getUTCDay() || 7;
  if (off.includes(date) || (away && date >= away.from && date <= away.until)) return false;
  const isChina = zone === 'Asia/Shanghai' || zone === 'Asia/Urumqi';
  if (isChina && HOLIDAYS.includes(date)) return false;
  const isWholeWeek = week === null || [1, 2, 3, 4, 5].every((day) => week.includes(day));
  if (isChina && isWholeWeek && MAKE_UP_DAYS.includes(date)) return true;
  return week === null ? isoDay <= 5 : week.includes(isoDay);
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function wall(zone: string, at: number): string {
  const known = clocks.get(zone);
  const clock =
    known ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  if (!known) clocks.set(zone, clock);
  return clock.format(at).replace(', ', ' ');
}
export const wallOf = wall;

/** The moment at which the wall shows it: tried out, a quarter of an hour at a time. */
function momentOf(zone: string, date: string, time: string): number {
  const utc = Date.parse(`${date}T${time}:00Z`);
  for (let quarters = 14 * 4; quarters >= -14 * 4; quarters -= 1) {
    const at = utc - quarters * 900_000;
    if (wall(zone, at) === `${date} ${time}`) return at;
  }
  throw new Error(`${zone} never shows ${date} ${time}`);
}

/** Everything that is to come between two moments, to one person. */
export function expectedOf(person: Person, from: number, until: number): Expected[] {
  if (person.isPaused) return [];
  const all = person.isManager ? managers(person) : operators(person);
  return all
    .map(({ what, date, time }) => ({ who: person.id, what, date, at: momentOf(person.zone, date, time) }))
    .filter(({ at }) => at > from && at <= until);
}

type Planned = { readonly what: string; readonly date: string; readonly time: string };

const managers = (person: Person): Planned[] =>
  MONDAYS.flatMap((monday) => {
    const first = daysFrom(monday, 7).find((date) => worksOn(person, date));
    return first === undefined ? [] : [{ what: 'digest', date: first, time: '09:30' }];
  });

function operators(person: Person): Planned[] {
  const days = daysFrom('2026-09-27', 16).filter((date) => worksOn(person, date));
  if (person.answers) return [...days.map((date) => prompt(person, date)), ...summaries(person, '9999-12-31')];
  const paused = days[PAUSED_AFTER] ?? '9999-12-31';
  // Whoever is asked before ten is asked once more on the morning on which Bearings stops.
  const asked = days.slice(0, person.checkInAt <= '10:00' ? PAUSED_AFTER + 1 : PAUSED_AFTER);
  return [
    ...asked.map((date) => prompt(person, date)),
    ...reminders(person, asked.slice(0, PAUSED_AFTER)),
    ...summaries(person, paused),
    ...[days[SAID_FINE_AFTER], days[PAUSED_AFTER]].flatMap((date) =>
      date === undefined ? [] : [{ what: 'nudge', date, time: '10:00' }],
    ),
  ];
}

const prompt = ({ checkInAt }: Person, date: string): Planned => ({ what: 'check-in', date, time: checkInAt });

/**
 * The next working day; when that is a day out of office there is none, nor when the next check-in is asked for by then:
 * that takes the place of the one before.
 */
const reminders = (person: Person, asked: readonly string[]): Planned[] =>
  (person.checkInAt <= '09:30' ? [] : asked).flatMap((date) => {
    const next = daysFrom(date, 30)
      .slice(1)
      .find((day) => worksOn({ ...person, away: null }, day));
    return next !== undefined && worksOn(person, next) ? [{ what: 'reminder', date: next, time: '09:30' }] : [];
  });

const summaries = (person: Person, paused: string): Planned[] =>
  MONDAYS.flatMap((monday) => {
    const last = daysFrom(monday, 7).findLast((date) => worksOn(person, date));
    const after = new Date(Date.parse(`2026-01-01T${person.checkInAt}:00Z`) + 30 * 60_000).toISOString().slice(11, 16);
    return last === undefined || last >= paused
      ? []
      : [{ what: 'summary', date: last, time: after > '16:30' ? after : '16:30' }];
  });
