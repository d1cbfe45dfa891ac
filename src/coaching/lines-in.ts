/** So many lines of an answer are kept apart. */
const MOST = 5;

/** An answer with a line for each thing: without marks of a list in front, and without empty lines. */
export const linesIn = (text: string | null): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-•*·]|\d{1,2}[.)、．]|[（(]\d{1,2}[)）])\s*/u, '').trim())
    .filter((line) => line !== '')
    .slice(0, MOST);
