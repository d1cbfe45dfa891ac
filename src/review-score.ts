import { readFile } from 'node:fs/promises';

import { coachingOf } from './coaching-of.ts';
import { reviewedCodes } from './coaching/review-codes.ts';
import { isWrong, JudgedAnswer, scoreOf, type Reviewed } from './coaching/review-score.ts';
import { ContentError, readContent } from './content.ts';

const USAGE = 'npm run review:score -- <file.jsonl>...: a line each, {"question","locale","answer","gold"}';

const files = process.argv.slice(2);
if (files.length === 0) leave(USAGE);
const content = await readContent(new URL('../', import.meta.url)).catch((error: unknown) => {
  if (!(error instanceof ContentError)) throw error;
  return leave(error.message);
});
const codes = reviewedCodes(content.flows);
const { review } = coachingOf(content).world;

const answers = (await Promise.all(files.map(readAnswers))).flat();
const unknown = new Set(answers.map(({ question }) => question).filter((code) => !codes.has(code)));
if (unknown.size > 0) leave(`No flow asks ${[...unknown].join(', ')}.\nquestions: ${[...codes.keys()].join(', ')}`);
const reviewed = answers.map((one): Reviewed => {
  const { grade, flags } = review(codes.get(one.question) ?? '', one.answer, {});
  return { ...one, grade, flags };
});

console.log(reviewed.filter(isWrong).map(wrongLine).join('\n'));
console.log('\n            answers  precision  recall  sharp found');
for (const [name, some] of [
  ['all', reviewed] as const,
  ...Map.groupBy(reviewed, ({ locale }) => locale),
  ...[...Map.groupBy(reviewed, ({ question }) => question)].sort(([a], [b]) => (a < b ? -1 : 1)),
]) {
  const { answers: count, precision, recall, sharp } = scoreOf(some);
  const figures = [precision, recall, sharp].map((figure) => figure.toFixed(3).padStart(9)).join('');
  console.log(`${name.padEnd(12)}${String(count).padStart(7)}${figures}`);
}

async function readAnswers(file: string): Promise<JudgedAnswer[]> {
  const lines = (await readFile(file, 'utf8').catch(() => leave(`${file}: cannot be read\n${USAGE}`))).split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const answer = JudgedAnswer.safeParse(toJson(line));
      return answer.success ? answer.data : leave(`${file}, line ${at + 1}: not a judged answer\n${USAGE}`);
    });
}

function wrongLine({ question, locale, answer, gold, grade, flags }: Reviewed): string {
  return `${gold === 'vague' ? 'missed ' : 'wrongly'} ${question} ${locale} ${gold} → ${grade} [${flags.join(' ')}] ${answer}`;
}

function toJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function leave(why: string): never {
  console.error(why);
  process.exit(1);
}
