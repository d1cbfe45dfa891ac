import { setTimeout as pause } from 'node:timers/promises';

import type { Act, Outcome } from './act.ts';
import { addressIn, find, pressingOf, type Found, type Pressing } from './example-answer.ts';
import type { Entry } from './journal.ts';
import type { Person } from './page/people.ts';
import type { Scene } from './scene.ts';

/** Somebody of the example company, who does at the page's own door what is in their script. */
export type Acted = {
  /** Answers what is asked until nothing is; false when nothing was. */
  answer(answers: Readonly<Record<string, string>>): Promise<boolean>;
  /** Presses the newest button of this name, in a message that came since `after`; false when there is none. */
  press(name: string, after?: string): Promise<boolean>;
  /** The `ts` of the newest message of the bot. */
  newest(): string;
};

type World = {
  readonly act: (act: Act) => Promise<Outcome>;
  readonly scene: Scene;
  /** Resolves when nothing is on its way any more. */
  readonly idle: () => Promise<void>;
};

/** The script does not fit what happens. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

const PATIENCE_MS = 8_000;
const LOOK_MS = 5;

export async function waitFor(isThere: () => boolean, otherwise: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; !isThere(); await pause(LOOK_MS)) {
    if (Date.now() > until) throw new ScriptError(otherwise);
  }
}

export function personOf(person: Person, { act, scene, idle }: World): Acted {
  const said = (): readonly Entry[] =>
    scene.desks()[person].messages.filter(({ author, ephemeral }) => author === 'bot' && !ephemeral);
  const newest = (): string => said().at(-1)?.ts ?? '';

  /** Does it, and waits until something is said to it. */
  const heardAfter = async (what: Act): Promise<void> => {
    const before = newest();
    const outcome = await act(what);
    if (outcome.kind !== 'done') throw new ScriptError(`${person}, ${what.kind}: ${outcome.kind}`);
    await waitFor(() => newest() !== before, `${person}, ${what.kind}: nothing was said to it`);
    await idle();
  };

  const pressIn = (entry: Entry, { block, element, chosen = null, choices = {} }: Found & Partial<Pressing>) =>
    heardAfter({
      kind: 'press',
      person,
      place: { kind: 'message', ts: entry.ts },
      block: block.block_id,
      action: element.action_id ?? '',
      chosen,
      choices,
    });

  /** Answers the open question; false: there is none. */
  const answerOne = async (answers: Readonly<Record<string, string>>, done: Set<string>): Promise<boolean> => {
    const entry = said().at(-1);
    const address = entry && addressIn(entry);
    if (!entry || address === undefined) return false;
    // Asked to say more, they leave it as it is.
    const keep = find(entry, ({ action_id: id }) => id === 'command|keep');
    // What the script says nothing about is left out where it may be.
    const words = answers[address.replaceAll(/\[\d+\]/g, '')] ?? 'skip';
    const pressing = keep ?? pressingOf(entry, words);
    if (!keep && done.has(address)) throw new ScriptError(`${person}: the answer to ${address} is not taken`);
    if (pressing) await pressIn(entry, pressing);
    else await heardAfter({ kind: 'say', person, text: words });
    done.add(address);
    return true;
  };

  return {
    newest,
    async answer(answers) {
      const done = new Set<string>();
      while (await answerOne(answers, done));
      return done.size > 0;
    },
    async press(name, after = '') {
      for (const entry of said()
        .filter(({ ts }) => ts > after)
        .toReversed()) {
        const found = find(entry, ({ action_id: id = '' }) => id.startsWith(`press|${name}|`));
        if (!found) continue;
        await pressIn(entry, found);
        return true;
      }
      return false;
    },
  };
}
