import type { Bot } from '../bot.ts';
import type { Members } from '../coaching/ports.ts';
import type { Plan } from './moves.ts';

const LOOK_AHEAD_MS = 90 * 24 * 60 * 60 * 1000;

/** What the bot has planned, for whoever moves the clock. */
export const planOf = (members: Pick<Members, 'due'>, bot: Bot['clock'], now: () => Date): Plan => ({
  async next() {
    let soonest: Date | null = null;
    for await (const due of members.due(new Date(now().getTime() + LOOK_AHEAD_MS)))
      for (const { at } of due) if (soonest === null || at < soonest) soonest = at;
    return soonest;
  },
  hurry: () => bot.hurry(),
  idle: () => bot.idle(),
});
