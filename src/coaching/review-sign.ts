import type { Left, Sign } from './review-rules.ts';
import type { Find, Read, Span } from './word-match.ts';

/** An answer, and where the words of a list stand in it. */
export type Found = { readonly read: Read; readonly spans: Find };

/** How far before a word a “not” still reaches it, within its clause. */
const DENIAL_REACH = 24;
const CLAUSE_END = /[,.;:!?，。；：！？\n]/u;

/** What stands after the last word of these lists; all of it, when nothing does. */
export function lastPart(lists: readonly string[], { read, spans }: Found): string {
  const end = Math.max(0, ...lists.flatMap(spans).map(([, last]) => last));
  return read.text.slice(end).trim() || read.text;
}

/** Whether all that the sign says is true of the answer. */
export function holds({ any, not, none, fewer, only, rest, light, thin }: Sign, found: Found): boolean {
  const { read, spans } = found;
  const denied = new Set(not?.flatMap(spans).map(([, end]) => end));
  return (
    (any === undefined || any.flatMap(spans).some((span) => !isDenied(span, denied, read))) &&
    (none === undefined || none.every((list) => spans(list).length === 0)) &&
    (fewer === undefined || fewer.of.filter((list) => spans(list).length > 0).length < fewer.than) &&
    (only === undefined || weightOf({ without: only, half: [] }, found) === 0) &&
    (rest === undefined || weightOf(rest, found) >= rest.weight) &&
    (light === undefined || weightOf(light, found) < light.under) &&
    (thin === undefined ||
      100 * weightOf({ ...thin, without: [...thin.aside, ...thin.without] }, found) <
        thin.percent * weightOf({ without: thin.aside, half: [] }, found))
  );
}

function isDenied([start]: Span, denied: ReadonlySet<number>, { text }: Read): boolean {
  const clause =
    text
      .slice(Math.max(0, start - DENIAL_REACH), start)
      .split(CLAUSE_END)
      .at(-1) ?? '';
  return denied.size > 0 && Array.from(clause, (_, back) => start - back).some((end) => denied.has(end));
}

function weightOf({ without, half }: Left, { read: { lower, words }, spans }: Found): number {
  const share = new Float32Array(lower.length).fill(1);
  for (const [start, end] of half.flatMap(spans)) share.fill(0.5, start, end);
  for (const [start, end] of without.flatMap(spans)) share.fill(0, start, end);
  const han = [...lower.matchAll(/\p{Script=Han}/gu)].map(({ index }) => share[index] ?? 0);
  const latin = words.filter(({ word }) => /\p{L}{2}/u.test(word)).map(({ start }) => 2 * (share[start] ?? 0));
  return [...han, ...latin].reduce((sum, weight) => sum + weight, 0);
}
