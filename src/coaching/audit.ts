import { z } from 'zod';

/** What an admin may look up later: who changed or saw what, and when. Never what it said. */
export const Entry = z.strictObject({
  /** ISO */
  at: z.string(),
  /** A member's id, or `bearings` for what happens by itself. */
  by: z.string(),
  did: z.enum([
    'account-set-up',
    'account-changed',
    'account-removed',
    'people-imported',
    'settings-changed',
    'questions-changed',
    'admins-changed',
  ]),
  /** An account's id, a member's id; null: the workspace. */
  about: z.string().nullable(),
});
export type Entry = z.infer<typeof Entry>;
