import type { KnownBlock } from '@slack/types';

import { fromPressId } from './ids.ts';

/** What a message with an offer becomes once something was picked of it: as an answer to Slack's `response_url`. */
type Folded = { readonly delete_original: true } | FoldedMessage;
type FoldedMessage = { readonly replace_original: true; readonly text: string; readonly blocks: KnownBlock[] };

type Message = { readonly text?: string; readonly [field: string]: unknown };

/**
 * Leaves of an offer only what was picked, without its buttons: those of the answer take their place. Of a message that
 * one person alone sees Slack tells us nothing: it goes, for the answer says all that was in it.
 */
export function foldOffer(message: Message | undefined, picked: string): Folded | null {
  if (message === undefined) return { delete_original: true };
  const blocks = Array.isArray(message['blocks']) ? message['blocks'].filter(isBlock) : [];
  const offers = blocks.flatMap((block, at) => (offerIn(block) === null ? [] : [at]));
  if (!offers.some((at) => offerIn(blocks[at]) === picked)) return null;
  const isGone = (at: number): boolean =>
    offers.includes(at) || (offers.includes(at + 1) && offerIn(blocks[at + 1]) !== picked);
  return { replace_original: true, text: message.text ?? '', blocks: blocks.filter((_, at) => !isGone(at)) };
}

/** Our own message comes back as Slack keeps it. */
const isBlock = (block: unknown): block is KnownBlock => typeof block === 'object' && block !== null && 'type' in block;

/** The id of what the buttons of a row pick; null for any other block. */
function offerIn(block: KnownBlock | undefined): string | null {
  if (block?.type !== 'actions') return null;
  const pick = block.elements.find(
    (element) => element.type === 'button' && fromPressId(element.action_id ?? '') === 'do',
  );
  return pick?.type === 'button' ? (pick.value ?? null) : null;
}
