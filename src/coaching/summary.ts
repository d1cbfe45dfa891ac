import type { Calendar } from '../calendar/calendar.ts';
import { plusDays } from '../calendar/local-date.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { personText } from '../flow/step-text.ts';
import { dayText, literal, shortDayText, type Text } from '../flow/text.ts';
import { cutTo } from './above-fold.ts';
import type { Account } from './account.ts';
import { openOnes } from './blockers.ts';
import { isIn, mondayOfWeek, plusWeeks } from './iso-week.ts';
import { waitingSince } from './manager-asks.ts';
import type { Blocker, CheckIn, Member } from './member.ts';
import { balanceLines, balanceOf, planIn } from './mix-balance.ts';
import { mixOf, percent } from './mix.ts';
import { ownBrief } from './own-brief.ts';
import type { Part, Suggestion } from './post.ts';
import { daysOf, energyOf, heardOf, movedOf, plansOf } from './summary-facts.ts';
import { numberLines } from './summary-numbers.ts';
import type { WeekDraft } from './week-draft.ts';

type Block = Extract<Part, { kind: 'block' }>;

export type SummaryOf = {
  readonly week: string;
  readonly today: string;
  readonly calendar: Calendar;
  readonly account: Account | null;
  /** Of the last two weeks, oldest first. */
  readonly checkIns: readonly CheckIn[];
  readonly draft: WeekDraft | null;
  readonly suggestions: readonly Suggestion[];
};

type Of = Pick<Member, 'id' | 'blockers' | 'account' | 'position'>;

const ONE = 1;
const BLOCKERS = 3;
const ASKS = 2;
const CARRIED = 2;
const WORDS_WEIGHT = 0.12;
const QUOTE_WEIGHT = 0.2;
const DOTS = ['○', '○', '◐', '●', '●'] as const;

/** An operator's own week, readable in a minute: what there is nothing to say of is left out. */
export function summaryOf(member: Of, of: SummaryOf): Part[] {
  const { week, account, checkIns, draft, suggestions } = of;
  const days = daysOf(checkIns, week);
  const monday = mondayOfWeek(week);
  const span = { from: shortDayText(monday), to: shortDayText(plusDays(monday, 6)) };
  const title: Text = { key: 'summary.title', values: { week: { key: 'digest.span', values: span } } };
  const own = (account?.items ?? []).filter(({ operator }) => operator === member.id);
  return [
    { ...titled(title), lines: days.length === 0 ? [{ key: 'summary.empty' }] : [] },
    ...block('summary.moved', movedOf({ days, blockers: member.blockers, week }, checkIns)),
    ...block('summary.plan', planLines(days, checkIns)),
    ...block('summary.readers', heardOf(days).slice(0, ONE).map(quoted)),
    ...block('summary.numbers', account ? numberLines(account, week) : []),
    ...block('summary.mix', account ? mixLines(member, { account, own }, of) : []),
    ...block('summary.stuck', [
      ...openOnes(member.blockers).slice(0, BLOCKERS).map(stuckLine(of)),
      ...(account ? waitingSince(account, member.id, of.today).slice(0, ASKS) : []),
    ]),
    ...block('summary.next', [
      ...(draft?.focus ? [{ key: 'digest.focus', values: { text: draft.focus } }] : []),
      ...suggestions.map(({ title: text, minutes }) => ({
        key: 'summary.suggestion',
        values: { title: text, minutes },
      })),
    ]),
    ...energyBlock(of),
  ];
}

const titled = (heading: Text): Block => ({ kind: 'block', heading, lines: [], small: [], presses: [] });

const block = (heading: string, lines: readonly Text[]): Block[] =>
  lines.length === 0 ? [] : [{ ...titled({ key: heading }), lines: [...lines] }];

const quoted = (words: string): Text => literal(cutTo(words, QUOTE_WEIGHT));

/** How many plans happened, and what is carried over: no share, and nothing in a row. */
function planLines(days: readonly CheckIn[], all: readonly CheckIn[]): Text[] {
  const plans = plansOf(days, all);
  if (plans.length === 0) return [];
  const count = (done: string): number => plans.filter((plan) => plan.done === done).length;
  const left = plans.filter(({ done, plan }) => done !== 'yes' && plan !== null).slice(-CARRIED);
  return [
    { key: 'summary.plan-kept', values: { kept: count('yes'), partly: count('partly'), count: plans.length } },
    ...left.map(({ plan }) => ({ key: 'summary.plan-left', values: { plan: cutTo(plan ?? '', WORDS_WEIGHT) } })),
  ];
}

type Own = { readonly account: Account; readonly own: Account['items'] };

/** The week's pieces against the cap, and four weeks of them against the operator's own plan. */
function mixLines(member: Of, { account, own }: Own, { week, today }: SummaryOf): Text[] {
  const items = own.filter(({ date }) => isIn(week, date));
  const brief = ownBrief(member);
  const plan = brief && planIn(brief);
  const { useful, companyNews, promo } = mixOf(items);
  const cap = percent(brief?.promoShare ?? account.promoCap);
  return [
    ...(items.length > 0
      ? [{ key: 'summary.mix-line', values: { useful, news: companyNews, promo, cap, planned: plan ? 'yes' : 'no' } }]
      : []),
    ...(plan ? balanceLines(balanceOf(own, plan, today)) : []),
  ];
}

const stuckLine =
  ({ calendar, today }: Pick<SummaryOf, 'calendar' | 'today'>) =>
  ({ text, openedOn, owner, shared }: Blocker): Text => ({
    key: 'summary.stuck-line',
    values: {
      text: cutTo(text, WORDS_WEIGHT),
      days: workingDaysBetween(calendar, openedOn, today),
      hasOwner: owner ? 'yes' : 'no',
      owner: owner ? ('member' in owner ? personText(owner.member) : owner.name) : '',
      shared: shared ? 'yes' : 'no',
    },
  });

/** A small line of dots for nobody else, in words too for those who hear it read. */
function energyBlock({ week, today, calendar, checkIns }: SummaryOf): Block[] {
  const lines = [plusWeeks(week, -1), week].map((each) => {
    const monday = mondayOfWeek(each);
    const dates = [0, 1, 2, 3, 4, 5, 6]
      .map((days) => plusDays(monday, days))
      .filter((date) => date <= today && (calendar.isWorkingDay(date) || energyOf(checkIns, date) !== null));
    return dates.map((date) => ({ date, energy: energyOf(checkIns, date) }));
  });
  const [before = [], now = []] = lines;
  if (now.every(({ energy }) => energy === null)) return [];
  const dots = (days: typeof now): string =>
    days.map(({ energy }) => (energy === null ? '–' : (DOTS[energy - 1] ?? '–'))).join(' ');
  const isKnown = before.some(({ energy }) => energy !== null);
  return [
    {
      ...titled({ key: 'summary.energy' }),
      lines: [
        ...(isKnown ? [{ key: 'summary.energy-last', values: { dots: dots(before) } }] : []),
        { key: 'summary.energy-this', values: { dots: dots(now) } },
      ],
      small: [
        { key: 'summary.energy-words', values: { days: now.filter(({ energy }) => energy !== null).map(energyWords) } },
      ],
    },
  ];
}

const energyWords = ({ date, energy }: { readonly date: string; readonly energy: number | null }): Text => ({
  key: 'summary.energy-day',
  values: { day: dayText(date), energy: `${energy}` },
});
