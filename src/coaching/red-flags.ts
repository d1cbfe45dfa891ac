import type { Grade } from '../flow/session.ts';
import { literal } from '../flow/text.ts';
import type { Review } from '../flow/turn.ts';
import type { RedFlags, ReviewRule, Sign } from './review-rules.ts';
import { createMatchers, readWords, type Matcher, type Read, type Span } from './word-match.ts';

type Spans = (list: string) => readonly Span[];
type Judged = { readonly grade: Grade; readonly flags: readonly string[] };

/** Makes the judge of typed answers: a hint for whoever wrote them, never a gate. */
export function createReview({ rules, languages }: RedFlags): Review {
  const matchers = createMatchers(languages);
  return (id, answer) => {
    const rule = rules[id];
    if (!rule) throw new Error(`flows/red-flags/rules.json has no rule "${id}"`);
    const read = readWords(answer);
    const { grade, flags } = judge(rule, read, spansIn(matchers, read));
    return { grade, flags, ...wordsFor(id, grade, flags[0]) };
  };
}

function judge(rule: ReviewRule, read: Read, spans: Spans): Judged {
  const shown = (signs: Readonly<Record<string, readonly Sign[]>>): string[] =>
    Object.entries(signs).flatMap(([id, any]) => (any.some((sign) => holds(sign, read, spans)) ? [id] : []));
  const enough = shown(rule.enough);
  if (enough.length > 0) return { grade: 'partial', flags: enough };
  const there = new Set(shown(rule.slots));
  const missing = Object.keys(rule.slots).filter((slot) => !there.has(slot));
  const hard = shown(rule.hard);
  const soft = shown(rule.soft);
  const flags = [...hard, ...missing.map((slot) => `no-${slot}`), ...soft];
  if (hard.length > 0 || missing.length > 1) return { grade: 'vague', flags };
  return { grade: missing.length + soft.length > 0 ? 'partial' : 'sharp', flags };
}

function holds({ any, none, only, rest, light }: Sign, read: Read, spans: Spans): boolean {
  const occurs = (list: string): boolean => spans(list).length > 0;
  return (
    (any === undefined || any.some(occurs)) &&
    (none === undefined || !none.some(occurs)) &&
    (only === undefined || weightWithout(only, read, spans) === 0) &&
    (rest === undefined || weightWithout(rest.without, read, spans) >= rest.weight) &&
    (light === undefined || weightWithout(light.without, read, spans) < light.under)
  );
}

/** What the answer weighs without the words of these lists: 1 for a Han character, 2 for a word. */
function weightWithout(lists: readonly string[], { lower, words }: Read, spans: Spans): number {
  const taken = new Set<number>();
  for (const [start, end] of lists.flatMap(spans)) for (let at = start; at < end; at++) taken.add(at);
  const han = [...lower.matchAll(/\p{Script=Han}/gu)].filter(({ index }) => !taken.has(index)).length;
  const isLeft = words.filter(({ word, start }) => /\p{L}{2}/u.test(word) && !taken.has(start));
  return han + 2 * isLeft.length;
}

/** Finds a list's words once for each answer. */
function spansIn(matchers: ReadonlyMap<string, Matcher>, read: Read): Spans {
  const found = new Map<string, readonly Span[]>();
  return (list) => {
    const known = found.get(list) ?? matchers.get(list)?.(read) ?? [];
    found.set(list, known);
    return known;
  };
}

/** Only a vague answer is asked about, so only what can make one vague has words. */
function wordsFor(
  rule: string,
  grade: Grade,
  flag: string | undefined,
): Pick<ReturnType<Review>, 'why' | 'ask' | 'example'> {
  if (grade !== 'vague') return { why: literal(''), ask: literal('') };
  const key = `review.${rule}.${flag}`;
  return { why: { key: `${key}.why` }, ask: { key: `${key}.ask` }, example: { key: `${key}.example` } };
}
