import type { Account, Ask, Item, SharedBlocker, WeekEntry } from './account.ts';
import { isIn } from './iso-week.ts';
import { NUMBERS } from './week-draft.ts';

/** What of an account its manager is shown in a week's digest: nothing that an operator held back. */
export type Shown = {
  readonly items: readonly Item[];
  readonly itemsOfWeek: readonly Item[];
  readonly asks: readonly Ask[];
  readonly blockers: readonly SharedBlocker[];
  /** What the operators passed on of the week. */
  readonly entries: readonly WeekEntry[];
  readonly hasNumbers: boolean;
};

export function shownOf(account: Account, week: string): Shown {
  const lastOf = (operator: string): WeekEntry | undefined =>
    account.weeks
      .filter((entry) => entry.operator === operator && entry.week <= week)
      .toSorted((a, b) => a.week.localeCompare(b.week))
      .at(-1);
  const isHeld = (operator: string, id: string): boolean => lastOf(operator)?.heldBack.includes(id) ?? false;
  const items = account.items.filter(
    ({ id, operator }) => !account.weeks.some((entry) => entry.operator === operator && entry.heldBack.includes(id)),
  );
  return {
    items,
    itemsOfWeek: items.filter(({ date }) => isIn(week, date)),
    asks: account.asks
      .filter(({ id, operator, answer }) => answer === null && !isHeld(operator, id))
      .toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.askedOn.localeCompare(b.askedOn)),
    blockers: account.blockers
      .filter(({ id, operator }) => !isHeld(operator, id))
      .toSorted((a, b) => a.openedOn.localeCompare(b.openedOn)),
    entries: account.weeks.filter((entry) => entry.week === week && entry.status === 'sent'),
    hasNumbers: !account.operators.some((operator) => isHeld(operator, NUMBERS)),
  };
}
