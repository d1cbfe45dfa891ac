import type { Grade, JsonValue } from '../flow/session.ts';
import { literal } from '../flow/text.ts';
import type { Review } from '../flow/turn.ts';

type Reviewed = {
  readonly rule: string;
  readonly grade: Grade;
  /** The one that says most first. */
  readonly flags: readonly string[];
  readonly trade: JsonValue | undefined;
};

/** For an answer that says nothing. */
const ANY = 'empty';

/** Why, the question and the example. Only a vague answer is asked about, so only what can make one vague has words. */
export function reviewWords(
  { rule, grade, flags, trade }: Reviewed,
  texts: ReadonlySet<string>,
): Pick<ReturnType<Review>, 'why' | 'ask' | 'example'> {
  if (grade !== 'vague') return { why: literal(''), ask: literal('') };
  // What hardly ever comes alone has no words of its own: the next flag's do.
  const flag = [...flags, ANY].find((one) => texts.has(`review.${rule}.${one}.why`)) ?? flags[0];
  const key = `review.${rule}.${flag}`;
  const near = typeof trade === 'string' ? `review.${rule}.example.${trade}` : '';
  return {
    why: { key: `${key}.why` },
    ask: { key: `${key}.ask` },
    example: { key: texts.has(near) ? near : `${key}.example` },
  };
}
