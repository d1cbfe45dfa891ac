import { z } from 'zod';

import { Grade } from '../flow/session.ts';

/** An answer that somebody judged by hand, without looking at the rules. */
export const JudgedAnswer = z.object({
  /** The code of the question: `E1.3`. */
  question: z.string(),
  locale: z.string(),
  answer: z.string(),
  gold: Grade,
});
export type JudgedAnswer = z.infer<typeof JudgedAnswer>;
export type Reviewed = JudgedAnswer & { readonly grade: Grade; readonly flags: readonly string[] };

/** How well `vague` is found. A figure is 1 where there was nothing to find. */
export type Score = {
  readonly answers: number;
  /** Of those called vague, the part that is. */
  readonly precision: number;
  /** Of those that are vague, the part that was called so. */
  readonly recall: number;
  /** Of those that are sharp, the part that was called sharp. */
  readonly sharp: number;
};

/** Called vague and isn't, or is and wasn't called so. */
export const isWrong = ({ grade, gold }: Reviewed): boolean => (grade === 'vague') !== (gold === 'vague');

export function scoreOf(reviewed: readonly Reviewed[]): Score {
  const called = reviewed.filter(({ grade }) => grade === 'vague');
  const vague = reviewed.filter(({ gold }) => gold === 'vague');
  const sharp = reviewed.filter(({ gold }) => gold === 'sharp');
  return {
    answers: reviewed.length,
    precision: part(called, ({ gold }) => gold === 'vague'),
    recall: part(vague, ({ grade }) => grade === 'vague'),
    sharp: part(sharp, ({ grade }) => grade === 'sharp'),
  };
}

const part = (all: readonly Reviewed[], is: (one: Reviewed) => boolean): number =>
  all.length === 0 ? 1 : all.filter(is).length / all.length;
