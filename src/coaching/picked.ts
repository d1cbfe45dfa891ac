import { plusDays } from '../calendar/local-date.ts';
import { textIn } from './answers-of.ts';
import type { Finish } from './decision.ts';
import type { ActionState, Member } from './member.ts';

/** Picked so long ago, an action is not asked about any more. */
const PICK_LASTS_DAYS = 14;

type Actions = Member['actions'];
/** The action of the playbook that was picked, and on which day. */
export type Pick = { readonly id: string; readonly on: string };

/** Picked, and neither done since nor dropped. */
export const isPicked = ({ pickedOn, doneOn }: ActionState, today: string): boolean =>
  pickedOn !== null &&
  pickedOn <= today &&
  pickedOn > plusDays(today, -PICK_LASTS_DAYS) &&
  (doneOn === null || doneOn < pickedOn);

/** What was picked last and is still to be done; null when there is nothing. */
export function openPick(actions: Actions, today: string): Pick | null {
  const [last] = Object.entries(actions)
    .filter(([, state]) => isPicked(state, today))
    .toSorted(([, one], [, other]) => (other.pickedOn ?? '').localeCompare(one.pickedOn ?? ''));
  return last?.[1].pickedOn ? { id: last[0], on: last[1].pickedOn } : null;
}

/**
 * The actions once a check-in has told of the one that was picked: done on its date, still picked, or dropped. Edited,
 * it tells anew. `member`: as they were before it ended.
 */
export function actionsAfter(member: Member, { answers, session }: Finish, date: string): Actions {
  const { actions, done } = member;
  const { picked_id: id, picked_on: on } = session.facts;
  const said = textIn(answers, 'picked_done');
  const before = done?.facts['today'] === date ? textIn(done.answers, 'picked_done') : null;
  const state = typeof id === 'string' ? actions[id] : undefined;
  if (!state || typeof id !== 'string' || typeof on !== 'string' || (said === null && before === null)) return actions;
  const isDropped = said === 'no' && textIn(answers, 'picked_next') === 'drop';
  const notDoneHere = state.doneOn === date ? null : state.doneOn;
  return {
    ...actions,
    [id]: { ...state, pickedOn: isDropped ? null : on, doneOn: said === 'yes' ? date : notDoneHere },
  };
}

/** One thing at a time: what was picked before is put back among the others. */
export const withoutPicks = (actions: Actions, today: string): Actions =>
  Object.fromEntries(
    Object.entries(actions).map(([id, state]) => [id, isPicked(state, today) ? { ...state, pickedOn: null } : state]),
  );
