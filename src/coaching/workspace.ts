import { z } from 'zod';

import { House } from './house.ts';

/** Something that was not delivered, or not done in time, as the admin is told of it. Never what it said. */
export const Undelivered = z.strictObject({
  kind: z.enum(['member-unreachable', 'workspace-unreachable', 'post-refused', 'too-late', 'left']),
  /** `null`: the whole workspace. */
  member: z.string().nullable(),
  /** Slack's word for it, the routine that came too late, or the account of somebody who left. */
  code: z.string(),
  /** ISO */
  at: z.string(),
  /** How often in a row. */
  times: z.int(),
});
export type Undelivered = z.infer<typeof Undelivered>;

/** A year and a month, so that this month can be held against the same one of last year; the levels look back 90 days. */
export const KEEP_DAYS = { least: 90, usual: 400, most: 1825 } as const;

/** What holds for a whole workspace. */
export const Workspace = z.strictObject({
  v: z.literal(1),
  /** Members named in Bearings who look after it, beside the workspace's own admins and owners. */
  admins: z.array(z.string()).default([]),
  country: House.shape.country.default(null),
  week: House.shape.week.default(null),
  off: House.shape.off.default([]),
  questions: House.shape.questions.default([]),
  /** So long is kept what was given. */
  keepDays: z.int().min(KEEP_DAYS.least).max(KEEP_DAYS.most).default(KEEP_DAYS.usual),
  /** When what is too old was last deleted. */
  tidiedOn: z.iso.date().nullable().default(null),
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
