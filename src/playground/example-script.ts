import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import type { Locale } from '../coaching/member.ts';

/** Answers by the address of their question, as typed. */
const Answers = z.record(z.string(), z.string());

/** Two weeks of the example company, in one language. */
export const Script = z.strictObject({
  onboarding: Answers,
  /** A number of each week before, oldest first, by the name of its column. */
  history: z.strictObject({ inquiries: z.array(z.number()) }),
  /** The check-in of each working day. */
  days: z.array(Answers).length(10),
  /** The review at the end of each week. */
  reviews: z.array(Answers).length(2),
  /** What the manager writes back to the first digest. */
  reply: z.string(),
});
export type Script = z.infer<typeof Script>;

export const readScript = async (locale: Locale): Promise<Script> =>
  Script.parse(JSON.parse(await readFile(new URL(`example/${locale}.json`, import.meta.url), 'utf8')));
