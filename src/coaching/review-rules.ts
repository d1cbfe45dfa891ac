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

/**
 * How one kind of answer is graded: what it must say, and what spoils it. With a hard flag, or two slots missing, it is
 * vague, and `review.<rule>.<flag>` has the words; with a soft flag, or one slot missing, it is partial.
 */
export const ReviewRule = z.strictObject({
  /** Only what stands after the last word of these lists is judged, if anything does: “Old: … New: …”. */
  after: Names.exactOptional(),
  /** Signs that end the review kindly: partial, and no question back. */
  enough: z.record(Id, Signs).default({}),
  /** What must be there. The flag of one that isn't is `no-<slot>`. */
  slots: z.record(Id, Signs),
  hard: z.record(Id, Signs).default({}),
  soft: z.record(Id, Signs).default({}),
});
export type ReviewRule = z.infer<typeof ReviewRule>;

/** `flows/red-flags/rules.json` */
export const ReviewRules = z.record(Id, ReviewRule);

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
