import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { z } from 'zod';

import { nearestLanguage } from '../coaching/languages.ts';
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

/** The company in the language that is nearest to this one: a language may come without a company of its own. */
export async function readScript(locale: Locale): Promise<Script> {
  const told = (await readdir(FOLDER)).map((name) => basename(name, '.json'));
  const file = new URL(`${nearestLanguage(locale, told)}.json`, FOLDER);
  return Script.parse(JSON.parse(await readFile(file, 'utf8')));
}

const FOLDER = new URL('example/', import.meta.url);
