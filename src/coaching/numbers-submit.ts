import { localDate } from '../calendar/local-date.ts';
import type { Text } from '../flow/text.ts';
import { changed, type AccountChange } from './account-change.ts';
import type { Account } from './account.ts';
import type { Cause } from './coach.ts';
import type { Locale, Member } from './member.ts';
import { readEntry, type Typed } from './numbers-entry.ts';
import { runBy } from './numbers-form.ts';
import { takenParts } from './numbers-taken.ts';
import type { Decided } from './take.ts';

type Submission = {
  readonly accounts: readonly Account[];
  readonly account: string;
  readonly typed: Typed;
  readonly cause: Pick<Cause, 'at'>;
};
type Outcome =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly errors: Readonly<Record<string, readonly Text[]>> }
  | { readonly kind: 'old'; readonly text: Text };

export type NumbersSubmitted = Outcome & { readonly locale: Locale };

/** Numbers are taken whole or not at all. Refused, nothing is written. */
export function submitNumbers(member: Member, { accounts, account: id, typed, cause }: Submission): Decided<Outcome> {
  const account = runBy(member, accounts).find((one) => one.id === id);
  if (!account) return { member, parts: [], result: { kind: 'old', text: { key: 'numbers.no-account' } } };
  const entry = readEntry(account, typed, localDate(cause.at, member.zone));
  if (entry.kind === 'refused') return { member, parts: [], result: entry };
  const change: AccountChange = { kind: 'numbers', numbers: [...entry.numbers] };
  const parts = takenParts(changed(account, change), entry);
  return { member, parts, then: [{ kind: 'change', account: id, change }], result: { kind: 'taken' } };
}
