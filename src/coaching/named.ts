import { literal, type Text, type TextValue } from '../flow/text.ts';

/** Names of people by their id on the surface. */
export type Names = ReadonlyMap<string, string>;

/** The text with people's names in place of mentions: for a picture or a file, where nobody can be mentioned. */
export function withNames(text: Text, names: Names): Text {
  const id = text.key === 'person' ? text.values?.['id'] : undefined;
  const name = typeof id === 'string' ? names.get(id) : undefined;
  if (name !== undefined) return literal(name);
  if (text.values === undefined) return text;
  const values = Object.entries(text.values).map(([blank, value]) => [blank, namedValue(value, names)] as const);
  return { ...text, values: Object.fromEntries(values) };
}

function namedValue(value: TextValue, names: Names): TextValue {
  if (typeof value !== 'object') return value;
  return 'key' in value ? withNames(value, names) : value.map((one) => namedValue(one, names));
}
