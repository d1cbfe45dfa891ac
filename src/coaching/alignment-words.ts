import type { AnswerValue } from '../flow/session.ts';
import { personText } from '../flow/step-text.ts';
import { dayText, literal, type Text } from '../flow/text.ts';
import type { AlignmentDecision, Matter, Round, Settled } from './alignment.ts';

export const matterText = (matter: Matter): Text => ({ key: `alignment.matter.${matter}` });

/** An answer as both read it. What was skipped is said to be. */
export function valueText(matter: Matter, value: AnswerValue | undefined): Text {
  if (typeof value === 'number') return { key: `alignment.value.${matter}`, values: { value } };
  if (Array.isArray(value)) {
    return { key: 'literal', values: { text: value.map((id) => ({ key: `alignment.${matter}.${id}` })) } };
  }
  if (typeof value !== 'string') return { key: 'alignment.value.none' };
  return matter === 'success' ? literal(value) : { key: `alignment.${matter}.${value}` };
}

/** Both, as they are mentioned: a line for two readers says "you" to neither. */
export const sidesText = ({
  sides: { operator, manager },
}: Round): { readonly operator: Text; readonly manager: Text } => ({
  operator: whoText(operator.by),
  manager: whoText(manager.by),
});

const whoText = (by: string | null): Text => (by === null ? { key: 'alignment.somebody' } : personText(by));

/** In whose hand a decision is, and until when. */
export function inHand(
  { owner, due }: Pick<AlignmentDecision, 'owner' | 'due'>,
  { operator, manager }: Pick<Settled, 'operator' | 'manager'>,
): Text {
  const people = owner === 'both' ? [operator, manager] : [owner === 'operator' ? operator : manager];
  return {
    key: 'alignment.in-hand',
    values: {
      people: people.map(personText),
      hasDue: due === null ? 'no' : 'yes',
      due: due === null ? '' : dayText(due),
    },
  };
}
