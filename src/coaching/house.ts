import { z } from 'zod';

import type { Account } from './account.ts';
import { CustomQuestion, QUESTIONS_MOST } from './custom-question.ts';
import type { Workspace } from './workspace.ts';

/**
 * What a workspace and an account settle for a person. It is copied into their record whenever it changes, for a turn
 * reads nothing else.
 */
export const House = z.strictObject({
  /** Whose holidays hold; null: those of the person's zone. */
  country: z.enum(['cn', 'none']).nullable(),
  /** ISO days, 1 to 7; null: Monday to Friday. */
  week: z.array(z.int().min(1).max(7)).nullable(),
  /** Days on which nobody works here, YYYY-MM-DD. */
  off: z.array(z.iso.date()),
  /** What is asked in the daily check-in beside our own questions. */
  questions: z.array(CustomQuestion),
});
export type House = z.infer<typeof House>;

export const NO_HOUSE: House = { country: null, week: null, off: [], questions: [] };

/** For somebody who runs this account, or none. The workspace's questions come first. */
export const houseOf = (
  { country, week, off, questions }: Pick<Workspace, keyof House>,
  account: Pick<Account, 'questions'> | null,
): House => ({
  country,
  week,
  off,
  questions: [...questions, ...(account?.questions ?? [])].slice(0, QUESTIONS_MOST),
});

/** Whether it is the same for whoever lives in it. */
export const isSameHouse = (one: House, other: House): boolean => JSON.stringify(one) === JSON.stringify(other);
