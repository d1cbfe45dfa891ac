import { literal, type Text, type TextValue } from '../../flow/text.ts';
import type { Question } from '../../flow/turn.ts';

/** The answer so far, as it is shown; undefined when there is none. */
export function givenText({ given, options }: Question): TextValue | undefined {
  const labelOf = (id: string): Text => options.find((option) => option.id === id)?.text ?? literal(id);
  if (given === undefined) return undefined;
  if (typeof given === 'string') return labelOf(given);
  if (typeof given === 'number') return given;
  if (Array.isArray(given)) return given.map(labelOf);
  return 'name' in given ? given.name : { key: 'person', values: { id: given.member.split(':').at(-1) ?? '' } };
}
