import { z } from 'zod';

import { Text } from '../flow/text.ts';
import type { Effect } from '../flow/turn.ts';
import { Account } from './account.ts';

/** A finished check-in, as the operator sees it. */
export const CheckInCard = z.object({
  date: z.string(),
  status: z.enum(['submitted', 'partial', 'excused']),
  lines: z.array(z.object({ label: Text, value: Text, onlyYou: z.boolean() })),
});
export type CheckInCard = z.infer<typeof CheckInCard>;

/** One action of the playbook as it is offered. */
export const Suggestion = z.object({ id: z.string(), title: Text, why: Text, signal: Text, minutes: z.number() });
export type Suggestion = z.infer<typeof Suggestion>;

export const PressName = z.enum(['begin', 'edit', 'form', 'do', 'done', 'dismiss', 'resume', 'finish-first', 'park']);
/** A button outside a question: what it does, and to what (a flow, a date, an action's id). */
export const Press = z.object({ name: PressName, subject: z.string(), text: Text });
export type Press = z.infer<typeof Press>;

/** Effects were made by the engine a moment ago and are ours; they are not read again field by field. */
const Effects = z.array(z.custom<Effect>((value) => typeof value === 'object' && value !== null && 'kind' in value));

export const Part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('effects'), effects: Effects }),
  z.object({ kind: z.literal('card'), card: CheckInCard }),
  z.object({ kind: z.literal('suggestions'), suggestions: z.array(Suggestion) }),
  z.object({ kind: z.literal('text'), text: Text }),
  z.object({ kind: z.literal('presses'), presses: z.array(Press) }),
]);
export type Part = z.infer<typeof Part>;

/** One message to one member. Its id comes from what caused it, so that it is said once. */
export const Post = z.object({
  id: z.string(),
  parts: z.array(Part),
  /** ISO: until then whoever wrote it is delivering it, and nobody else may. */
  leaseUntil: z.string(),
  /** Kept before the post is said: an account that this turn brought into being. */
  account: Account.exactOptional(),
});
export type Post = z.infer<typeof Post>;
