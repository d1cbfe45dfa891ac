import { localDate } from '../calendar/local-date.ts';
import { shortDayText, type Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import type { Locale, Member } from './member.ts';
import { enteredOf, type MetricId } from './metric.ts';
import { ageAddress, AGES, chosenIn, piecesOf, subjectAddress } from './numbers-choice.ts';
import type { Typed } from './numbers-entry.ts';

/** The form for numbers, as what is chosen in it so far makes it. */
export type NumbersForm =
  | { readonly kind: 'none'; readonly locale: Locale; readonly text: Text }
  | {
      readonly kind: 'form';
      readonly locale: Locale;
      readonly account: string;
      /** All that they run. */
      readonly accounts: readonly Choice[];
      /** The pieces, and the account as a whole. */
      readonly subject: { readonly address: string; readonly chosen: string; readonly of: readonly Choice[] };
      /** In days; null where the whole account is chosen. */
      readonly age: { readonly address: string; readonly chosen: string; readonly of: readonly Choice[] } | null;
      readonly fields: readonly MetricId[];
      readonly typed: Typed;
    };

export type Choice = { readonly id: string; readonly text: Text };

/** Those that are over by now. Of a piece that is too new for any, the first: what is wrong is said when it is sent. */
const agesUpTo = (oldest: number): Choice[] =>
  AGES.filter((age, at) => at === 0 || age <= oldest).map((age) => ({
    id: String(age),
    text: { key: 'numbers.age', values: { age } },
  }));

type Open = {
  readonly accounts: readonly Account[];
  readonly asked: string | undefined;
  readonly typed: Typed;
  readonly at: Date;
};

export function numbersForm(member: Member, { accounts, asked, typed, at }: Open): NumbersForm {
  const run = runBy(member, accounts);
  const account = run.find(({ id }) => id === asked) ?? run[0];
  const { locale } = member;
  if (!account) {
    const answersFor = accounts.some(({ manager }) => manager === member.id);
    return { kind: 'none', locale, text: { key: answersFor ? 'numbers.not-theirs' : 'numbers.no-account' } };
  }
  const chosen = chosenIn(account, typed, localDate(at, member.zone));
  const isItem = chosen.kind === 'item';
  return {
    kind: 'form',
    locale,
    account: account.id,
    accounts: run.map(({ id, name }) => ({ id, text: { key: 'numbers.account', values: { name } } })),
    subject: {
      address: subjectAddress(account.id),
      chosen: isItem ? chosen.item.id : 'account',
      of: subjectsOf(account),
    },
    age: isItem
      ? { address: ageAddress(chosen.item.id), chosen: String(chosen.age), of: agesUpTo(chosen.oldest) }
      : null,
    fields: enteredOf(isItem ? 'item' : 'account'),
    typed,
  };
}

/** The accounts that a member runs, theirs first. Whoever only answers for one sees no more of it than is passed on. */
export const runBy = (member: Member, accounts: readonly Account[]): Account[] =>
  accounts
    .filter(({ operators }) => operators.includes(member.id))
    .toSorted((a, b) => Number(b.id === member.account) - Number(a.id === member.account));

const subjectsOf = (account: Account): Choice[] => [
  ...piecesOf(account).map(({ id, date, title }) => ({
    id,
    text: { key: 'numbers.piece', values: { day: shortDayText(date), title } },
  })),
  { id: 'account', text: { key: 'numbers.whole-account' } },
];
