import { z } from 'zod';

/** Something that was not delivered, or not done in time, as the admin is told of it. Never what it said. */
export const Undelivered = z.strictObject({
  kind: z.enum(['member-unreachable', 'workspace-unreachable', 'post-refused', 'too-late']),
  /** `null`: the whole workspace. */
  member: z.string().nullable(),
  /** Slack's word for it, or the routine that came too late. */
  code: z.string(),
  /** ISO */
  at: z.string(),
  /** How often in a row. */
  times: z.int(),
});
export type Undelivered = z.infer<typeof Undelivered>;

/** What holds for a whole workspace. */
export const Workspace = z.strictObject({
  v: z.literal(1),
  /** Days on which nobody works here, YYYY-MM-DD. */
  off: z.array(z.iso.date()).default([]),
  /** Slack takes nothing at all: its word for why. */
  down: z.strictObject({ code: z.string(), at: z.string() }).nullable().default(null),
  undelivered: z.array(Undelivered).default([]),
});
export type Workspace = z.infer<typeof Workspace>;

const KEPT = 50;

/** The workspace once this happened (again): the same is one line with a count, the latest last. */
export function withUndelivered(workspace: Workspace, happened: Omit<Undelivered, 'times'>): Workspace {
  const isSame = (one: Undelivered): boolean =>
    one.kind === happened.kind && one.member === happened.member && one.code === happened.code;
  const known = workspace.undelivered.find(isSame);
  const others = workspace.undelivered.filter((one) => !isSame(one));
  return { ...workspace, undelivered: [...others, { ...happened, times: (known?.times ?? 0) + 1 }].slice(-KEPT) };
}
