import { isoWeekOf } from '../calendar/working-days.ts';
import { shortDayText, type Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import { shownOf } from './digest-shown.ts';
import type { Press } from './post.ts';
import { toSubject } from './subject.ts';
import { isAnsweredFor } from './week-facts.ts';

/** How many questions wait for the manager of these accounts. */
export const waitingIn = (managed: readonly Account[], today: string): number =>
  managed.reduce((sum, account) => sum + shownOf(account, isoWeekOf(today)).asks.length, 0);

/** One account of a manager in a line: what waits for them, and when they last heard of it. */
export function glanceOf(account: Account, today: string): Text {
  const last = account.digests.at(-1);
  return {
    key: 'home.account',
    values: {
      name: account.name,
      operators: account.operators.length,
      waiting: waitingIn([account], today),
      hasDigest: last ? 'yes' : 'no',
      day: shortDayText(last?.on ?? today),
    },
  };
}

/** What an operator may do with their week at any time of it. */
export function weekPressesOn(account: Account | null, today: string): Press[] {
  if (account === null) return [];
  const subject = toSubject(account.id, isoWeekOf(today));
  return [
    { name: 'review', subject, text: { key: 'week.press.review' } },
    ...(isAnsweredFor(account)
      ? [{ name: 'preview-week', subject, text: { key: 'week.press.preview-digest' } } as const]
      : []),
  ];
}
