import { calendarOf, countryOf } from '../calendar/calendar.ts';
import { localDate, localTime, plusDays } from '../calendar/local-date.ts';
import { instantOf } from '../calendar/occurrence.ts';
import { lastWorkingDayOfWeek, mondayOf } from '../calendar/working-days.ts';
import type { Clock } from './clock.ts';

/** How far to move: to what is said next, to the next morning, past the weekly summary. */
export const MOVES = ['next', 'day', 'friday'] as const;
export type Move = (typeof MOVES)[number];

/** The bot's own plan, as the clock needs it. */
export type Plan = {
  /** When something is due next for anybody. */
  next(): Promise<Date | null>;
  /** Has what is due by now done now. */
  hurry(): Promise<void>;
  /** Resolves when nothing is due or on its way any more. */
  idle(): Promise<void>;
};

type World = {
  readonly clock: Clock;
  readonly plan: () => Plan | null;
  readonly zone: string;
  /** How many messages the bot has said so far. */
  readonly said: () => number;
  /** The clock was moved a step. */
  readonly onMove: () => void;
};

const MORNING = '09:00';
const WEEK_OVER = '18:00';
/** With nothing planned within this time there is nothing to wait for. */
const LOOK_AHEAD_DAYS = 60;

/** To the next due moment, if it comes by then; false: none does. */
export type Step = (until: Date) => Promise<boolean>;

export type Moves = { readonly step: Step; readonly move: (to: Move) => Promise<void> };

/** Moves the clock from one due moment to the next, each done by the real queue before the next. */
export function createMoves({ clock, plan, zone, said, onMove }: World): Moves {
  const step: Step = async (until) => {
    const bot = plan();
    const next = (await bot?.next()) ?? null;
    if (!bot || next === null || next > until) return false;
    await clock.moveTo(next);
    onMove();
    await bot.hurry();
    await bot.idle();
    // What could not be done now is not waited for: the queue tries it again by itself.
    return (await bot.next())?.getTime() !== next.getTime();
  };

  return {
    step,
    async move(to) {
      const before = said();
      const until = endOf(to, clock.now(), zone);
      while (await step(until)) if (to === 'next' && said() > before) return;
      if (to !== 'next') await clock.moveTo(until);
    },
  };
}

/** The moment that a move leads to at most. */
export function endOf(move: Move, now: Date, zone: string): Date {
  const today = localDate(now, zone);
  switch (move) {
    case 'next':
      return instantOf(plusDays(today, LOOK_AHEAD_DAYS), MORNING, zone);
    case 'day':
      return instantOf(localTime(now, zone) < MORNING ? today : plusDays(today, 1), MORNING, zone);
    case 'friday': {
      const here = fridayOf(today, zone);
      return here > now ? here : fridayOf(plusDays(mondayOf(today), 7), zone);
    }
  }
}

/** The last working day of the week, once its summary is out; a week without one ends on its Friday. */
function fridayOf(date: string, zone: string): Date {
  const monday = mondayOf(date);
  const calendar = calendarOf({ country: countryOf(zone), week: null, off: [] });
  return instantOf(lastWorkingDayOfWeek(calendar, monday) ?? plusDays(monday, 4), WEEK_OVER, zone);
}
