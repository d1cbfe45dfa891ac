import type { AnswerValue, JsonValue } from '../flow/session.ts';
import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import type { Begun } from './begin.ts';
import { firstOf } from './check-in-facts.ts';
import { DIGEST_EDIT, REVIEW } from './flow-ids.ts';
import { isIn } from './iso-week.ts';
import type { Locale, Member } from './member.ts';
import type { Translate } from './ports.ts';
import { askIdOf, learningId, NUMBERS, type WeekDraft } from './week-draft.ts';

/** Whether somebody else than those who run it answers for the account: then there is a digest. */
export const isAnsweredFor = ({ manager, operators }: Account): boolean =>
  manager !== null && !operators.includes(manager);

type Of = { readonly account: Account; readonly draft: WeekDraft };

/** The weekly review of this draft, with what was said before there to be kept or changed. */
export function reviewOf({ account, draft }: Of, operator: string): Begun {
  return {
    flow: REVIEW,
    facts: {
      account: account.id,
      week: draft.week,
      has_manager: isAnsweredFor(account),
      goes: goes(account, draft, operator),
      lead_missing: account.leadMetric === null,
      learnings: listed(draft.heard),
      wins: listed(draft.wins),
    },
    given: givenIn(draft),
  };
}

/** Whether the week is on its way to the manager, or will be without a press. */
function goes({ weeks, sendsByItself }: Account, { week }: WeekDraft, operator: string): boolean {
  const entry = weeks.find((one) => one.week === week && one.operator === operator);
  return entry ? entry.status === 'sent' : sendsByItself;
}

const listed = (texts: readonly string[]): JsonValue[] =>
  texts.map((text, i) => ({ id: `${i + 1}`, label: firstOf(text), text }));

function givenIn({ focus, learnings, heard, ask, win, wins }: WeekDraft): Record<string, AnswerValue> {
  const ids = heard.flatMap((text, i) => (learnings.includes(text) ? [`${i + 1}`] : []));
  const known = win === null ? -1 : wins.indexOf(win);
  return present({
    focus,
    learnings: ids.length > 0 ? ids : null,
    ...(ask && {
      ask: 'yes',
      ask_text: ask.text,
      ask_a: ask.a,
      ask_b: ask.b,
      ask_prefers: ask.prefers ?? 'either',
      ask_due: ask.dueOn,
      ask_waiting: ask.waiting,
    }),
    ...(win !== null && (known < 0 ? { win: 'own', win_text: win } : { win: `${known + 1}` })),
  });
}

const present = (given: Readonly<Record<string, AnswerValue | null>>): Record<string, AnswerValue> =>
  Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));

type By = { readonly member: Pick<Member, 'id' | 'locale'>; readonly translate: Translate };

/** What may be held back of the week, as its operator would name it. */
export function editOf({ account, draft }: Of, { member, translate }: By): Begun {
  const items = [
    ...account.items
      .filter(({ operator, date }) => operator === member.id && isIn(draft.week, date))
      .map(({ id, title }) => ({ id, text: { key: 'week.item.piece', values: { title } } })),
    ...account.blockers
      .filter(({ operator }) => operator === member.id)
      .map(({ id, text }) => ({ id, text: { key: 'week.item.blocker', values: { text } } })),
    ...askItems(account, draft, member.id),
    ...draft.learnings.map((text, i) => ({
      id: learningId(i),
      text: { key: 'week.item.learning', values: { text } },
    })),
    ...(account.numbers.length > 0 ? [{ id: NUMBERS, text: { key: 'week.item.numbers' } }] : []),
  ];
  const heldBack = draft.heldBack.filter((id) => items.some((item) => item.id === id));
  return {
    flow: DIGEST_EDIT,
    facts: {
      account: account.id,
      week: draft.week,
      has_manager: isAnsweredFor(account),
      goes: goes(account, draft, member.id),
      items: items.map(({ id, text }) => ({ id, label: labelOf(text, member.locale, translate) })),
    },
    given: present({
      hold_back: heldBack.length > 0 ? heldBack : null,
      line: draft.line,
      by_itself: account.sendsByItself ? 'yes' : null,
    }),
  };
}

function askItems(account: Account, { week, ask }: WeekDraft, operator: string): { id: string; text: Text }[] {
  const drafted = askIdOf(week, operator);
  const open = account.asks.filter((one) => one.operator === operator && one.answer === null && one.id !== drafted);
  return [...(ask ? [{ id: drafted, text: ask.text }] : []), ...open].map(({ id, text }) => ({
    id,
    text: { key: 'week.item.ask', values: { text } },
  }));
}

const labelOf = (text: Text, locale: Locale, translate: Translate): string => firstOf(translate(locale, text));
