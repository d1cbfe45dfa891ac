import { z } from 'zod';

/** As many as one check-in asks beside its own. */
export const QUESTIONS_MOST = 5;

/** A question that a workspace or an account adds to the daily check-in. */
export const CustomQuestion = z.strictObject({
  id: z.string(),
  /** One line, as whoever added it wrote it. */
  text: z.string(),
  kind: z.enum(['text', 'yes-no', 'number']),
  /** `both`: the manager sees the answers too. */
  audience: z.enum(['operator', 'both']),
  /** The member who added it. */
  by: z.string(),
});
export type CustomQuestion = z.infer<typeof CustomQuestion>;
