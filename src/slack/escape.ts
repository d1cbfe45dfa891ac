/** Takes the life out of a person's words: no mention, no link, no `<!channel>`. */
export const escape = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const unescape = (words: string): string =>
  words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const MARKED = /<([^<>]*)>/g;
const PERSON = /^@([UW][A-Z0-9]+)(?:\|(.*))?$/;

/** Slack's ids of the people mentioned in a message, in order, each once. */
export const mentioned = (text: string): string[] => [
  ...new Set([...text.matchAll(MARKED)].flatMap(([, inside = '']) => PERSON.exec(inside)?.[1] ?? [])),
];

/** A message as the person typed it: Slack marks mentions and links with `<...>` and escapes three characters. */
export const asTyped = (text: string, names: ReadonlyMap<string, string>): string =>
  unescape(text.replace(MARKED, (_, inside: string) => marked(inside, names)));

function marked(inside: string, names: ReadonlyMap<string, string>): string {
  const [, person, called] = PERSON.exec(inside) ?? [];
  if (person !== undefined) return `@${names.get(person) ?? called ?? person}`;
  const [target = '', label] = inside.split('|');
  if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
  if (target.startsWith('!')) return `@${label?.replace(/^@/, '') ?? target.slice(1)}`;
  return target.startsWith('mailto:') || target.startsWith('tel:') ? (label ?? target) : target;
}
