import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { z } from 'zod';

import { catalogProblems } from './catalog.ts';
import { DAILY, DIGEST_EDIT, ONBOARDING, REVIEW } from './coaching/flow-ids.ts';
import { FALLBACK } from './coaching/languages.ts';
import { Locale } from './coaching/member.ts';
import { nudgeProblems } from './coaching/nudge-check.ts';
import { Nudges } from './coaching/nudge-rules.ts';
import { Playbook } from './coaching/playbook.ts';
import { ReviewRules, WordLists, type RedFlags } from './coaching/review-rules.ts';
import { Flow, type Flows } from './flow/flow.ts';
import { lintFlows } from './flow/lint.ts';
import type { Catalogs } from './translate.ts';

/** What the coach says and asks, as read from `flows/` and `locales/`. */
export type Content = {
  readonly flows: Flows;
  readonly catalogs: Catalogs;
  readonly playbook: Playbook;
  readonly nudges: Nudges;
  readonly redFlags: RedFlags;
};

/** A file of `flows/` or `locales/` is wrong. The message lists all that is, a line each. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  constructor(problems: readonly string[]) {
    super(`What the coach says needs a change:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

const RULES = 'flows/red-flags/rules.json';
const NOT_FLOWS = new Set(['playbook.json', 'nudges.json', 'flow.schema.json']);

/** Reads and checks everything at once, so that a mistake is met at the start and never by a person. */
export async function readContent(root: URL): Promise<Content> {
  const problems: string[] = [];
  const files = createReader(root, problems);
  const names = (await files.list('flows/')).filter((name) => !NOT_FLOWS.has(name));
  const flows = await Promise.all(names.map((name) => files.read(`flows/${name}`, Flow)));
  const locales = await files.list('locales/');
  const read = await Promise.all(
    locales.map(async (name) => [basename(name, '.json'), await files.read(`locales/${name}`, Catalog)] as const),
  );
  problems.push(...locales.filter((name) => !Locale.safeParse(basename(name, '.json')).success).map(notATag));
  const spoken = Object.fromEntries(read.flatMap(([tag, words]) => (words ? [[tag, words]] : [])));
  const fallback = spoken[FALLBACK];
  if (!fallback) problems.push(`locales/${FALLBACK}.json: is missing`);
  const playbook = await files.read('flows/playbook.json', Playbook);
  const nudges = await files.read('flows/nudges.json', Nudges);
  const rules = await files.read(RULES, ReviewRules);
  const lists = (await files.list('flows/red-flags/')).filter((name) => !RULES.endsWith(name));
  const languages = await Promise.all(lists.map((name) => files.read(`flows/red-flags/${name}`, WordLists)));
  problems.push(...names.filter((name, i) => flows[i] && flows[i].id !== basename(name, '.json')).map(misnamed));
  if (problems.length > 0 || !fallback || !playbook || !nudges || !rules) throw new ContentError(problems);

  const catalogs: Catalogs = { ...spoken, [FALLBACK]: fallback };
  const known = new Map(flows.filter(isRead).map((flow) => [flow.id, flow]));
  problems.push(
    ...[DAILY, ONBOARDING, REVIEW, DIGEST_EDIT]
      .filter((id) => !known.has(id))
      .map((id) => `flows/${id}.json: is missing`),
    ...catalogProblems(catalogs),
    ...nudgeProblems(nudges, catalogs, new Set(playbook.actions.map(({ id }) => id))),
    ...lintFlows(known, catalogs, new Set(Object.keys(rules))).map(toLine),
  );
  if (problems.length > 0) throw new ContentError(problems);
  return { flows: known, catalogs, playbook, nudges, redFlags: { rules, languages: languages.filter(isRead) } };
}

const Catalog = z.record(z.string(), z.string());
const isRead = <T>(file: T | null): file is T => file !== null;
const notATag = (name: string): string => `locales/${name}: its name is not the tag of a language, as en or zh-CN are`;
const misnamed = (name: string): string => `flows/${name}: its id differs from its name`;
const toLine = (problem: ReturnType<typeof lintFlows>[number]): string =>
  `flows/${problem.flow}.json${problem.step ? `, ${problem.step}` : ''}: ${problem.message}`;

/** Reads JSON files below a folder; what is wrong with one goes on the list, and it counts as not read. */
function createReader(root: URL, problems: string[]) {
  return {
    list: async (folder: string): Promise<string[]> =>
      (await readdir(new URL(folder, root))).filter((name) => name.endsWith('.json')).sort(),
    async read<T extends z.ZodType>(path: string, schema: T): Promise<z.infer<T> | null> {
      const json = await readFile(new URL(path, root), 'utf8').then(toJson, () => undefined);
      if (json === undefined) problems.push(`${path}: cannot be read as JSON`);
      const parsed = schema.safeParse(json);
      if (parsed.success) return parsed.data;
      if (json !== undefined)
        problems.push(...parsed.error.issues.map((issue) => `${path}, ${issue.path.join('.')}: ${issue.message}`));
      return null;
    },
  };
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
