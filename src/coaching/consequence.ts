import { z } from 'zod';

import { AccountChange } from './account-change.ts';
import { Account } from './account.ts';
import { CustomQuestion } from './custom-question.ts';
import { News } from './news.ts';
import { PositionChange } from './position-change.ts';
import { SetUp } from './set-up.ts';
import { WorkspaceChange } from './workspace-change.ts';

/**
 * What a turn changes beyond the member's own record. It is kept with the turn's post and carried out before the post
 * is said, at least once: each kind is harmless when it comes twice.
 */
export const Consequence = z.discriminatedUnion('kind', [
  /** An operator told of their account. */
  z.object({
    kind: z.literal('account'),
    account: Account.pick({
      v: true,
      id: true,
      name: true,
      platforms: true,
      operators: true,
      manager: true,
      since: true,
    }),
  }),
  z.object({ kind: z.literal('change'), account: z.string(), change: AccountChange }),
  z.object({ kind: z.literal('position'), account: z.string(), change: PositionChange }),
  /** An admin said who runs an account and who answers for it: these, and nobody else. */
  z.object({ kind: z.literal('set-up'), account: SetUp }),
  /** Its operator, or an admin, said who answers for an account. */
  z.object({
    kind: z.literal('manager'),
    account: z.string(),
    manager: z.string().nullable(),
    before: z.string().nullable(),
  }),
  /** An admin removed an account, with its position. */
  z.object({
    kind: z.literal('remove-account'),
    account: Account.pick({ id: true, name: true, operators: true, manager: true }),
  }),
  /** What holds for everybody in a workspace is another thing now. */
  z.object({ kind: z.literal('workspace'), team: z.string(), change: WorkspaceChange }),
  /** A question of the company's own was added: whoever is to be asked hears so. Without an account: of everybody. */
  z.object({
    kind: z.literal('question-added'),
    team: z.string(),
    account: z.string().nullable(),
    question: CustomQuestion,
  }),
  z.object({ kind: z.literal('tell'), member: z.string(), news: News }),
]);
export type Consequence = z.infer<typeof Consequence>;
