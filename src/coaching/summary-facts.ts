import type { Text } from '../flow/text.ts';
import { cutTo } from './above-fold.ts';
import { choicesIn, learnedIn, numberIn, roundsIn, textIn } from './answers-of.ts';
import { isExcuse } from './check-in-record.ts';
import { isIn } from './iso-week.ts';
import type { Blocker, CheckIn } from './member.ts';
import { HEARD_KEPT } from './week-draft.ts';

type Days = readonly CheckIn[];

const FACTS = 5;
const WINS = 3;
const FACT_WEIGHT = 0.12;
/** They are told of as what they made, not as time spent. */
const PRODUCTION = new Set(['write', 'layout_design', 'publish', 'admin_other']);

/** The week's check-ins on days with work for the account, oldest first. */
export const daysOf = (checkIns: Days, week: string): Days =>
  checkIns.filter((day) => isIn(week, day.date) && !isExcuse(choicesIn(day.answers, 'moved')));

type Week = { readonly days: Days; readonly blockers: readonly Blocker[]; readonly week: string };

type Achieved = { readonly kind: 'published' | 'freed' | 'done'; readonly words: string };

/** What others could see or thank for: pieces that came out, what is free again, plans that happened. */
function achieved({ days, blockers, week }: Week, all: Days): Achieved[] {
  const titles = days.flatMap(({ answers }) =>
    roundsIn(answers, 'published').flatMap((item) => textIn(item, 'title') ?? []),
  );
  const freed = blockers.filter(({ closedOn }) => closedOn !== null && isIn(week, closedOn)).map(({ text }) => text);
  const kept = plansOf(days, all).flatMap(({ done, plan }) => (done === 'yes' && plan !== null ? [plan] : []));
  return [
    ...titles.map((words): Achieved => ({ kind: 'published', words })),
    ...freed.map((words): Achieved => ({ kind: 'freed', words })),
    ...kept.map((words): Achieved => ({ kind: 'done', words })),
  ];
}

const MOVED = { published: 'summary.published', freed: 'summary.freed', done: 'summary.done' } as const;
const WIN = { published: 'week.win.published', freed: 'week.win.freed', done: 'week.win.done' } as const;

const wordsOf = (words: string): string => cutTo(words, FACT_WEIGHT);

/** Sentences that a thank-you could be for. */
export const winsOf = (week: Week, all: Days): Text[] =>
  achieved(week, all)
    .slice(0, WINS)
    .map(({ kind, words }) => ({ key: WIN[kind], values: { words: wordsOf(words) } }));

/** Up to five things that moved forward, wins first. */
export function movedOf(week: Week, all: Days): Text[] {
  const { days } = week;
  const notes = days.flatMap(({ answers }) => textIn(answers, 'moved_note') ?? []);
  const counts = Map.groupBy(
    days.flatMap(({ answers }) => choicesIn(answers, 'moved')).filter((activity) => !PRODUCTION.has(activity)),
    (activity) => activity,
  );
  const others = [...counts]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([activity, times]): Text => ({
      key: 'summary.activity',
      values: { activity: { key: `activity.${activity}` }, count: times.length },
    }));
  return [
    ...achieved(week, all).map(({ kind, words }) => ({ key: MOVED[kind], values: { words: wordsOf(words) } })),
    ...notes.map((note) => ({ key: 'summary.note', values: { words: wordsOf(note) } })),
    ...others,
  ].slice(0, FACTS);
}

/** What was said of the plan of the day before, and what that plan was. */
export function plansOf(days: Days, all: Days): { readonly done: string; readonly plan: string | null }[] {
  return days.flatMap((day) => {
    const done = textIn(day.answers, 'plan_done');
    if (done === null) return [];
    const before = all.findLast(({ date, answers }) => date < day.date && textIn(answers, 'plan') !== null);
    return [{ done, plan: before ? textIn(before.answers, 'plan') : null }];
  });
}

/** What the week's check-ins say of readers, the latest first. */
export const heardOf = (days: Days): string[] =>
  [...new Set(days.toReversed().flatMap(({ answers }) => learnedIn(answers) ?? []))].slice(0, HEARD_KEPT);

export const energyOf = (checkIns: Days, date: string): number | null => {
  const day = checkIns.find((one) => one.date === date);
  return day ? numberIn(day.answers, 'energy') : null;
};
