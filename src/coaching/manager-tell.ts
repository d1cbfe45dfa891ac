import type { JsonValue, Session } from '../flow/session.ts';
import { personText } from '../flow/step-text.ts';
import type { Text } from '../flow/text.ts';
import { changed, type AccountChange } from './account-change.ts';
import type { Account, Ask, ManagerEvent } from './account.ts';
import type { Consequence } from './consequence.ts';
import type { Decision, Moment } from './decision.ts';
import type { Member } from './member.ts';

/** What the operators read at once, and the line of their next check-in. */
export type Said = { readonly text: Text; readonly short: Text };

type Passed = {
  readonly account: string;
  readonly operators: readonly string[];
  readonly changes?: readonly AccountChange[];
  readonly event: ManagerEvent['kind'];
  readonly on: string;
  readonly said: Said;
};

/** What the manager did becomes part of the account, is counted, and reaches those who run it. */
export function passedOn({ account, operators, changes = [], event, on, said }: Passed, { id }: Moment): Consequence[] {
  const all: AccountChange[] = [...changes, { kind: 'event', event: { id: `${event}@${id}`, kind: event, on } }];
  return [
    ...all.map((change): Consequence => ({ kind: 'change', account, change })),
    ...operators.map((member): Consequence => ({ kind: 'tell', member, news: { kind: 'answered', ...said } })),
  ];
}

/** Whom a manager's word goes to: those who run the account, but never back to whoever said it. */
export const operatorsOf = ({ operators }: Account, manager: string): string[] =>
  operators.filter((operator) => operator !== manager);

/** The one who asked; if they have left the account, those who run it now. */
export function askersOf(account: Account, { operator }: Pick<Ask, 'operator'>, manager: string): string[] {
  const all = operatorsOf(account, manager);
  return all.includes(operator) ? [operator] : all;
}

export const peopleText = (members: readonly string[]): Text[] => members.map(personText);

export const said = (member: Member, key: string, values: Text['values'] = {}): Decision => ({
  member,
  parts: [{ kind: 'text', text: { key, values } }],
});

/** The account with what the member changed a moment ago and what is still on its way there. */
export const withPending = (account: Account, { outbox }: Pick<Member, 'outbox'>): Account =>
  outbox
    .flatMap(({ then }) => then)
    .flatMap((one) => (one.kind === 'change' && one.account === account.id ? [one.change] : []))
    .reduce(changed, account);

/** What a manager's conversation is about, as it was noted when it began. */
export type About = {
  readonly account: string;
  readonly name: string;
  readonly operators: readonly string[];
  readonly fact: (name: string) => string;
};

export function aboutOf({ facts }: Pick<Session, 'facts'>): About | null {
  const fact = (name: string): string => stringIn(facts[name]) ?? '';
  const account = stringIn(facts['account']);
  return account === null ? null : { account, name: fact('account_name'), operators: membersIn(facts['people']), fact };
}

const stringIn = (fact: JsonValue | undefined): string | null => (typeof fact === 'string' ? fact : null);

const membersIn = (fact: JsonValue | undefined): string[] =>
  Array.isArray(fact)
    ? fact.flatMap((one) =>
        typeof one === 'object' && one !== null && !Array.isArray(one) && typeof one['member'] === 'string'
          ? [one['member']]
          : [],
      )
    : [];
