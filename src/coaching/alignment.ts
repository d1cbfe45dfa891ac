import { z } from 'zod';

/** One round in which operator and manager answer the same questions apart. */
export const Alignment = z.strictObject({
  /** Of the press that began it. */
  id: z.string(),
  on: z.iso.date(),
});
export type Alignment = z.infer<typeof Alignment>;
