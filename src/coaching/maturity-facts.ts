import type { Calendar } from '../calendar/calendar.ts';
import { plusDays } from '../calendar/local-date.ts';
import { isoWeekOf, previousWorkingDay, workingDaysBetween } from '../calendar/working-days.ts';
import type { Account, Item } from './account.ts';
import { choicesIn, learnedIn } from './answers-of.ts';
import { isExcuse } from './check-in-record.ts';
import type { Blocker, CheckIn, Member } from './member.ts';
import { median } from './metric-usual.ts';
import { weeklyOf } from './metric-value.ts';
import { mixOf } from './mix.ts';
import type { PositionBrief } from './position-brief.ts';

/** What was recorded of an operation. Nothing else is looked at. */
export type Recorded = {
  readonly today: string;
  readonly calendar: Calendar;
  readonly member: Pick<Member, 'id' | 'actions' | 'blockers'>;
  readonly account: Account;
  readonly brief: PositionBrief | null;
  /** At least those of the last 20 working days, oldest first. */
  readonly checkIns: readonly CheckIn[];
};

const WINDOW_WD = 20;
const MIX_DAYS = 28;
/** Fewer pieces make no share. */
const MIX_AT_LEAST = 4;
const QUARTER_DAYS = 90;
const SIGNAL_WEEKS = 4;
const WEEK_AGE = 7;
const EXPERIMENT = 'A30';
const HANDBOOK = 'A40';
const SIGNALS = ['inquiries', 'wecom_adds', 'messages'] as const;

/** The figures that levels and sub-scores are read from. A share is 0 to 1; null: there is too little to say. */
export type MaturityFacts = ReturnType<typeof maturityFacts>;

/** Over the last 20 working days; 90 days for what concerns the manager. */
export function maturityFacts(recorded: Recorded) {
  const { today, calendar, member, account, brief, checkIns } = recorded;
  const from = windowStart(calendar, today);
  const days = checkIns.filter(({ date }) => date > from && date <= today);
  const submitted = days.filter(({ status }) => status === 'submitted');
  const excused = days.filter(({ answers }) => isExcuse(choicesIn(answers, 'moved'))).length;
  const worked = workingDaysBetween(calendar, from, today) - excused;
  const activities = submitted.flatMap(({ answers }) => choicesIn(answers, 'moved'));
  const times = (activity: string): number => activities.filter((one) => one === activity).length;
  const plans = submitted.flatMap(({ answers }) => answers['plan']?.grade ?? []);
  const items = account.items.filter(({ date }) => date > from && date <= today);
  const month = account.items.filter(({ date }) => date > plusDays(today, -MIX_DAYS));
  const { promo, companyNews } = mixOf(month);
  const ofMonth = (count: number): number | null => (month.length < MIX_AT_LEAST ? null : count / month.length);
  return {
    checkIns: submitted.length,
    submittedShare: share(submitted.length, Math.max(worked, submitted.length)),
    plansClear: share(plans.filter((grade) => grade !== 'vague').length, plans.length),
    untyped: items.filter(({ intent, pillar }) => intent === '' || pillar === '').length,
    planned: brief ? plannedIn(brief) : 0,
    done: brief?.done ?? {},
    promoRatio: ofMonth(promo),
    selfRatio: ofMonth(promo + companyNews),
    learned: share(submitted.filter(({ answers }) => learnedIn(answers) !== null).length, submitted.length),
    research: times('audience_research'),
    community: times('community'),
    reviews: times('data_review'),
    kinds: new Set(activities.filter((one) => !isExcuse([one]))).size,
    asked: share(items.filter(hasQuestion).length, items.length),
    weekNumbers: weekNumbersOf(account, items, today),
    experiments: doneWithin(member.actions[EXPERIMENT]?.doneOn, today, MIX_DAYS) ? 1 : 0,
    lead: brief?.lead ?? null,
    blockerDays: blockerDays(member.blockers, { from, today, calendar }),
    alignment: recentIndex(brief, today),
    departments: brief?.departments ?? null,
    changed: doneWithin(brief?.changedOn, today, QUARTER_DAYS) ? 1 : 0,
    rolesCovered: brief?.done.team ? 6 - brief.uncovered.length : null,
    ...askFacts(account, { today, calendar }),
    signalWeeks: signalWeeks(account, today),
    hasHandbook: (member.actions[HANDBOOK]?.doneOn ?? null) !== null,
  };
}

/** The day before the first of the last 20 working days. */
function windowStart(calendar: Calendar, today: string): string {
  let day = plusDays(today, 1);
  for (let count = 0; count < WINDOW_WD; count += 1) day = previousWorkingDay(calendar, day);
  return plusDays(day, -1);
}

const share = (part: number, all: number): number | null => (all === 0 ? null : part / all);

/** Topics that wait for a place in the weeks that were planned: never more than four weeks hold. */
const plannedIn = ({ perWeek, pillars, topicsOpen }: PositionBrief): number =>
  pillars.length === 0 ? 0 : Math.min(topicsOpen, Math.round((perWeek ?? 0) * 4));

const recentIndex = (brief: PositionBrief | null, today: string): number | null =>
  brief?.aligned && doneWithin(brief.aligned.on, today, QUARTER_DAYS) ? brief.aligned.index : null;

const hasQuestion = (item: Item): boolean => item.topic !== null;

/** Of the pieces that are a week old, how many have a number of that age. */
function weekNumbersOf({ numbers }: Account, items: readonly Item[], today: string): number | null {
  const old = items.filter(({ date }) => date <= plusDays(today, -WEEK_AGE - 1));
  const known = old.filter(({ id }) => numbers.some(({ subject, age }) => subject === id && age === WEEK_AGE));
  return share(known.length, old.length);
}

const doneWithin = (on: string | null | undefined, today: string, days: number): boolean =>
  on !== null && on !== undefined && on > plusDays(today, -days);

type Span = { readonly from: string; readonly today: string; readonly calendar: Calendar };

/** How many working days a blocker of these weeks usually lasted, open ones up to today; null where there was none. */
function blockerDays(blockers: readonly Blocker[], { from, today, calendar }: Span): number | null {
  const ages = blockers
    .filter(({ closedOn }) => closedOn === null || closedOn > from)
    .map(({ openedOn, closedOn }) => workingDaysBetween(calendar, openedOn, closedOn ?? today));
  return ages.length === 0 ? null : median(ages);
}

function askFacts({ asks }: Account, { today, calendar }: Omit<Span, 'from'>) {
  const asked = asks.filter(({ askedOn }) => askedOn > plusDays(today, -QUARTER_DAYS));
  const days = asked.flatMap(({ askedOn, answer }) =>
    answer === null ? [] : [workingDaysBetween(calendar, askedOn, answer.on)],
  );
  return { asksAnswered: share(days.length, asked.length), askDays: days.length === 0 ? null : median(days) };
}

/** In how many of the last four whole weeks somebody asked, wrote or added us, as far as it was recorded. */
function signalWeeks({ numbers }: Account, today: string): number {
  const weeks = Array.from({ length: SIGNAL_WEEKS }, (_, i) => isoWeekOf(plusDays(today, -7 * (i + 1))));
  const known = SIGNALS.flatMap((metric) => [...weeklyOf(numbers, metric).keys()]);
  return weeks.filter((week) => known.includes(week)).length;
}
