import type { Grade } from '../flow/session.ts';
import type { Review } from '../flow/turn.ts';
import type { RedFlags, ReviewRule, Sign } from './review-rules.ts';
import { holds, lastPart, type Found } from './review-sign.ts';
import { reviewWords } from './review-words.ts';
import { createFinder, readWords } from './word-match.ts';

type Judged = { readonly grade: Grade; readonly flags: readonly string[] };

/**
 * Makes the judge of typed answers: a hint for whoever wrote them, never a gate. `texts` are the keys there are words
 * for: an example from the person's own trade (`facts.trade`) is taken where there is one.
 */
export function createReview({ rules, languages }: RedFlags, texts: ReadonlySet<string> = new Set()): Review {
  const finder = createFinder(languages);
  const find = (answer: string): Found => {
    const read = readWords(answer);
    return { read, spans: finder(read) };
  };
  return (id, answer, facts) => {
    const rule = rules[id];
    if (!rule) throw new Error(`flows/red-flags/rules.json has no rule "${id}"`);
    const whole = find(answer);
    const { grade, flags } = judge(rule, rule.after ? find(lastPart(rule.after, whole)) : whole);
    return { grade, flags, ...reviewWords({ rule: id, grade, flags, trade: facts['trade'] }, texts) };
  };
}

function judge(rule: ReviewRule, found: Found): Judged {
  const shown = (signs: Readonly<Record<string, readonly Sign[]>>): string[] =>
    Object.entries(signs).flatMap(([id, any]) => (any.some((sign) => holds(sign, found)) ? [id] : []));
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
