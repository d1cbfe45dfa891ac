import type { Act, Outcome, Place } from './act.ts';
import type { View } from './block.ts';
import type { Entry } from './journal.ts';
import type { Person } from './page/people.ts';
import { messageActions, viewActions } from './payloads/block-actions.ts';
import { secondsOf } from './payloads/envelope.ts';
import type { Stage } from './stage.ts';

type Press = Extract<Act, { kind: 'press' }>;

/** A button, a menu, a picker: in a message, a modal or on the Home tab. */
export async function onPress(stage: Stage, press: Press): Promise<Outcome> {
  const { person, place } = press;
  const found = at(stage, person, place);
  if (!found) return { kind: 'gone' };
  const now = new Date();
  const trigger = await stage.triggers.make(
    person,
    found.kind === 'view' && found.view.type === 'modal' ? found.view.id : undefined,
  );
  const pressed = { ...press, trigger, actionTs: secondsOf(now) };
  const payload =
    found.kind === 'view'
      ? viewActions(person, found.view, pressed)
      : messageActions(person, found.entry, {
          ...pressed,
          respondAt: stage.replies.make(person, found.entry.ts, stage.now()),
        });
  const ack = await stage.bot.interaction(payload);
  return ack ? { kind: 'done' } : { kind: 'no-answer' };
}

type Found = { readonly kind: 'view'; readonly view: View } | { readonly kind: 'message'; readonly entry: Entry };

function at(stage: Stage, person: Person, place: Place): Found | null {
  const desk = stage.scene.desks()[person];
  if (place.kind === 'message') {
    const entry = stage.scene.find(person, place.ts);
    return entry ? { kind: 'message', entry } : null;
  }
  const view = place.kind === 'home' ? desk.home : desk.modals.find((modal) => modal.id === place.view);
  return view ? { kind: 'view', view } : null;
}
