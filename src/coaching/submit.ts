import { readForm } from '../flow/engine.ts';
import type { JsonValue } from '../flow/session.ts';
import type { Text } from '../flow/text.ts';
import type { Cause } from './coach.ts';
import { converse } from './conversation.ts';
import type { Coaching } from './decision.ts';
import type { Member } from './member.ts';
import type { Decided } from './take.ts';

type Form = {
  readonly session: string;
  readonly typed: Readonly<Record<string, JsonValue>>;
  readonly cause: Cause;
};
type Outcome =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly errors: Readonly<Record<string, Text>> }
  | { readonly kind: 'old'; readonly text: Text };

/** A form is taken whole or not at all. Refused, nothing is written: sent again as it is, it is refused again. */
export function submit(coaching: Coaching, member: Member, { session, typed, cause }: Form): Decided<Outcome> {
  const open = member.session;
  if (open?.id !== session || !coaching.world.flows.has(open.flow)) {
    return { member, parts: [], result: { kind: 'old', text: { key: 'coach.form-old' } } };
  }
  const { refused } = readForm(coaching.world, open, typed);
  const errors = Object.entries(refused).map(([address, refusal]) => [address, refusal.text] as const);
  if (errors.length > 0) {
    return { member, parts: [], result: { kind: 'refused', errors: Object.fromEntries(errors) } };
  }
  const decision = converse(coaching, { ...member, session: open }, { kind: 'form', session, values: typed }, cause);
  return { ...decision, result: { kind: 'taken' } };
}
