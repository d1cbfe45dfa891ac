import type { Calendar } from '../calendar/calendar.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { personText } from '../flow/step-text.ts';
import { dayText, shortDayText, type Text } from '../flow/text.ts';
import { cutTo } from './above-fold.ts';
import type { Account, Ask, SharedBlocker } from './account.ts';
import type { Decision } from './decision.ts';
import { answerText } from './manager-words.ts';
import type { Member } from './member.ts';
import type { Part, Press } from './post.ts';
import { toSubject } from './subject.ts';

type Block = Extract<Part, { kind: 'block' }>;

/** Three words or six characters of an option: enough to know the button by, for it stands above in full. */
const ON_BUTTON = 0.03;

/**
 * What the manager is to decide, with a button for each way to do it; decided, it shows how. With the reader's
 * `calendar` it says for how many working days it waits, without one since when.
 */
export function askBlock(account: Account, ask: Ask, today: string, calendar?: Calendar): Block {
  const { text, a, b, waiting } = ask;
  return {
    kind: 'block',
    heading: null,
    lines: [
      { key: 'manager.ask', values: { text } },
      { key: 'manager.ask-options', values: { a, b } },
      ...(waiting === null ? [] : [{ key: 'manager.ask-waiting', values: { waiting } }]),
      ...(ask.answer === null ? [] : [answeredLine(ask, ask.answer)]),
    ],
    small: ask.answer === null ? [aboutAsk(ask, today, calendar)] : [],
    presses: ask.answer === null ? askPresses(account, ask) : [],
  };
}

const answeredLine = (ask: Ask, answer: NonNullable<Ask['answer']>): Text => ({
  key: 'manager.ask-answered',
  values: { answer: answerText(ask, answer), day: shortDayText(answer.on) },
});

const aboutAsk = ({ operator, prefers, dueOn, askedOn }: Ask, today: string, calendar?: Calendar): Text => ({
  key: 'manager.ask-about',
  values: {
    operator: personText(operator),
    prefers: prefers ?? 'neither',
    hasDue: dueOn === null ? 'no' : 'yes',
    due: shortDayText(dueOn ?? askedOn),
    since: sinceText(askedOn, today, calendar),
  },
});

function askPresses({ id: account }: Account, { id, a, b }: Ask): Press[] {
  const subject = toSubject(account, id);
  return [
    { name: 'ask-a', subject, text: { key: 'manager.press.a', values: optionOn(a) } },
    { name: 'ask-b', subject, text: { key: 'manager.press.b', values: optionOn(b) } },
    { name: 'ask-talk', subject, text: { key: 'manager.press.talk' } },
    { name: 'ask-delegate', subject, text: { key: 'manager.press.delegate' } },
  ];
}

const optionOn = (words: string) => ({ option: cutTo(words, ON_BUTTON) });

/** What is stuck, as its operator worded it for the manager, and what the manager said about it. */
export function blockerBlock(account: Account, blocker: SharedBlocker, today: string, calendar?: Calendar): Block {
  const { id, operator, text, openedOn, reply } = blocker;
  return {
    kind: 'block',
    heading: null,
    lines: [
      { key: 'manager.blocker', values: { text } },
      ...(reply === null
        ? []
        : [{ key: 'manager.blocker-reply', values: { reply: reply.text, day: shortDayText(reply.on) } }]),
    ],
    small: [
      {
        key: 'manager.blocker-about',
        values: { operator: personText(operator), since: sinceText(openedOn, today, calendar) },
      },
    ],
    presses: [
      {
        name: 'unblock',
        subject: toSubject(account.id, operator, id),
        text: { key: reply === null ? 'manager.press.unblock' : 'manager.press.unblock-again' },
      },
    ],
  };
}

function sinceText(date: string, today: string, calendar?: Calendar): Text {
  const days = calendar ? workingDaysBetween(calendar, date, today) : 0;
  return days > 0
    ? { key: 'manager.waiting-days', values: { days } }
    : { key: 'manager.waiting-since', values: { day: shortDayText(date) } };
}

type Told = { readonly account: Account; readonly ask: string; readonly today: string; readonly calendar: Calendar };

/** An ask that cannot wait for the weekly digest. */
export function askTold(member: Member, { account, ask, today, calendar }: Told): Decision {
  const found = account.asks.find(({ id }) => id === ask);
  if (account.manager !== member.id || !found || found.answer !== null) return { member, parts: [] };
  const values = { operator: personText(found.operator), account: account.name };
  return {
    member,
    parts: [{ kind: 'text', text: { key: 'manager.ask-told', values } }, askBlock(account, found, today, calendar)],
  };
}

/** For the operator: since when each of their questions waits. It never says more of their manager than that. */
export const waitingSince = ({ asks }: Account, operator: string, today: string): Text[] =>
  asks
    .filter((ask) => ask.operator === operator && ask.answer === null && ask.askedOn < today)
    .map(({ text, askedOn }) => ({ key: 'manager.waits-since', values: { text, day: dayText(askedOn) } }));
