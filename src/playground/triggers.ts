import { z } from 'zod';

import type { Emulator } from './emulator.ts';
import { IDS, type Person } from './page/people.ts';

/** Tickets to open a modal. Each lives three seconds and works once, as Slack's do, and belongs to one person. */
export type Triggers = {
  make(person: Person, view?: string): Promise<string>;
  ownerOf(trigger: string): Person | undefined;
};

const REMEMBERED = 50;

export function createTriggers(emulator: Emulator): Triggers {
  const owners = new Map<string, Person>();
  return {
    async make(person, view) {
      const fields = { user_id: IDS[person].user, ...(view !== undefined && { view_id: view }) };
      const reply = await emulator.call('views.generateTriggerId', emulator.tokens.bot, fields);
      const trigger = z.string().catch('').parse(reply['trigger_id']);
      owners.set(trigger, person);
      for (const old of [...owners.keys()].slice(0, -REMEMBERED)) owners.delete(old);
      return trigger;
    },
    ownerOf: (trigger) => owners.get(trigger),
  };
}
