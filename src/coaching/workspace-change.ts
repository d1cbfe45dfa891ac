import { z } from 'zod';

import { CustomQuestion } from './custom-question.ts';
import { House } from './house.ts';
import { KEEP_DAYS, type Workspace } from './workspace.ts';

/** What an admin changed of a workspace. What is left out stays as it is; made twice, it is as if made once. */
export const WorkspaceChange = z.strictObject({
  admins: z.array(z.string()).exactOptional(),
  country: House.shape.country.exactOptional(),
  week: House.shape.week.exactOptional(),
  off: House.shape.off.exactOptional(),
  questions: z.array(CustomQuestion).exactOptional(),
  keepDays: z.int().min(KEEP_DAYS.least).max(KEEP_DAYS.most).exactOptional(),
});
export type WorkspaceChange = z.infer<typeof WorkspaceChange>;

export const workspaceAfter = (workspace: Workspace, change: WorkspaceChange): Workspace => ({
  ...workspace,
  ...change,
});

/** Whether everybody's own record has to hear of it. */
export const isOfTheHouse = (change: WorkspaceChange): boolean =>
  Object.keys(House.shape).some((field) => Object.hasOwn(change, field));
