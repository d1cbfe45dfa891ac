import { z } from 'zod';

/** What a workspace, or a whole organisation, gave us when Bearings was installed there. */
export const Installation = z.strictObject({
  v: z.literal(1),
  /** Slack's id of the workspace or, org-wide, of the organisation. */
  id: z.string(),
  isOrg: z.boolean(),
  token: z.string(),
  scopes: z.array(z.string()),
  /** Slack's id of the app's own user there; null where Slack did not say. */
  botUser: z.string().nullable(),
  /** The user who did it. */
  by: z.string(),
  /** ISO */
  at: z.string(),
});
export type Installation = z.infer<typeof Installation>;

export interface Installations {
  /** That of a workspace: its own, else the one of the organisation that it is known to belong to. Null: none. */
  of(team: string): Promise<Installation | null>;
  /** Keeps it in the place of an earlier one; nobody can read its token there. */
  write(installation: Installation): Promise<void>;
  /** Notes that a workspace is served by the installation of its organisation. */
  belongs(team: string, organisation: string): Promise<void>;
  /** Deletes it; says which workspaces it served. */
  remove(id: string): Promise<readonly string[]>;
}
