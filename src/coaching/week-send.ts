import type { AccountChange } from './account-change.ts';
import { changed } from './account-change.ts';
import type { Account } from './account.ts';
import type { Consequence } from './consequence.ts';
import { askIdOf, toAsk, toEntry, type WeekDraft } from './week-draft.ts';

type By = { readonly operator: string; readonly on: string };

/** What an operator's week changes of the account once it is passed on. */
export const sent = (draft: WeekDraft, by: By): Consequence[] =>
  changesOf(draft, by).map((change) => ({ kind: 'change', account: draft.account, change }));

/** The account as its manager would find it. */
export const withDraft = (account: Account, draft: WeekDraft, by: By): Account =>
  changesOf(draft, by).reduce(changed, account);

/** The entry of a week that nothing is passed on of. */
export const unsent = (draft: WeekDraft, by: By): Extract<AccountChange, { kind: 'week' }> => ({
  kind: 'week',
  entry: toEntry(draft, 'skipped', by),
});

/** Nothing goes to the manager; an ask that was on its way is taken back. */
export const skipped = (draft: WeekDraft, by: By): Consequence[] =>
  [unsent(draft, by), { kind: 'withdraw', ask: askIdOf(draft.week, by.operator) } as const].map((change) => ({
    kind: 'change',
    account: draft.account,
    change,
  }));

function changesOf(draft: WeekDraft, by: By): AccountChange[] {
  const ask = toAsk(draft, by);
  const isHeldBack = ask === null || draft.heldBack.includes(ask.id);
  return [
    { kind: 'week', entry: toEntry(draft, 'sent', by) },
    isHeldBack ? { kind: 'withdraw', ask: askIdOf(draft.week, by.operator) } : { kind: 'ask', ask },
    ...(draft.focus === null
      ? []
      : [{ kind: 'focus', focus: { text: draft.focus, by: 'operator', on: by.on } } as const]),
  ];
}
