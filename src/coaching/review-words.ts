import type { Grade, JsonValue } from '../flow/session.ts';
import { literal } from '../flow/text.ts';
import type { Review } from '../flow/turn.ts';

type Reviewed = {
  readonly rule: string;
  readonly grade: Grade;
  /** The flag that says most. */
  readonly flag: string | undefined;
  readonly trade: JsonValue | undefined;
};

/** Why, the question and the example. Only a vague answer is asked about, so only what can make one vague has words. */
export function reviewWords(
  { rule, grade, flag, trade }: Reviewed,
  texts: ReadonlySet<string>,
): Pick<ReturnType<Review>, 'why' | 'ask' | 'example'> {
  if (grade !== 'vague') return { why: literal(''), ask: literal('') };
  const key = `review.${rule}.${flag}`;
  const near = typeof trade === 'string' ? `review.${rule}.example.${trade}` : '';
  return {
    why: { key: `${key}.why` },
    ask: { key: `${key}.ask` },
    example: { key: texts.has(near) ? near : `${key}.example` },
  };
}
