import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

import { coachingOf } from './coaching-of.ts';
import { reviewedCodes } from './coaching/review-codes.ts';
import { ContentError, readContent } from './content.ts';

const USAGE = 'npm run review -- --question <code> [--locale <tag>]: one answer a line comes in, its grade goes out';

const { values } = parseArgs({
  strict: false,
  options: { question: { type: 'string' }, locale: { type: 'string', default: 'en' } },
});
const content = await readContent(new URL('../', import.meta.url)).catch((error: unknown) => {
  if (!(error instanceof ContentError)) throw error;
  return leave(error.message);
});
const spoken = Object.keys(content.catalogs);
const codes = reviewedCodes(content.flows);
const rule = codes.get(String(values['question']));
// A review reads every language at once, for people mix them: the locale is checked, and changes nothing.
if (rule === undefined || !spoken.includes(String(values['locale'])))
  leave(`${USAGE}\nquestions: ${[...codes.keys()].sort().join(', ')}\nlocales: ${spoken.join(', ')}`);
const { review } = coachingOf(content).world;

const lines = (await text(process.stdin)).split('\n');
if (lines.at(-1) === '') lines.pop();
const judged = lines.map((line) => JSON.stringify(judge(line)));
process.stdout.write(judged.map((line) => `${line}\n`).join(''));

function judge(line: string): { grade: string; flags: readonly string[] } {
  if (line.trim() === '') return { grade: 'vague', flags: ['empty'] };
  const { grade, flags } = review(rule ?? '', line.trim(), {});
  return { grade, flags };
}

function leave(why: string): never {
  console.error(why);
  process.exit(1);
}
