import type { Decision } from './decision.ts';
import type { ActionState, Member } from './member.ts';
import type { Press } from './post.ts';

const FRESH: ActionState = { shownOn: null, pickedOn: null, doneOn: null, dismissedOn: null, dismissals: 0 };

/** A button under an action of the playbook: picked, done, or not useful. Pressed twice on a day, it counts once. */
export function pressAction(
  member: Member,
  name: 'do' | 'done' | 'dismiss',
  { id, today }: { readonly id: string; readonly today: string },
): Decision {
  const state = member.actions[id] ?? FRESH;
  const title = { key: `action.${id}.title` };
  const keep = (changed: Partial<ActionState>): Member => ({
    ...member,
    actions: { ...member.actions, [id]: { ...state, ...changed } },
  });
  switch (name) {
    case 'do':
      return {
        member: keep({ pickedOn: today }),
        parts: [
          {
            kind: 'text',
            text: {
              key: 'coach.action-picked',
              values: { title, how: { key: `action.${id}.do` }, signal: { key: `action.${id}.signal` } },
            },
          },
          { kind: 'presses', presses: [donePress(id)] },
        ],
      };
    case 'done':
      return {
        member: keep({ doneOn: today }),
        parts: [{ kind: 'text', text: { key: 'coach.action-done', values: { title } } }],
      };
    case 'dismiss': {
      const again = state.dismissedOn === today;
      const changed = { dismissedOn: today, dismissals: again ? state.dismissals : state.dismissals + 1 };
      return {
        member: keep(changed),
        parts: [{ kind: 'text', text: { key: 'coach.action-dismissed', values: { title } } }],
      };
    }
  }
}

const donePress = (id: string): Press => ({ name: 'done', subject: id, text: { key: 'coach.press.done' } });
