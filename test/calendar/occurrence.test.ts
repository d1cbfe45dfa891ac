import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isZone } from '../../src/calendar/local-date.ts';
import { instantOf } from '../../src/calendar/occurrence.ts';

const partsOf = (day: number, minute: number): readonly [string, string] => [
  new Date(day * 86_400_000).toISOString().slice(0, 10),
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
];

describe('the instant of a local time', () => {
  it.each([
    ['2026-11-23', '16:30', 'Asia/Shanghai', '2026-11-23T08:30:00.000Z', 'no daylight saving'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:00:00.000Z', 'skipped: the first minute after'],
    ['2026-03-08', '03:00', 'America/New_York', '2026-03-08T07:00:00.000Z', 'the first minute after itself'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z', 'twice: the first'],
    ['2026-03-29', '01:15', 'Europe/London', '2026-03-29T01:00:00.000Z', 'skipped in London'],
    ['2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30:00.000Z', 'twice in London'],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z', 'half an hour skipped'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z', 'half an hour twice'],
    ['2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', 'a day that never was'],
    ['2022-03-22', '00:30', 'Asia/Tehran', '2022-03-21T20:30:00.000Z', 'skipped at midnight'],
    ['2026-11-23', '09:00', 'Asia/Kathmandu', '2026-11-23T03:15:00.000Z', 'a quarter hour'],
    ['2026-11-23', '09:00', 'Pacific/Kiritimati', '2026-11-22T19:00:00.000Z', 'fourteen hours ahead'],
  ])('%s %s in %s is %s: %s', (date, time, zone, instant) => {
    expect(instantOf(date, time, zone).toISOString()).toBe(instant);
  });

  const zones = Intl.supportedValuesOf('timeZone');
  const shownBy = new Map(
    zones.map((timeZone) => [
      timeZone,
      new Intl.DateTimeFormat('en-CA', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
    ]),
  );
  /** What a clock on the wall shows, asked of the runtime: `2026-11-23, 16:30`. */
  const wall = (zone: string, at: number): string => shownBy.get(zone)?.format(at) ?? '';

  const moment = fc.record({
    zone: fc.constantFrom(...zones),
    day: fc.integer({ min: Date.UTC(2000, 0, 1) / 86_400_000, max: Date.UTC(2030, 11, 31) / 86_400_000 }),
    minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
  });

  it('is shown by the wall then, for the first time, or is the first instant after what the wall skips', () => {
    fc.assert(
      fc.property(moment, ({ zone, day, minute }) => {
        const [date, time] = partsOf(day, minute);
        const at = instantOf(date, time, zone).getTime();
        const wanted = `${date}, ${time}`;
        const shown = wall(zone, at);
        expect(shown >= wanted).toBe(true);
        // A minute before it was earlier on the wall: had it been shown before, then later than this.
        expect(wall(zone, at - 60_000) < wanted).toBe(true);
        expect(shown === wanted || wall(zone, at - 1) < wanted).toBe(true);
      }),
      { numRuns: 30_000 },
    );
  });

  it('is right on the days on which a zone changes its clocks, in every zone and year', () => {
    let changes = 0;
    for (const zone of zones) {
      for (const at of changesOf(zone)) {
        changes += 1;
        for (const minutes of [-90, -45, -1, 0, 1, 20, 45, 90]) {
          const [date = '', time = ''] = wall(zone, at + minutes * 60_000).split(', ');
          const found = instantOf(date, time, zone).getTime();
          expect(wall(zone, found)).toBe(`${date}, ${time}`);
          expect(found).toBeLessThanOrEqual(at + minutes * 60_000);
        }
      }
    }
    expect(changes).toBeGreaterThan(6_000);
  });

  /** Instants at which a zone's distance from UTC changes, found by asking the wall at noon of each day. */
  function changesOf(zone: string): number[] {
    const found: number[] = [];
    const offset = (at: number): number =>
      Date.parse(`${wall(zone, at).replace(', ', 'T')}:00Z`) - Math.floor(at / 60_000) * 60_000;
    const step = 7 * 86_400_000;
    for (let at = Date.UTC(2000, 0, 1); at < Date.UTC(2031, 0, 1); at += step) {
      if (offset(at) === offset(at + step)) continue;
      let [before, after] = [at, at + step];
      while (after - before > 60_000) {
        const middle = Math.floor((before + after) / 120_000) * 60_000;
        if (offset(middle) === offset(at)) before = middle;
        else after = middle;
      }
      found.push(after);
    }
    return found;
  }

  it('knows every zone that the runtime names', () => {
    expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
    expect(zones.length).toBeGreaterThan(400);
  });
});
