import type { Calendar } from '../calendar/calendar.ts';
import { plusDays } from '../calendar/local-date.ts';
import { nextWorkingDay, previousWorkingDay, workingDaysBetween } from '../calendar/working-days.ts';
import type { JsonValue } from '../flow/session.ts';
import { openOnes } from './blockers.ts';
import { isExcuse } from './check-in-record.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member, RecentCheckIn } from './member.ts';
import { positionFacts, type PositionKnown } from './position-facts.ts';
import { workFacts } from './work-facts.ts';

type Facts = Record<string, JsonValue>;
type Days = readonly RecentCheckIn[];

const PRODUCTION = new Set(['write', 'layout_design', 'publish']);
const WINDOW_WD = 20;
const LOW_ENERGY = 2;
const MONTH_END_WD = 3;
/** Fewer pieces than these make no ratio. */
const PROMO = { days: 14, atLeast: 4 };
const SELF = { days: 28, atLeast: 6 };

type Known = PositionKnown & Pick<Member, 'blockers'>;

/** What is known of a member, for the triggers of the playbook. What isn't known is absent, and its triggers stay silent. */
export function playbookFacts(member: Known, today: string): Facts {
  const { recent, blockers } = member;
  const calendar = calendarFor(member);
  const days = recent.filter(({ date, activities }) => date <= today && !isExcuse(activities));
  const excused = recent.filter((day) => !days.includes(day)).map(({ date }) => date);
  const since = (from: string): number =>
    workingDaysBetween(calendar, from, today) - excused.filter((date) => date > from && date <= today).length;
  const whole = days.filter(({ light }) => !light);
  return {
    ...monthFacts(calendar, today),
    ...activityFacts(days, since),
    ...ratioFacts(days, today),
    ...blockerFacts(blockers, since),
    ...energyFacts(days),
    check_ins: days.length,
    published_today: publishedOn(days, today),
    published_yesterday:
      publishedOn(days, previousWorkingDay(calendar, today)) || publishedOn(days, plusDays(today, -1)),
    article_only_streak: streak(days, isArticleOnly),
    learning_empty_streak: streak(whole, ({ learned }) => !learned),
    number_empty_streak: streak(whole, ({ number }) => !number),
    plan_blank_streak: streak(whole, ({ plan }) => plan === null),
    plan_vague_of_5: whole.slice(-5).filter(({ plan }) => plan === null || plan === 'vague').length,
    ...workFacts(member, today, since),
    ...positionFacts(member, today),
    items_since_review: itemsIn(days.slice(lastWith(days, 'data_review') + 1)).length,
  };
}

const monthOf = (date: string): string => date.slice(0, 7);

function monthFacts(calendar: Calendar, today: string): Facts {
  const later = Array.from({ length: MONTH_END_WD }).reduce<string>((date) => nextWorkingDay(calendar, date), today);
  return {
    month_end: monthOf(later) !== monthOf(today),
    first_wd_of_month: calendar.isWorkingDay(today) && monthOf(previousWorkingDay(calendar, today)) !== monthOf(today),
  };
}

/** `wd_since_x`: since it was last reported, or, when it never was, since the first check-in there is. */
function activityFacts(days: Days, since: (date: string) => number): Facts {
  const first = days[0]?.date;
  const inWindow = days.filter(({ date }) => since(date) < WINDOW_WD);
  const sinceLast = (day: (one: RecentCheckIn) => boolean): number | undefined => {
    const from = days.findLast(day)?.date ?? first;
    return from === undefined ? undefined : since(from);
  };
  const perActivity = ACTIVITIES.flatMap((activity): [string, number | undefined][] => [
    [`wd_since_${activity}`, sinceLast(({ activities }) => activities.includes(activity))],
    [`n_${activity}`, inWindow.filter(({ activities }) => activities.includes(activity)).length],
  ]);
  const readerInput = sinceLast(
    ({ activities, learned }) =>
      learned || activities.includes('audience_research') || activities.includes('community'),
  );
  return known([...perActivity, ['wd_since_reader_input', readerInput], ['wd_known', first && since(first)]]);
}

export const ACTIVITIES = [
  'write',
  'layout_design',
  'publish',
  'video',
  'audience_research',
  'planning',
  'distribution',
  'community',
  'data_review',
  'alignment',
  'learning',
  'campaign',
  'material_collection',
  'admin_other',
] as const;

function ratioFacts(days: Days, today: string): Facts {
  const recentItems = (length: number) => itemsIn(days.filter(({ date }) => date > plusDays(today, -length)));
  const promo = recentItems(PROMO.days);
  const self = recentItems(SELF.days);
  const promos = promo.filter(({ intent }) => intent === 'promo').length;
  const ours = self.filter(({ intent }) => intent === 'promo' || intent === 'company_news').length;
  return {
    items_14d: promo.length,
    promo_items_14d: promos,
    ...(promo.length >= PROMO.atLeast && { promo_ratio_14d: promos / promo.length }),
    ...(self.length >= SELF.atLeast && { self_ratio_28d: ours / self.length }),
  };
}

function blockerFacts(blockers: Member['blockers'], since: (date: string) => number): Facts {
  const ages = openOnes(blockers).map(({ openedOn }) => since(openedOn));
  const approvals = blockers.filter(({ category, openedOn }) => category === 'approval' && since(openedOn) < WINDOW_WD);
  return {
    approval_blockers_20: approvals.length,
    ...(ages.length > 0 && { oldest_blocker_wd: Math.max(...ages) }),
  };
}

function energyFacts(days: Days): Facts {
  const answers = days.flatMap(({ energy }) => energy ?? []);
  const last = answers.at(-1);
  const low = answers.length - 1 - answers.findLastIndex((energy) => energy > LOW_ENERGY);
  return known([
    ['last_energy', last],
    ['energy_low_streak', low],
  ]);
}

const isArticleOnly = ({ activities }: RecentCheckIn): boolean =>
  activities.length > 0 && activities.every((activity) => PRODUCTION.has(activity));

const itemsIn = (days: Days) => days.flatMap(({ items }) => items);

const lastWith = (days: Days, activity: string): number =>
  days.findLastIndex(({ activities }) => activities.includes(activity));

const publishedOn = (days: Days, on: string): boolean =>
  days.some(({ date, activities }) => date === on && activities.includes('publish'));

/** How many of the latest check-ins in a row are so. */
const streak = (days: Days, isSo: (day: RecentCheckIn) => boolean): number =>
  days.length - 1 - days.findLastIndex((day) => !isSo(day));

const known = (facts: readonly (readonly [string, JsonValue | undefined])[]): Facts =>
  Object.fromEntries(facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
