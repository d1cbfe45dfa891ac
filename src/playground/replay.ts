import type { Emulator } from './emulator.ts';
import type { Entry } from './journal.ts';
import { IDS, PERSONS } from './page/people.ts';
import type { Scene } from './scene.ts';

/** Says again, to the emulator alone, what was said before the last stop; the bot finds its messages where it left them. */
export async function replay(emulator: Emulator, scene: Scene): Promise<void> {
  const desks = scene.desks();
  const entries = PERSONS.flatMap((person) => desks[person].messages);
  for (const entry of entries.filter((entry) => !entry.ephemeral)) {
    const reply = await emulator.call('chat.postMessage', emulator.tokens[entry.author], fieldsOf(entry));
    if (!reply.ok) throw new Error(`The chat of last time cannot be shown again: ${reply.error}`);
    emulator.ids.bind(entry.ts, String(reply['ts']));
  }
}

const fieldsOf = ({ inbox, text, blocks, metadata }: Entry): Record<string, string> => ({
  channel: IDS[inbox].inbox,
  text: text || ' ',
  ...(blocks.length > 0 && { blocks: JSON.stringify(blocks) }),
  ...(metadata !== undefined && metadata !== null && { metadata: JSON.stringify(metadata) }),
});
