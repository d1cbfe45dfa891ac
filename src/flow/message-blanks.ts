/** The blanks of an ICU message: `{plan}`, and the `count` of `{count, plural, one {# day} other {# days}}`. */
export function blanksOf(message: string): string[] {
  const blanks = new Set<string>();
  readMessage(Array.from(unquoted(message)), 0, blanks);
  return [...blanks];
}

// Between apostrophes that follow it with a brace, a text is said as it is.
const unquoted = (message: string): string => message.replace(/'[{}][^']*'?/g, '');

/** Reads words up to the brace that closes them; gives the place after it. */
function readMessage(characters: readonly string[], start: number, blanks: Set<string>): number {
  let at = start;
  while (at < characters.length && characters[at] !== '}') {
    at = characters[at] === '{' ? readBlank(characters, at + 1, blanks) : at + 1;
  }
  return at + 1;
}

/** Reads `name}`, or `name, plural, one {...} other {...}}`, whose parts are messages again. */
function readBlank(characters: readonly string[], start: number, blanks: Set<string>): number {
  let at = start;
  while (at < characters.length && !/[,}]/.test(characters[at] ?? '')) at++;
  blanks.add(characters.slice(start, at).join('').trim());
  while (at < characters.length && characters[at] !== '}') {
    at = characters[at] === '{' ? readMessage(characters, at + 1, blanks) : at + 1;
  }
  return at + 1;
}
