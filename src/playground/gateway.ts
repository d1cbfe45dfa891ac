import { z } from 'zod';

import { viewViolations, violations } from './block-limits.ts';
import { named } from './block.ts';
import { APP } from './company.ts';
import type { Emulator, Reply } from './emulator.ts';
import { createObserver, type Watched } from './gateway-observe.ts';
import type { Uploads } from './uploads.ts';

type Fields = Readonly<Record<string, string>>;

/** The Web API as the bot meets it: the emulator's, with what that lacks, and with the page looking on. */
export type Gateway = (method: string, token: string, fields: Fields) => Promise<Reply>;

export type GatewayParts = Watched & {
  readonly emulator: Emulator;
  readonly uploads: Uploads;
  readonly warn: (line: string) => void;
};

export function createGateway(parts: GatewayParts): Gateway {
  const observe = createObserver(parts);
  return async (method, token, given) => {
    // The emulator takes any token for somebody's.
    if (!Object.values(parts.emulator.tokens).includes(token)) return { ok: false, error: 'invalid_auth' };
    const fields = withBlockIds(given);
    const wrong = problemsOf(fields);
    if (wrong.length > 0) {
      parts.warn(`${method} was refused, as Slack would: ${wrong.join('; ')}`);
      const error = fields['view'] === undefined ? 'invalid_blocks' : 'invalid_arguments';
      return { ok: false, error, response_metadata: { messages: wrong } };
    }
    const uploaded = await parts.uploads.call(method, fields);
    if (uploaded) return uploaded;
    // A token of the bot's own is what tells its posts from a person's.
    const author = method === 'chat.postMessage' && token === parts.emulator.tokens.bot ? AUTHOR : {};
    const reply = await parts.emulator.call(method, token, { ...fields, ...author });
    return reply.ok ? await observe({ method, fields, reply }) : reply;
  };
}

const AUTHOR = { bot_id: APP.bot, app_id: APP.id };

const Blocks = z.array(z.record(z.string(), z.unknown()));
const Holder = z.looseObject({ blocks: Blocks });

function withBlockIds(fields: Fields): Fields {
  const blocks = Blocks.safeParse(parsed(fields['blocks']));
  const view = Holder.safeParse(parsed(fields['view']));
  return {
    ...fields,
    ...(blocks.success && { blocks: JSON.stringify(named(blocks.data)) }),
    ...(view.success && { view: JSON.stringify({ ...view.data, blocks: named(view.data.blocks) }) }),
  };
}

/** What Slack would refuse, a line each. */
const problemsOf = (fields: Fields): readonly string[] => [
  ...(fields['blocks'] === undefined ? [] : violations(parsed(fields['blocks']))),
  ...(fields['view'] === undefined ? [] : viewViolations(parsed(fields['view']))),
];

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}
