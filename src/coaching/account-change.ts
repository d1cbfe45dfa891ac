import { z } from 'zod';

import {
  Account,
  Ask,
  Item,
  ManagerEvent,
  OwnAnswer,
  Plan,
  SharedBlocker,
  Snapshot,
  Team,
  WeekEntry,
} from './account.ts';
import { LevelId } from './maturity-level.ts';
import { Element } from './position.ts';

/** A change of an account that a turn of a member brings with it. Made twice, it is as if made once. */
export const AccountChange = z.discriminatedUnion('kind', [
  /** What an operator published on a date takes the place of what they said before of that date. */
  z.object({ kind: z.literal('items'), operator: z.string(), date: z.string(), items: z.array(Item) }),
  /** The open blockers that an operator passes on: all of them. */
  z.object({ kind: z.literal('blockers'), operator: z.string(), blockers: z.array(SharedBlocker) }),
  z.object({
    kind: z.literal('blocker-reply'),
    id: z.string(),
    operator: z.string(),
    text: z.string(),
    on: z.string(),
  }),
  z.object({
    kind: z.literal('numbers'),
    numbers: z.array(Snapshot),
    /** Numbers of a check-in that its operator took back. */
    without: z.array(Snapshot.pick({ subject: true, name: true, on: true, age: true })).exactOptional(),
  }),
  z.object({ kind: z.literal('ask'), ask: Ask }),
  z.object({ kind: z.literal('withdraw'), ask: z.string() }),
  /** The first answer stands; a talk may still end in one. */
  z.object({ kind: z.literal('answer'), ask: z.string(), answer: Ask.shape.answer.unwrap() }),
  z.object({ kind: z.literal('event'), event: ManagerEvent }),
  z.object({ kind: z.literal('week'), entry: WeekEntry }),
  z.object({ kind: z.literal('digest'), week: z.string(), on: z.string(), whole: z.boolean() }),
  z.object({ kind: z.literal('focus'), focus: Account.shape.focus.unwrap() }),
  z.object({ kind: z.literal('lead-metric'), metric: z.string() }),
  /** The share of promotion that was agreed on, 0 to 1. */
  z.object({ kind: z.literal('promo-cap'), cap: Account.shape.promoCap.unwrap() }),
  /** What stands in its settings; what is left out stays. */
  z.object({
    kind: z.literal('settings'),
    name: Account.shape.name.exactOptional(),
    platforms: Account.shape.platforms.exactOptional(),
    leadMetric: Account.shape.leadMetric.unwrap().exactOptional(),
    questions: Account.shape.questions.unwrap().exactOptional(),
  }),
  /** What an operator answered on a date to questions of the company's own, in place of what they did before. */
  z.object({ kind: z.literal('answers'), operator: z.string(), date: z.string(), answers: z.array(OwnAnswer) }),
  z.object({ kind: z.literal('sends-by-itself'), isOn: z.boolean() }),
  /** Where the operation stands, as its operator agreed to show; null: not any more. */
  z.object({ kind: z.literal('level'), level: LevelId.nullable(), on: z.string() }),
  /** The plan that its operators share, with the cap on promotion in it. */
  z.object({ kind: z.literal('plan'), plan: Plan }),
  /** Who there is and how much time, as its operators share it. */
  z.object({ kind: z.literal('team'), team: Team }),
  /** An element of the position was shared, or said to be true again. */
  z.object({ kind: z.literal('element'), element: Element, on: z.iso.date() }),
]);
export type AccountChange = z.infer<typeof AccountChange>;

const ITEMS_KEPT = 60;
/** A quarter of a year of a busy account: the longest table that is taken at once fits. */
const NUMBERS_KEPT = 1200;
const EVENTS_KEPT = 60;
/** Two weeks of five questions and two operators. */
const ANSWERS_KEPT = 100;
const WEEKS_KEPT = 16;
const ANSWERED_KEPT = 20;

export function changed(account: Account, change: AccountChange): Account {
  switch (change.kind) {
    case 'items': {
      const others = account.items.filter((item) => item.operator !== change.operator || item.date !== change.date);
      const items = [...others, ...change.items].sort(
        (a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id),
      );
      return { ...account, items: items.slice(-ITEMS_KEPT) };
    }
    case 'blockers':
      return { ...account, blockers: blockersAfter(account.blockers, change) };
    case 'blocker-reply':
      return {
        ...account,
        blockers: account.blockers.map((blocker) =>
          blocker.id === change.id && blocker.operator === change.operator
            ? { ...blocker, reply: { text: change.text, on: change.on } }
            : blocker,
        ),
      };
    case 'numbers':
      return { ...account, numbers: numbersAfter(account.numbers, change) };
    case 'ask':
      return { ...account, asks: asksAfter(account.asks, change.ask) };
    case 'withdraw':
      return { ...account, asks: account.asks.filter(({ id, answer }) => id !== change.ask || answer !== null) };
    case 'answer':
      return {
        ...account,
        asks: account.asks.map((ask) =>
          ask.id === change.ask && isOpenTo(ask.answer, change.answer) ? { ...ask, answer: change.answer } : ask,
        ),
      };
    case 'event':
      if (account.events.some(({ id }) => id === change.event.id)) return account;
      return { ...account, events: [...account.events, change.event].slice(-EVENTS_KEPT) };
    case 'week': {
      const { entry } = change;
      const others = account.weeks.filter(({ week, operator }) => week !== entry.week || operator !== entry.operator);
      return { ...account, weeks: [...others, entry].slice(-WEEKS_KEPT) };
    }
    case 'digest': {
      const { week, on, whole } = change;
      const others = account.digests.filter((digest) => digest.week !== week);
      return { ...account, digests: [...others, { week, on, whole }].slice(-WEEKS_KEPT) };
    }
    case 'focus':
      return { ...account, focus: change.focus };
    case 'lead-metric':
      return { ...account, leadMetric: change.metric };
    case 'promo-cap':
      return { ...account, promoCap: change.cap };
    case 'settings': {
      const { kind: _, ...settings } = change;
      return { ...account, ...settings };
    }
    case 'answers': {
      const others = account.answers.filter(
        ({ operator, date }) => operator !== change.operator || date !== change.date,
      );
      return { ...account, answers: [...others, ...change.answers].slice(-ANSWERS_KEPT) };
    }
    case 'sends-by-itself':
      return { ...account, sendsByItself: change.isOn };
    case 'level':
      return { ...account, level: change.level === null ? null : { level: change.level, on: change.on } };
    case 'plan':
      return { ...account, plan: change.plan, promoCap: change.plan.promoCap ?? account.promoCap };
    case 'team':
      return { ...account, team: change.team };
    case 'element': {
      const known = account.shared[change.element] ?? '';
      return change.on > known ? { ...account, shared: { ...account.shared, [change.element]: change.on } } : account;
    }
  }
}

/** Nothing was decided yet, or only that there will be a talk about it. */
export const isOpenTo = (known: Ask['answer'], answer: Pick<NonNullable<Ask['answer']>, 'choice'>): boolean =>
  known === null || (known.choice === 'talk' && answer.choice !== 'talk');

/** What the manager said of one stays with it while it is worded as it was. */
function blockersAfter(
  before: readonly SharedBlocker[],
  { operator, blockers }: Extract<AccountChange, { kind: 'blockers' }>,
): SharedBlocker[] {
  const known = (blocker: SharedBlocker): SharedBlocker | undefined =>
    before.find(({ id, operator: of, text }) => id === blocker.id && of === operator && text === blocker.text);
  return [
    ...before.filter((blocker) => blocker.operator !== operator),
    ...blockers.map((blocker) => ({ ...blocker, reply: blocker.reply ?? known(blocker)?.reply ?? null })),
  ];
}

/** The latest entry of a number stands. Of more than are kept, those of the latest days are. */
function numbersAfter(
  before: readonly Snapshot[],
  { numbers, without = [] }: Extract<AccountChange, { kind: 'numbers' }>,
): Snapshot[] {
  const entered = new Set(numbers.map(keyOf));
  const takenBack = new Set(without.map(keyOf));
  const kept = before.filter((one) => {
    const key = keyOf(one);
    return !entered.has(key) && !(one.source === 'check-in' && takenBack.has(key));
  });
  const all = [...kept, ...numbers].sort((a, b) => a.on.localeCompare(b.on));
  return all.slice(-NUMBERS_KEPT);
}

/** A number of a piece is one for each age, one of the account is one for each day. */
const keyOf = ({ subject, name, on, age }: Pick<Snapshot, 'subject' | 'name' | 'on' | 'age'>): string =>
  JSON.stringify([subject, name, age ?? on]);

/** An ask that was answered is not asked again by the turn that asked it. */
function asksAfter(before: readonly Ask[], ask: Ask): Ask[] {
  const known = before.find(({ id }) => id === ask.id);
  const others = before.filter(({ id }) => id !== ask.id);
  const all = [...others, known?.answer ? known : ask];
  const answered = all.filter(({ answer }) => answer !== null).slice(-ANSWERED_KEPT);
  return [...answered, ...all.filter(({ answer }) => answer === null)];
}
