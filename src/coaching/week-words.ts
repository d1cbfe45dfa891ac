import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import { isIn } from './iso-week.ts';
import type { Press } from './post.ts';
import { toSubject } from './subject.ts';
import { askIdOf, type WeekDraft } from './week-draft.ts';

/** What an operator may do with their week before it goes. */
export function weekPresses(
  { account, week }: Pick<WeekDraft, 'account' | 'week'>,
  { isSent }: { readonly isSent: boolean },
): Press[] {
  const subject = toSubject(account, week);
  return [
    { name: 'preview-week', subject, text: { key: 'week.press.preview' } },
    { name: 'edit-week', subject, text: { key: 'week.press.edit' } },
    ...(isSent ? [] : [{ name: 'send-week', subject, text: { key: 'week.press.send' }, main: true } as const]),
    { name: 'skip-week', subject, text: { key: isSent ? 'week.press.take-back' : 'week.press.skip' } },
  ];
}

/** In a few words: what of the week its manager gets. */
export function whatGoes(
  account: Account,
  { draft, operator }: { readonly draft: WeekDraft; readonly operator: string },
): Text[] {
  const goes = ({ id }: { readonly id: string }): boolean => !draft.heldBack.includes(id);
  const pieces = account.items.filter((item) => isIn(draft.week, item.date) && goes(item)).length;
  const blockers = account.blockers.filter((blocker) => blocker.operator === operator && goes(blocker)).length;
  const entry = account.weeks.find(({ week, operator: by }) => week === draft.week && by === operator);
  const learnings = entry?.learnings.length ?? 0;
  const hasAsk = account.asks.some(({ id }) => id === askIdOf(draft.week, operator));
  return [
    ...(pieces > 0 ? [{ key: 'week.what.pieces', values: { count: pieces } }] : []),
    ...(blockers > 0 ? [{ key: 'week.what.blockers', values: { count: blockers } }] : []),
    ...(learnings > 0 ? [{ key: 'week.what.learnings', values: { count: learnings } }] : []),
    ...(hasAsk ? [{ key: 'week.what.ask' }] : []),
    ...(draft.focus === null ? [] : [{ key: 'week.what.focus' }]),
  ];
}
