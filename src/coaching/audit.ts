import { z } from 'zod';

/** Of a workspace with more, the oldest go. */
export const AUDIT_KEPT = 2_000;

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
    'data-exported',
    'company-exported',
    'data-deleted',
    'audit-seen',
    'position-seen',
    'digest-seen',
    'left',
  ]),
  /** An account's id, a member's id; null: the workspace. */
  about: z.string().nullable(),
});
export type Entry = z.infer<typeof Entry>;
