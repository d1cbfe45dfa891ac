import { z } from 'zod';

import { Text } from '../flow/text.ts';
import { AlignmentNews } from './alignment-happened.ts';
import { CustomQuestion } from './custom-question.ts';
import { House } from './house.ts';
import { Locale } from './member-locale.ts';
import { PositionBrief } from './position-brief.ts';
import { Element } from './position.ts';

/** What one member's turn has to tell another member. */
export const News = z.discriminatedUnion('kind', [
  /** They answer for this account now. */
  z.object({
    kind: z.literal('appointed'),
    account: z.string(),
    name: z.string(),
    /** The admin who said so; without one it was the operator. */
    by: z.string().exactOptional(),
    locale: Locale.nullable().exactOptional(),
  }),
  z.object({ kind: z.literal('relieved'), account: z.string() }),
  /** What the manager answered: said at once, and told of again at the next check-in. */
  z.object({ kind: z.literal('answered'), text: Text, short: Text }),
  /** The operator passed on a week whose digest has gone out without it. */
  z.object({ kind: z.literal('late-week'), account: z.string(), week: z.string() }),
  /** Their manager was asked to take ten minutes with them. */
  z.object({ kind: z.literal('talk-proposed'), name: z.string() }),
  /** An ask that the operator sent outside the weekly digest. */
  z.object({ kind: z.literal('ask'), account: z.string(), ask: z.string() }),
  /** What the daily work needs of their account's position: noted, not said. */
  z.object({ kind: z.literal('position'), account: z.string(), brief: PositionBrief }),
  /** An operator shows what an exercise came to. */
  z.object({
    kind: z.literal('element-shared'),
    account: z.string(),
    name: z.string(),
    operator: z.string(),
    element: Element,
    lines: z.array(Text),
  }),
  /** What the workspace and their account settle for them: noted, not said. */
  z.object({ kind: z.literal('house'), house: House }),
  /** An admin set them up to run this account. */
  z.object({
    kind: z.literal('entrusted'),
    account: z.string(),
    name: z.string(),
    manager: z.string().nullable(),
    /** `HH:MM`, in their own zone; null: as it is. */
    checkInAt: z.string().nullable(),
    /** Null: that of their Slack. */
    locale: Locale.nullable(),
    by: z.string(),
  }),
  /** From now on their check-in asks this too. */
  z.object({ kind: z.literal('question-added'), question: CustomQuestion }),
  /** Who answers for their account now: noted, not said. */
  z.object({ kind: z.literal('manager'), account: z.string(), manager: z.string().nullable() }),
  /** Whoever answered for their account left the workspace. */
  z.object({ kind: z.literal('manager-left'), account: z.string(), name: z.string(), who: z.string() }),
  /** Somebody who ran an account that they answer for left the workspace. */
  z.object({
    kind: z.literal('operator-left'),
    account: z.string(),
    name: z.string(),
    who: z.string(),
    /** Nobody else runs it. */
    isAlone: z.boolean(),
  }),
  /** The same of somebody who had their data deleted: they are not named. */
  z.object({ kind: z.literal('manager-forgot'), account: z.string(), name: z.string() }),
  z.object({ kind: z.literal('operator-forgot'), account: z.string(), name: z.string(), isAlone: z.boolean() }),
  /** They do not run this account any more. */
  z.object({ kind: z.literal('released'), account: z.string(), name: z.string() }),
  /** One side of the alignment did something that the other is to know. */
  AlignmentNews,
]);
export type News = z.infer<typeof News>;
