import type { Given } from '../flow/session.ts';
import type { SharedBlocker } from './account.ts';
import { choicesIn, personIn, textIn } from './answers-of.ts';
import { isShared } from './audience.ts';
import type { Blocker } from './member.ts';

const CLOSED_KEPT = 10;

/**
 * The blockers once a check-in of `date` is taken: a new one opened, freed ones closed.
 * A check-in that is edited is taken again, so what its first version opened or closed on that date is undone first.
 */
export function blockersAfter(
  before: readonly Blocker[],
  answers: Readonly<Record<string, Given>>,
  date: string,
): Blocker[] {
  const id = `b-${date}`;
  const freed = new Set(textIn(answers, 'blocked') === 'freed' ? choicesIn(answers, 'freed') : []);
  const kept = before
    .filter((blocker) => blocker.id !== id)
    .map((blocker) => (blocker.closedOn === date ? { ...blocker, closedOn: null } : blocker))
    .map((blocker) => (freed.has(blocker.id) ? { ...blocker, closedOn: date } : blocker));
  const text = textIn(answers, 'blocked') === 'new' ? textIn(answers, 'blocker') : null;
  const opened = text === null ? [] : [openedBlocker({ id, text, date }, answers)];
  return [...openOnes(kept), ...opened, ...kept.filter(({ closedOn }) => closedOn !== null).slice(-CLOSED_KEPT)];
}

/** The open ones that may be passed on, as their account holds them. */
export const sharedOnes = (blockers: readonly Blocker[], operator: string): SharedBlocker[] =>
  openOnes(blockers)
    .filter(({ shared }) => shared)
    .map(({ id, text, owner, category, openedOn }) => ({ id, operator, text, owner, category, openedOn, reply: null }));

export const openOnes = (blockers: readonly Blocker[]): Blocker[] =>
  blockers.filter(({ closedOn }) => closedOn === null);

function openedBlocker(
  { id, text, date }: { readonly id: string; readonly text: string; readonly date: string },
  answers: Readonly<Record<string, Given>>,
): Blocker {
  return {
    id,
    text,
    owner: personIn(answers, 'blocker_owner'),
    category: textIn(answers, 'blocker_category'),
    shared: isShared(answers),
    openedOn: date,
    closedOn: null,
  };
}
