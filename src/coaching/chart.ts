import { z } from 'zod';

import { Text } from '../flow/text.ts';

const Monday = z.iso.date();

/** One picture: what it says, without a line or a colour. Of weeks, oldest first, eight fit; of more, the latest. */
export const Chart = z.discriminatedUnion('kind', [
  /** One number a week, against the account's own usual. */
  z.object({
    kind: z.literal('number'),
    title: Text,
    alt: Text,
    /** `percent`: 12.3 is 12.3%. */
    unit: z.enum(['count', 'percent']),
    /** `null`: nobody entered it. */
    weeks: z.array(z.object({ monday: Monday, value: z.number().nullable() })).min(1),
    /** The account's own median; null where too few numbers are known for one. */
    usual: z.number().nullable(),
  }),
  /** What was published each week, by what it was for. */
  z.object({
    kind: z.literal('mix'),
    title: Text,
    alt: Text,
    weeks: z.array(z.object({ monday: Monday, useful: z.int(), companyNews: z.int(), promo: z.int() })).min(1),
  }),
  /** The position of an account on one page: a card for each element, what stands beside them, and the mix as a bar. */
  z.object({
    kind: z.literal('canvas'),
    title: Text,
    note: Text,
    alt: Text,
    cards: z.array(
      z.object({
        title: Text,
        state: z.enum(['fresh', 'due', 'draft', 'none']),
        /** Who and when, or what is missing. */
        note: Text,
        lines: z.array(Text),
      }),
    ),
    beside: z.object({ title: Text, lines: z.array(Text) }),
    /** What is published, by pillar: `share` is 0 to 1. */
    mix: z.object({ title: Text, parts: z.array(z.object({ name: z.string(), share: z.number() })).min(1) }).nullable(),
  }),
]);
export type Chart = z.infer<typeof Chart>;
