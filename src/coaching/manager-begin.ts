import { plusDays } from '../calendar/local-date.ts';
import { nextWorkingDay } from '../calendar/working-days.ts';
import type { JsonValue } from '../flow/session.ts';
import { dayText } from '../flow/text.ts';
import type { Account, Ask, SharedBlocker } from './account.ts';
import type { Begun } from './begin.ts';
import type { Coaching } from './decision.ts';
import { askersOf, operatorsOf } from './manager-tell.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member } from './member.ts';
import { thanksFor } from './thanks.ts';

/** So many days are offered for a talk. */
const DAYS_OFFERED = 4;

/** What every conversation of a manager knows: which account, and whom it goes to. */
function facts({ id, name }: Account, people: readonly string[]): Record<string, JsonValue> {
  return { account: id, account_name: name, people: people.map((member) => ({ member })) };
}

type OnAsk = { readonly account: Account; readonly ask: Ask; readonly member: Member };

const askFacts = ({ account, ask, member }: OnAsk): Record<string, JsonValue> => ({
  ...facts(account, askersOf(account, ask, member.id)),
  ask: ask.id,
  operator: ask.operator,
  question: ask.text,
});

/** The next working days, today among them. */
export function talkAbout(coaching: Coaching, about: OnAsk, today: string): Begun {
  const { locale } = about.member;
  const calendar = calendarFor(about.member);
  const days = Array.from({ length: DAYS_OFFERED - 1 }).reduce<string[]>(
    (some) => [...some, nextWorkingDay(calendar, some.at(-1) ?? today)],
    [nextWorkingDay(calendar, plusDays(today, -1))],
  );
  const listed = days.map((date) => ({ id: date, label: coaching.translate(locale, dayText(date)) }));
  return { flow: 'manager-talk', facts: { ...askFacts(about), days: listed } };
}

export const delegate = (about: OnAsk): Begun => ({ flow: 'manager-delegate', facts: askFacts(about) });

type On = { readonly account: Account; readonly member: Member };

export const reply = ({ account, member }: On): Begun => ({
  flow: 'manager-reply',
  facts: facts(account, operatorsOf(account, member.id)),
});

export const unblock = ({ account, member }: On, blocker: SharedBlocker): Begun => ({
  flow: 'manager-unblock',
  facts: {
    ...facts(account, askersOf(account, blocker, member.id)),
    blocker: blocker.id,
    operator: blocker.operator,
    blocker_text: blocker.text,
  },
});

export const setFocus = ({ account, member }: On): Begun => ({
  flow: 'manager-focus',
  facts: { ...facts(account, operatorsOf(account, member.id)), focus: account.focus?.text ?? '' },
});

/** With the sentence that the digest showed, to be sent as it is or in other words. */
export function thank(coaching: Coaching, { account, member }: On, week: string): Begun {
  const words = thanksFor(account, week);
  return {
    flow: 'manager-thank',
    facts: { ...facts(account, operatorsOf(account, member.id)), week },
    ...(words && { given: { words: coaching.translate(member.locale, words) } }),
  };
}

export const weekQuestion = ({ account, member }: On, topic: string): Begun => ({
  flow: 'manager-week',
  facts: { ...facts(account, operatorsOf(account, member.id)), topic },
});
