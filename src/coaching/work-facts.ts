import { toDayNumber } from '../calendar/day-number.ts';
import type { JsonValue } from '../flow/session.ts';
import { isExcuse } from './check-in-record.ts';
import type { Member, RecentCheckIn } from './member.ts';

type Facts = Record<string, JsonValue>;
type Days = readonly RecentCheckIn[];

const PRODUCTION = new Set(['write', 'layout_design', 'publish']);
const WINDOW_WD = 10;
/** Fewer check-ins than these say nothing of how the time is spent. */
const DAYS_AT_LEAST = 5;
const FIGURES_OF = 10;
/** By which it is known when they were last done. */
const EXPERIMENT = 'A30';
const RULES_CHECK = 'A39';

type Since = (date: string) => number;

/** What the log says of how the time is spent, of figures and of tests. `since`: working days up to today. */
export function workFacts({ recent, actions }: Pick<Member, 'recent' | 'actions'>, today: string, since: Since): Facts {
  const days = recent.filter(({ date, activities }) => date <= today && !isExcuse(activities));
  const whole = days.filter(({ light }) => !light).slice(-FIGURES_OF);
  const last = days.at(-1);
  const daysSince = (id: string): number | null => {
    const doneOn = actions[id]?.doneOn ?? null;
    return doneOn === null ? null : toDayNumber(today) - toDayNumber(doneOn);
  };
  const tested = daysSince(EXPERIMENT);
  const checked = daysSince(RULES_CHECK);
  return {
    insight_logged: last !== undefined && last.learned && since(last.date) <= 1,
    experimented: tested !== null,
    ...(tested !== null && { days_since_experiment: tested }),
    ...(checked !== null && { days_since_rules_check: checked }),
    ...(whole.length >= DAYS_AT_LEAST && {
      figures_complete: whole.filter(({ number }) => number).length / whole.length,
    }),
    ...productionFacts(days.filter(({ date }) => since(date) < WINDOW_WD)),
  };
}

/** Of all that was ticked in ten working days, how much was making articles. Nobody is asked for minutes. */
function productionFacts(days: Days): Facts {
  if (days.length < DAYS_AT_LEAST) return {};
  const ticks = days.flatMap(({ activities }) => activities);
  const share = ticks.filter((activity) => PRODUCTION.has(activity)).length / ticks.length;
  return {
    production_share_10wd: share,
    production_percent_10wd: Math.round(share * 100),
    pieces_10wd: days.flatMap(({ items }) => items).length,
  };
}
