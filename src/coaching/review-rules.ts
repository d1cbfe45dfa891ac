import { z } from 'zod';

import { Id } from '../flow/flow.ts';

const Names = z.array(Id).min(1);

/** What is left of an answer: a Han character weighs 1, any other word 2. */
const Left = {
  /** Words of these lists are taken out. */
  without: z.array(Id).default([]),
  /** Words of these lists weigh half. */
  half: z.array(Id).default([]),
};

export type Left = { readonly without: readonly string[]; readonly half: readonly string[] };

/** Something that may be true of an answer. What is named in it are word lists; all that is said must hold. */
export const Sign = z.strictObject({
  /** A word of one of these lists occurs. */
  any: Names.exactOptional(),
  /** A word of `any` counts for nothing when one of these lists stands shortly before it: “not for everyone”. */
  not: Names.exactOptional(),
  /** No word of these lists occurs. */
  none: Names.exactOptional(),
  /** Words of fewer than so many of these lists occur. */
  fewer: z.strictObject({ of: Names, than: z.int().min(1) }).exactOptional(),
  /** Nothing but words of these lists occurs. */
  only: Names.exactOptional(),
  /** At least this weight is left of the answer. */
  rest: z.strictObject({ ...Left, weight: z.int().min(1) }).exactOptional(),
  /** Less than this weight is left of the answer. */
  light: z.strictObject({ ...Left, under: z.int().min(1) }).exactOptional(),
  /** Less than this many percent of the answer are left, when words of the lists `aside` are not counted at all. */
  thin: z.strictObject({ ...Left, aside: Names, percent: z.int().min(1).max(100) }).exactOptional(),
});
export type Sign = z.infer<typeof Sign>;

/** Any one of the signs is enough. */
const Signs = z.array(Sign).min(1);

const ruleOf = <T extends z.ZodType>(signs: T) =>
  z.strictObject({
    /** Only what stands after the last word of these lists is judged, if anything does: “Old: … New: …”. */
    after: Names.exactOptional(),
    /** Signs that end the review kindly: partial, and no question back. */
    enough: z.record(Id, signs).default({}),
    /** What must be there. The flag of one that isn't is `no-<slot>`. */
    slots: z.record(Id, signs),
    hard: z.record(Id, signs).default({}),
    soft: z.record(Id, signs).default({}),
  });

/**
 * How one kind of answer is graded: what it must say, and what spoils it. With a hard flag, or two slots missing, it is
 * vague, and `review.<rule>.<flag>` has the words; with a soft flag, or one slot missing, it is partial.
 */
export type ReviewRule = z.infer<ReturnType<typeof ruleOf<typeof Signs>>>;

/** A name stands for the signs of that name. */
const Written = z.array(z.union([Id, Sign])).min(1);
type Written = z.infer<typeof Written>;

/** `flows/red-flags/rules.json`: the rules, and the signs that several of them share. */
export const ReviewRules = z
  .strictObject({ signs: z.record(Id, Signs).default({}), rules: z.record(Id, ruleOf(Written)) })
  .transform(({ signs, rules }, context) => {
    const spelledOut = (written: Written): Sign[] =>
      written.flatMap((one) => {
        if (typeof one !== 'string') return [one];
        if (!signs[one]) context.addIssue({ code: 'custom', message: `there are no signs named "${one}"` });
        return signs[one] ?? [];
      });
    const each = (flags: Readonly<Record<string, Written>>): Record<string, Sign[]> =>
      Object.fromEntries(Object.entries(flags).map(([flag, written]) => [flag, spelledOut(written)]));
    return Object.fromEntries(
      Object.entries(rules).map(([id, { enough, slots, hard, soft, ...rule }]): [string, ReviewRule] => [
        id,
        { ...rule, enough: each(enough), slots: each(slots), hard: each(hard), soft: each(soft) },
      ]),
    );
  });

// Without `*`, `+`, `{n,}` and back references no pattern takes longer than the answer is long, times a constant.
const Pattern = z
  .string()
  .min(1)
  .max(300)
  .refine((source) => !/(^|[^\\])[*+]|\{\d+,\}|\\[1-9k]/.test(source), 'no * + {n,} or back references: use {0,20}')
  .refine(isPattern, 'not a regular expression');

export const WordList = z.strictObject({
  /** Words and phrases in lower case, several in a line with commas. `call*` is every word that begins so. */
  words: z
    .array(z.string())
    .default([])
    .transform((lines) => lines.flatMap((line) => line.split(', ')))
    .pipe(z.array(z.string().regex(/^[^\s,][^,]{0,59}$/))),
  /** Every Chinese word of this many characters or more: nearly all of them are set phrases, such as 精益求精. */
  longWords: z.int().min(2).exactOptional(),
  /** For what a list can't hold, such as a time. Upper and lower case differ. */
  patterns: z.array(Pattern).default([]),
});
export type WordList = z.infer<typeof WordList>;

/** `flows/red-flags/<language>.json`: its words for the lists that the rules name. */
export const WordLists = z.record(Id, WordList);
export type WordLists = z.infer<typeof WordLists>;

/** All that a review knows. People mix languages, so every language's words count in every answer. */
export type RedFlags = {
  readonly rules: z.infer<typeof ReviewRules>;
  readonly languages: readonly WordLists[];
};

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== '';
  } catch {
    return false;
  }
}
