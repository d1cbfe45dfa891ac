import { z } from 'zod';

import type { Act, Outcome } from './act.ts';
import type { View } from './block.ts';
import type { Person } from './page/people.ts';
import { viewClosed } from './payloads/view-closed.ts';
import { viewSubmission } from './payloads/view-submission.ts';
import type { Stage } from './stage.ts';

type Submit = Extract<Act, { kind: 'submit' }>;
type Close = Extract<Act, { kind: 'close' }>;

const view = z.record(z.string(), z.unknown());
const Answer = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view }),
  z.object({ response_action: z.literal('push'), view }),
  z.object({ response_action: z.literal('clear') }),
]);

/** Sends the form on top; what the bot answers at once decides what becomes of it. */
export async function onSubmit(stage: Stage, { person, view: id, choices }: Submit): Promise<Outcome> {
  const modal = modalOf(stage, person, id);
  if (!modal) return { kind: 'gone' };
  const trigger = await stage.triggers.make(person, modal.id);
  const ack = await stage.bot.interaction(viewSubmission(person, modal, { choices, trigger }));
  if (!ack) return { kind: 'no-answer' };
  const open = stage.scene.desks()[person].modals;
  if (ack.body.trim() === '') {
    stage.scene.show(
      person,
      open.filter((other) => other.id !== modal.id),
    );
    return { kind: 'done' };
  }
  return await follow(stage, { person, modal }, Answer.parse(JSON.parse(ack.body)));
}

async function follow(
  stage: Stage,
  { person, modal }: { person: Person; modal: View },
  answer: z.infer<typeof Answer>,
): Promise<Outcome> {
  const call = (method: string, fields: Record<string, string>): Promise<unknown> =>
    stage.gateway(method, stage.emulator.tokens.bot, fields);
  switch (answer.response_action) {
    case 'errors':
      return { kind: 'errors', errors: answer.errors };
    case 'clear':
      stage.scene.show(person, []);
      return { kind: 'done' };
    case 'update':
      await call('views.update', { view_id: modal.id, view: JSON.stringify(answer.view) });
      return { kind: 'done' };
    case 'push':
      await call('views.push', {
        trigger_id: await stage.triggers.make(person, modal.id),
        view: JSON.stringify(answer.view),
      });
      return { kind: 'done' };
  }
}

/** Closes the form on top; the bot hears of it if it asked to. */
export async function onClose(stage: Stage, { person, view: id, choices }: Close): Promise<Outcome> {
  const modal = modalOf(stage, person, id);
  if (!modal) return { kind: 'gone' };
  stage.scene.show(
    person,
    stage.scene.desks()[person].modals.filter((other) => other.id !== id),
  );
  if (modal.notify_on_close) await stage.bot.interaction(viewClosed(person, modal, choices));
  return { kind: 'done' };
}

const modalOf = (stage: Stage, person: Person, id: string): View | undefined =>
  stage.scene.desks()[person].modals.find((modal) => modal.id === id);
