import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { z } from 'zod';

import { nearestLanguage } from '../coaching/languages.ts';
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

const FOLDER = new URL('../playground/example/', import.meta.url);

/** In the language that is nearest to this one: a language may come without a company of its own. */
export async function readExample(locale: Locale): Promise<Example> {
  const told = (await readdir(FOLDER)).map((name) => basename(name, '.json'));
  const file = new URL(`${nearestLanguage(locale, told)}.json`, FOLDER);
  return Example.parse(JSON.parse(await readFile(file, 'utf8')));
}
