import type { Item } from './account.ts';
import { textIn } from './answers-of.ts';

/** One piece as flows/content-item.json asks for it; the answers of one round. */
export type Piece = Pick<Item, 'intent' | 'pillar' | 'slot' | 'requestedBy' | 'topic'> & {
  readonly title: string | null;
};

/** The answer that says: none of the columns that were planned. */
const OUTSIDE = 'none_of_these';

/** What was given of a piece. Its pillar is the one chosen from the plan, or, without a plan, what was typed. */
export function pieceIn(round: Parameters<typeof textIn>[0]): Piece {
  const slot = textIn(round, 'slot');
  const planned = textIn(round, 'column');
  return {
    title: textIn(round, 'title'),
    intent: textIn(round, 'intent') ?? '',
    pillar: (planned === OUTSIDE ? null : planned) ?? textIn(round, 'pillar') ?? '',
    slot: slot === 'lead' || slot === 'secondary' ? slot : null,
    requestedBy: textIn(round, 'requested_by') ?? '',
    topic: textIn(round, 'topic'),
  };
}
