import { z } from 'zod';

import { Text } from '../flow/text.ts';

const Monday = z.iso.date();

/** One picture of some weeks, oldest first: what it says, without a line or a colour. Eight weeks fit; of more, the latest. */
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
]);
export type Chart = z.infer<typeof Chart>;
