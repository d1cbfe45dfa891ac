import { readCount } from './chinese-number.ts';
import { fold, plain } from './fold.ts';
import type { ShownOption, World } from './turn.ts';

const MAX_TYPED = 1000;
const STRONG = /[,，、;；\n\t|]+/u;
const WEAK = /\s+and\s+|\s*[和与跟及&+/]\s*|以及|\s+/u;

type Wordings = World['wordings'];

/** The option that a typed text means: its label in any language or part of it, its id, or its number in the list. */
export function readOption(text: string, options: readonly ShownOption[], wordings: Wordings): string | undefined {
  if (text.length > MAX_TYPED) return undefined;
  return labelled(text, options, wordings) ?? numbered(text, options) ?? hinted(text, options, wordings);
}

/** The option with this label or id, but not by number: what a person must mean who typed just that. */
export const labelled = (text: string, options: readonly ShownOption[], wordings: Wordings): string | undefined =>
  named(text, options, (option) => namesOf(option, wordings));

/** The option with this label, as it is read: an id that happens to be a command's word is none. */
export const worded = (text: string, options: readonly ShownOption[], wordings: Wordings): string | undefined =>
  named(text, options, (option) => wordings(option.text));

function named(
  text: string,
  options: readonly ShownOption[],
  namesIn: (option: ShownOption) => readonly string[],
): string | undefined {
  if (text.length > MAX_TYPED) return undefined;
  const exact = options.find((option) => namesIn(option).some((name) => plain(name) === plain(text)));
  if (exact) return exact.id;
  const folded = fold(text);
  const alike = options.filter((option) =>
    namesIn(option).some((name) => fold(name) === folded || fold(headOf(name)) === folded),
  );
  return folded !== '' && alike.length === 1 ? alike[0]?.id : undefined;
}

/** The one option whose label begins with what was typed, or else holds it. Too little typed, or two such: none. */
function hinted(text: string, options: readonly ShownOption[], wordings: Wordings): string | undefined {
  const typed = fold(text);
  const isHan = /\p{Script=Han}/u.test(typed);
  if (Array.from(typed).length < (isHan ? 2 : 3)) return undefined;
  const among = (fits: (name: string) => boolean): ShownOption[] =>
    options.filter((option) => namesOf(option, wordings).some(fits));
  const begins = among((name) => fold(name).startsWith(typed));
  const holds =
    begins.length > 0 ? begins : among((name) => (isHan ? fold(name).includes(typed) : hasWord(name, text)));
  return holds.length === 1 ? holds[0]?.id : undefined;
}

/** Where words are written apart, "same" is not in "us a message", nor "any" in "company". */
const hasWord = (name: string, text: string): boolean => ` ${apart(name)}`.includes(` ${apart(text)}`);

const apart = (text: string): string =>
  plain(text)
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();

/** Several options at once: "1,3 5", 1、3和5, labels between commas. Undefined when a part of it is no option. */
export function readOptions(text: string, options: readonly ShownOption[], wordings: Wordings): string[] | undefined {
  if (text.length > MAX_TYPED) return undefined;
  const read = (part: string): string | undefined => readOption(part, options, wordings);
  const one = read(text);
  if (one !== undefined) return [one];
  const parts = text.split(STRONG).filter((part) => plain(part) !== '');
  const found = parts.flatMap((part): (string | undefined)[] => {
    const whole = read(part.replace(/^\s*(?:and\s|和|以及)/u, ''));
    return whole === undefined ? part.split(WEAK).filter(Boolean).map(read) : [whole];
  });
  const known = found.filter((id) => id !== undefined);
  return known.length === 0 || known.length < found.length ? undefined : [...new Set(known)];
}

/** "好" of "好，用简版": what comes before the first mark is a name too. "1,000" is one figure. */
const headOf = (name: string): string => name.split(/[，、。;；:：(（]|,(?!\d)/u)[0] ?? name;

const namesOf = (option: ShownOption, wordings: Wordings): readonly string[] => [option.id, ...wordings(option.text)];

/** 2 · ２ · #2 · 2. · 第二个 · 选2 */
export function numbered(text: string, options: readonly ShownOption[]): string | undefined {
  const [, count = ''] = /^(?:no\.? ?|number |option |#|第|选)?(.{1,3}?)(?:个|项|号|[.)、])?$/u.exec(plain(text)) ?? [];
  const number = readCount(count);
  return number === undefined ? undefined : options[number - 1]?.id;
}
