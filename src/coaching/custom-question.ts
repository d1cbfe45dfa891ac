import { z } from 'zod';

import type { Text } from '../flow/text.ts';

/** As many as one check-in asks beside its own. */
export const QUESTIONS_MOST = 5;
/** Characters: an option of a list shows 75 of them. */
export const QUESTION_TEXT = { least: 4, most: 150 } as const;

/** A question that a workspace or an account adds to the daily check-in. */
export const CustomQuestion = z.strictObject({
  id: z.string(),
  /** One line, as whoever added it wrote it. */
  text: z.string().min(1).max(QUESTION_TEXT.most),
  kind: z.enum(['text', 'yes-no', 'number']),
  /** `both`: the manager sees the answers too. */
  audience: z.enum(['operator', 'both']),
  /** The member who added it. */
  by: z.string(),
});
export type CustomQuestion = z.infer<typeof CustomQuestion>;

/**
 * Words of control: when somebody came, how they are marked, what mood they are in. A check-in that asks for these stops
 * being answered truthfully. A rule of thumb over two languages; whoever means something else finds other words.
 */
const OF_CONTROL =
  /打卡|考勤|签到|迟到|早退|加班|绩效|考核|打分|评分|情绪|心情|请假原因|\b(?:attendance|clock(?:ed)? (?:in|out)|overtime|late today|performance (?:score|rating|review)|rate yourself|mood|how motivated)\b/iu;

/** Why a text cannot be one of the questions, with what to do; null when it can. */
export function questionProblem(text: string, others: readonly Pick<CustomQuestion, 'text'>[]): Text | null {
  if (text.length < QUESTION_TEXT.least) return { key: 'questions.error.short' };
  if (text.length > QUESTION_TEXT.most) return { key: 'questions.error.long', values: { most: QUESTION_TEXT.most } };
  if (OF_CONTROL.test(text.normalize('NFKC'))) return { key: 'questions.error.control' };
  if ([...text.matchAll(/[?？]/gu)].length > 1) return { key: 'questions.error.two' };
  return others.some((other) => other.text.toLowerCase() === text.toLowerCase())
    ? { key: 'questions.error.twice' }
    : null;
}
