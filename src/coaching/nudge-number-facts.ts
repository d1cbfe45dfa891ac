import type { Calendar } from '../calendar/calendar.ts';
import { plusDays } from '../calendar/local-date.ts';
import { isoWeekOf, workingDaysBetween } from '../calendar/working-days.ts';
import type { JsonValue } from '../flow/session.ts';
import type { Snapshot } from './account.ts';
import { bestOf, isFew, median, previousOf } from './metric-usual.ts';
import { AGE, weeklyOf, type Numbered } from './metric-value.ts';
import type { MetricId } from './metric.ts';

type Facts = Record<string, JsonValue>;
type Day = { readonly today: string; readonly calendar: Calendar };

/** The last pieces whose first figures are looked for, once they are so old. */
const FIGURES = { of: 5, afterWd: 3 };
/** Figures that only say how many there were. */
const REACH = new Set(['followers', 'net_followers', 'new_followers', 'readers']);
const NUMBERS = 5;
const UNFOLLOWS = { weeks: 4, atLeast: 3 };
const DAYS_OF_WEEK = 7;
/** So many days after it can be compared, a win is news. */
const NEWS_DAYS = 7;
const WIN_METRICS: readonly MetricId[] = ['share_rate', 'finish_rate', 'comments_per_1000', 'inquiries'];

/** What the figures of an account say, for its operator. */
export function numberFacts({ items, numbers }: Numbered, { today, calendar }: Day): Facts {
  const lately = items.slice(-FIGURES.of);
  const grown = lately.filter(({ date }) => workingDaysBetween(calendar, date, today) >= FIGURES.afterWd);
  const bare = grown.filter(({ id }) => !numbers.some(({ subject }) => subject === id));
  return {
    items_without_t1: bare.length,
    ...(grown.length > 0 && { t1_share_of_5: (grown.length - bare.length) / grown.length }),
    ...reachFacts(numbers),
    ...unfollowFacts(numbers, today),
  };
}

function reachFacts(numbers: readonly Snapshot[]): Facts {
  const given = numbers.filter(({ source }) => source === 'check-in').toSorted((a, b) => a.on.localeCompare(b.on));
  const last = given.slice(-NUMBERS);
  return last.length < NUMBERS ? {} : { numbers_reach_only: last.every(({ name }) => REACH.has(name)) };
}

/** The last week's beside what is usual: no figure when there are too few weeks to say what that is. */
function unfollowFacts(numbers: readonly Snapshot[], today: string): Facts {
  const weeks = [...weeklyOf(numbers, 'unfollows')].toSorted(([one], [other]) => one.localeCompare(other));
  const last = weeks.at(-1);
  const before = weeks.slice(0, -1).slice(-UNFOLLOWS.weeks);
  const isNews = last !== undefined && last[0] >= isoWeekOf(plusDays(today, -DAYS_OF_WEEK));
  if (!isNews || before.length < UNFOLLOWS.atLeast) return {};
  return { unfollows_week: last[1], unfollows_usual: median(before.map(([, value]) => value)) };
}

/** `of`: the best of so many. */
type Win = { readonly title: string; readonly metric: MetricId; readonly of: number };

/** A piece that lately did better, at the same age, than all the others of the last eight: which, and in what. */
export function winOf(account: Numbered, today: string): Win | null {
  for (const metric of WIN_METRICS) {
    const best = bestOf(account, metric);
    const isNews = best !== undefined && plusDays(best.item.date, AGE + NEWS_DAYS) >= today;
    if (!isNews || (metric !== 'inquiries' && isFew(account, best.item))) continue;
    const others = previousOf(account, { metric, before: AFTER_ALL });
    return { title: best.item.title, metric, of: others.length };
  }
  return null;
}

const AFTER_ALL = { id: '', date: '9999-12-31' };
