import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import type { Locale } from '../coaching/member.ts';

const Answers = z.record(z.string(), z.string());

/** What the people of the example company answer, by question. */
export const Example = z.object({
  onboarding: Answers,
  history: z.object({ inquiries: z.array(z.number()) }),
  days: z.array(Answers),
  reviews: z.array(Answers),
  reply: z.string(),
});
export type Example = z.infer<typeof Example>;

export async function readExample(locale: Locale): Promise<Example> {
  const file = new URL(`../playground/example/${locale}.json`, import.meta.url);
  return Example.parse(JSON.parse(await readFile(file, 'utf8')));
}
