import { describe, expect, it } from 'vitest';

import { createClock } from '../../src/playground/clock.ts';
import { createMoves, endOf, type Move } from '../../src/playground/moves.ts';

const ZONE = 'Asia/Shanghai';
const at = (local: string): Date => new Date(`${local}:00+08:00`);

/** A bot with these moments planned, of which some say something. */
async function moving(planned: readonly { readonly due: string; readonly says: boolean }[]) {
  const clock = createClock({ aheadMs: 0, keep: async () => {} });
  await clock.begin(at('2026-11-23T09:00'));
  const open = planned.map(({ due, says }) => ({ due: at(due), says }));
  const done: string[] = [];
  let said = 0;
  const plan = {
    next: async () => open[0]?.due ?? null,
    async hurry() {
      for (const one of open.filter(({ due }) => due <= clock.now())) {
        open.splice(open.indexOf(one), 1);
        done.push(clock.now().toISOString().slice(0, 16));
        if (one.says) said += 1;
      }
    },
    idle: async () => {},
  };
  const moves = createMoves({ clock, plan: () => plan, zone: ZONE, said: () => said, onMove: () => {} });
  return { clock, done, moves };
}

describe('the clock', () => {
  it('begins anywhere, and from then on only goes forward', async () => {
    const kept: number[] = [];
    const clock = createClock({ aheadMs: 0, keep: async (ms) => void kept.push(ms) });
    await clock.begin(at('2026-01-05T09:00'));
    expect(clock.now().getTime() - at('2026-01-05T09:00').getTime()).toBeLessThan(1_000);
    await clock.moveTo(at('2026-01-01T09:00'));
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(at('2026-01-05T09:00').getTime());
    await clock.moveTo(at('2026-01-06T09:00'));
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(at('2026-01-06T09:00').getTime());
    expect(kept).toHaveLength(2);
    const restarted = createClock({ aheadMs: kept.at(-1) ?? 0, keep: async () => {} });
    expect(Math.abs(restarted.now().getTime() - clock.now().getTime())).toBeLessThan(1_000);
  });
});

describe('a move', () => {
  it.each<[string, Move, string, string]>([
    ['goes on to the next morning', 'day', '2026-11-23T16:30', '2026-11-24T09:00'],
    ['goes to the morning of the day itself before it', 'day', '2026-11-23T07:00', '2026-11-23T09:00'],
    ['goes past Friday’s summary', 'friday', '2026-11-23T09:31', '2026-11-27T18:00'],
    ['goes to the Friday after, once it is past', 'friday', '2026-11-27T18:00', '2026-12-04T18:00'],
    [
      'goes to the last working day of a week whose Friday is a holiday',
      'friday',
      '2026-09-21T10:00',
      '2026-09-24T18:00',
    ],
  ])('%s', (_, move, from, to) => {
    expect(endOf(move, at(from), ZONE)).toEqual(at(to));
  });

  it('to the next prompt passes through what says nothing, and stops at what does', async () => {
    const { clock, done, moves } = await moving([
      { due: '2026-11-23T10:00', says: false },
      { due: '2026-11-23T16:30', says: true },
      { due: '2026-11-24T16:30', says: true },
    ]);
    await moves.move('next');
    expect(done).toEqual(['2026-11-23T02:00', '2026-11-23T08:30']);
    expect(clock.now().toISOString()).toMatch(/^2026-11-23T08:30/);
  });

  it('to the next day has everything before it happen at its own time', async () => {
    const { clock, done, moves } = await moving([
      { due: '2026-11-23T16:30', says: true },
      { due: '2026-11-24T09:00', says: true },
      { due: '2026-11-24T16:30', says: true },
    ]);
    await moves.move('day');
    expect(done).toEqual(['2026-11-23T08:30', '2026-11-24T01:00']);
    expect(clock.now().toISOString()).toMatch(/^2026-11-24T01:00/);
  });

  it('does not go on for ever over what cannot be done now', async () => {
    const { clock, moves } = await moving([]);
    const stuck = { next: async () => at('2026-11-23T10:00'), hurry: async () => {}, idle: async () => {} };
    const other = createMoves({ clock, plan: () => stuck, zone: ZONE, said: () => 0, onMove: () => {} });
    await other.move('next');
    await moves.move('day');
    expect(clock.now().toISOString()).toMatch(/^2026-11-24T01:00/);
  });
});
