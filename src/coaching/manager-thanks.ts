import type { Account } from './account.ts';
import { startWith } from './begin.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { thank } from './manager-begin.ts';
import { operatorsOf, passedOn, peopleText, said } from './manager-tell.ts';
import { thanksSaid } from './manager-thanks-said.ts';
import type { Member } from './member.ts';
import { markOf, thanksFor } from './thanks.ts';

type Sending = {
  readonly account: Account;
  readonly week: string;
  /** Of the sentence that stood beside the button. */
  readonly mark: string;
  readonly today: string;
};

/** Sends the sentence that was shown, as it is and once. If it would be another by now, it is shown first. */
export function sendThanks(
  coaching: Coaching,
  member: Member,
  { account, week, mark, today }: Sending,
  moment: Moment,
): Decision {
  const thanks = thanksFor(account, week);
  if (thanks === null || markOf(thanks) !== mark) {
    return startWith(coaching, member, thank(coaching, { account, member }, week), moment);
  }
  const words = coaching.translate(member.locale, thanks);
  if (account.events.some(({ id }) => id === `thanked@${week}`)) return said(member, 'manager.thanked-before');
  const operators = operatorsOf(account, member.id);
  if (operators.length === 0) return said(member, 'manager.nobody-to-tell');
  return {
    ...said(member, 'manager.thanked', { people: peopleText(operators), words }),
    then: passedOn(
      { account: account.id, operators, event: 'thanked', on: today, said: thanksSaid(member.id, words) },
      { ...moment, id: week },
    ),
  };
}
