import type { Decision } from './decision.ts';
import type { ActionState, Member } from './member.ts';
import type { Part, Press } from './post.ts';

/** An action that was never shown. */
export const FRESH: ActionState = { shownOn: null, pickedOn: null, doneOn: null, dismissedOn: null, dismissals: 0 };

type Pressed = 'do' | 'done' | 'dismiss';

/** A button under an action of the playbook: picked, done, or not useful. Pressed twice on a day, it counts once. */
export function pressAction(
  member: Member,
  name: Pressed,
  { id, today }: { readonly id: string; readonly today: string },
): Decision {
  if (isPressed(name, member.actions[id] ?? FRESH, today)) {
    return { member, parts: [{ kind: 'text', text: { key: 'coach.pressed-again' } }] };
  }
  const state = { ...(member.actions[id] ?? FRESH), ...stateAfter(name, member.actions[id] ?? FRESH, today) };
  return { member: { ...member, actions: { ...member.actions, [id]: state } }, parts: answerTo(name, id) };
}

const isPressed = (name: Pressed, { pickedOn, doneOn, dismissedOn }: ActionState, today: string): boolean =>
  ({ do: pickedOn, done: doneOn, dismiss: dismissedOn })[name] === today;

function stateAfter(name: Pressed, { dismissals }: ActionState, today: string): Partial<ActionState> {
  switch (name) {
    case 'do':
      return { pickedOn: today };
    case 'done':
      return { doneOn: today };
    case 'dismiss':
      return { dismissedOn: today, dismissals: dismissals + 1 };
  }
}

function answerTo(name: Pressed, id: string): Part[] {
  const title = { key: `action.${id}.title` };
  const say = (key: string, values = {}): Part => ({ kind: 'text', text: { key, values: { title, ...values } } });
  switch (name) {
    case 'do': {
      const hints = { how: { key: `action.${id}.do` }, signal: { key: `action.${id}.signal` } };
      return [say('coach.action-picked', hints), { kind: 'presses', presses: [donePress(id)] }];
    }
    case 'done':
      return [say('coach.action-done')];
    case 'dismiss':
      return [say('coach.action-dismissed')];
  }
}

const donePress = (id: string): Press => ({ name: 'done', subject: id, text: { key: 'coach.press.done' } });
