import { z } from 'zod';

import { AlignmentDecision, PastRound, Round, Side } from './alignment.ts';

const Next = z.enum(['answer', 'share', 'wait']);
/** A round that both have shared. */
const both = { round: Round, last: PastRound.nullable() };

/** What one side learns of the other. Until both have shared, nothing in it says what anybody answered. */
export const AlignmentHappened = z.discriminatedUnion('did', [
  z.object({ did: z.literal('invite'), by: z.string(), round: z.int(), on: z.string() }),
  z.object({ did: z.literal('decline'), by: z.string(), round: z.int() }),
  /** `next`: what there is to do for the one who reads it. */
  z.object({ did: z.literal('answer'), by: z.string(), round: z.int(), next: Next }),
  z.object({ did: z.literal('share'), by: z.string(), round: z.int(), next: Next }),
  z.object({ did: z.literal('compare'), ...both }),
  z.object({ did: z.literal('mark'), ...both }),
  z.object({ did: z.literal('propose'), round: Round, decision: AlignmentDecision }),
  z.object({ did: z.literal('agree'), round: Round, decision: AlignmentDecision }),
  /** They agreed to something that had just been worded anew. */
  z.object({ did: z.literal('outrun'), round: Round, decision: AlignmentDecision.nullable() }),
  /** Another operator began before them. */
  z.object({ did: z.literal('taken'), by: z.string().nullable() }),
  /** Somebody else answers for the account by now. */
  z.object({ did: z.literal('end') }),
  /** The round was over before their answers came. */
  z.object({ did: z.literal('late') }),
]);
export type AlignmentHappened = z.infer<typeof AlignmentHappened>;

/** To the member on this side of the account. */
export const AlignmentNews = z.object({
  kind: z.literal('alignment'),
  account: z.string(),
  name: z.string(),
  side: Side,
  happened: AlignmentHappened,
});
export type AlignmentNews = z.infer<typeof AlignmentNews>;
