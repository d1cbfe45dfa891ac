const IGNORED = /[\p{P}\p{S}\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;
const INVISIBLE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A person's text as it is kept: trimmed, without halves of characters; empty when nothing in it can be seen. */
export function clean(text: string): string {
  const kept = text.replace(LONE_SURROGATE, '').trim();
  return kept.replace(INVISIBLE, '') === '' ? '' : kept;
}

/** For reading figures: full-width becomes half-width, capitals small, spaces single. */
export const plain = (text: string): string => clean(text).normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** For comparing words: case, spaces, punctuation and emoji make no difference (unless there is nothing else). */
export function fold(text: string): string {
  const words = plain(text);
  return words.replace(IGNORED, '') || words;
}

/** The length as a person counts it: an emoji outside the basic plane is one. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** An entry of a record whose keys came from outside: never what the prototype has. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
