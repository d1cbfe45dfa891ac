import { localDate } from '../calendar/local-date.ts';
import { isoWeekOf } from '../calendar/working-days.ts';
import { isOpenTo } from './account-change.ts';
import type { Account } from './account.ts';
import { startWith } from './begin.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { plusWeeks } from './iso-week.ts';
import { delegate, reply, setFocus, talkAbout, thank, unblock } from './manager-begin.ts';
import { decided } from './manager-decided.ts';
import { said, withPending } from './manager-tell.ts';
import { sendThanks } from './manager-thanks.ts';
import { answerText } from './manager-words.ts';
import type { Member } from './member.ts';
import type { Press } from './post.ts';
import { oldButton, type PressRule } from './press-account.ts';

/**
 * What a manager does with a digest: decide, talk, hand on, reply, unblock, set the focus, say thank you. The subject
 * proves nothing: whoever presses answers for the account, and what is named is there, or nothing happens.
 */
export const pressManager: PressRule = (coaching, member, { name, account: found, rest }, moment) => {
  if (found === null) return oldButton(member);
  if (found.manager !== member.id) return said(member, 'manager.not-yours');
  const on = { account: withPending(found, member), rest, today: localDate(moment.at, member.zone) };
  if (isOfAsk(name)) return pressAsk(coaching, member, { ...on, choice: CHOICES[name] }, moment);
  return name === 'unblock'
    ? pressUnblock(coaching, member, on, moment)
    : pressWeek(coaching, member, { ...on, name }, moment);
};

const CHOICES = { 'ask-a': 'a', 'ask-b': 'b', 'ask-talk': 'talk', 'ask-delegate': 'delegate' } as const;

const isOfAsk = (name: Press['name']): name is keyof typeof CHOICES => Object.hasOwn(CHOICES, name);

type On = { readonly account: Account; readonly rest: readonly string[]; readonly today: string };
type OnAsk = On & { readonly choice: (typeof CHOICES)[keyof typeof CHOICES] };

function pressAsk(
  coaching: Coaching,
  member: Member,
  { account, rest: [id], today, choice }: OnAsk,
  moment: Moment,
): Decision {
  const ask = account.asks.find((one) => one.id === id);
  if (!ask) return said(member, 'manager.gone');
  if (ask.answer !== null && !isOpenTo(ask.answer, { choice })) {
    return said(member, 'manager.decided-before', { answer: answerText(ask, ask.answer) });
  }
  switch (choice) {
    case 'a':
    case 'b':
      return decided(member, { account, ask, choice, today }, moment);
    case 'talk':
      return startWith(coaching, member, talkAbout(coaching, { account, ask, member }, today), moment);
    case 'delegate':
      return startWith(coaching, member, delegate({ account, ask, member }), moment);
  }
}

function pressUnblock(
  coaching: Coaching,
  member: Member,
  { account, rest: [operator, id] }: On,
  moment: Moment,
): Decision {
  const blocker = account.blockers.find((one) => one.operator === operator && one.id === id);
  if (!blocker) return said(member, 'manager.gone');
  return startWith(coaching, member, unblock({ account, member }, blocker), moment);
}

type OnWeek = On & { readonly name: Press['name'] };

/** A digest's buttons name its week; those of a small reminder mean the last. */
function pressWeek(
  coaching: Coaching,
  member: Member,
  { account, rest: [named, mark = ''], today, name }: OnWeek,
  moment: Moment,
): Decision {
  if (named !== undefined && !hasWeek(account, named)) return oldButton(member);
  const week = named ?? account.digests.at(-1)?.week ?? plusWeeks(isoWeekOf(today), -1);
  const on = { account, member };
  if (name === 'reply') return startWith(coaching, member, reply(on), moment);
  if (name === 'set-focus') return startWith(coaching, member, setFocus(on), moment);
  if (name === 'thank') return startWith(coaching, member, thank(coaching, on, week), moment);
  return sendThanks(coaching, member, { account, week, mark, today }, moment);
}

const hasWeek = ({ digests, weeks }: Account, week: string): boolean =>
  [...digests, ...weeks].some((known) => known.week === week);
