import type { Decision } from './decision.ts';
import type { ActionState, Member } from './member.ts';
import { openPick, withoutPicks } from './picked.ts';
import type { Part, Press } from './post.ts';

/** An action that was never shown. */
export const FRESH: ActionState = { shownOn: null, pickedOn: null, doneOn: null, dismissedOn: null, dismissals: 0 };

type Pressed = 'do' | 'done' | 'dismiss';

/**
 * A button under an action of the playbook: picked, done, or not useful. Pressed twice on a day, it counts once. What is
 * picked takes the place of what was picked before.
 */
export function pressAction(
  member: Member,
  name: Pressed,
  { id, today }: { readonly id: string; readonly today: string },
): Decision {
  const known = member.actions[id] ?? FRESH;
  if (isPressed(name, known, today)) {
    return { member, parts: [{ kind: 'text', text: { key: 'coach.pressed-again' } }] };
  }
  const actions = name === 'do' ? withoutPicks(member.actions, today) : member.actions;
  const state = { ...known, ...stateAfter(name, known, today) };
  return {
    member: { ...member, actions: { ...actions, [id]: state } },
    parts: name === 'do' ? pickedParts(id, openPick(member.actions, today)?.id ?? null) : answerTo(name, id),
  };
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
      return { pickedOn: null, dismissedOn: today, dismissals: dismissals + 1 };
  }
}

const titleOf = (id: string) => ({ key: `action.${id}.title` });

const answerTo = (name: 'done' | 'dismiss', id: string): Part[] => [
  {
    kind: 'text',
    text: {
      key: name === 'done' ? 'coach.action-done' : 'coach.action-dismissed',
      values: { title: titleOf(id) },
    },
  },
];

function pickedParts(id: string, instead: string | null): Part[] {
  return [
    { kind: 'text', text: { key: 'coach.action-picked', values: hintsOf(id) } },
    ...(instead === null || instead === id
      ? []
      : [{ kind: 'text' as const, text: { key: 'coach.action-instead', values: { title: titleOf(instead) } } }]),
    { kind: 'presses', presses: [pressOn('done', id)] },
  ];
}

/** What an action is called, how it is done, and what to look for. */
export const hintsOf = (id: string) => ({
  title: titleOf(id),
  how: { key: `action.${id}.do` },
  signal: { key: `action.${id}.signal` },
});

/** Done, or something else instead. */
export const pressOn = (name: 'done' | 'unpick', id: string): Press => ({
  name,
  subject: id,
  text: { key: `coach.press.${name}` },
});
