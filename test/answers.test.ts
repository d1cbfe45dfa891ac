import { readdir, readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { createReview } from '../src/coaching/red-flags.ts';
import { reviewedCodes } from '../src/coaching/review-codes.ts';
import { isWrong, JudgedAnswer, scoreOf } from '../src/coaching/review-score.ts';
import { readContent } from '../src/content.ts';

const root = new URL('../', import.meta.url);
const folder = new URL('test/fixtures/answers/', root);
const { redFlags, flows, catalogs } = await readContent(root);
const review = createReview(redFlags);
const reviewInWords = createReview(redFlags, new Set(Object.keys(catalogs.en)));
const codes = reviewedCodes(flows);

async function readAnswers(file: string) {
  const lines = (await readFile(new URL(file, folder), 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const answer = JudgedAnswer.parse(JSON.parse(line));
    const { grade, flags } = review(codes.get(answer.question) ?? answer.question, answer.answer, {});
    return { ...answer, grade, flags };
  });
}

const sets = await Promise.all(
  (await readdir(folder)).map(async (name) => ({ name, reviewed: await readAnswers(name) })),
);

describe('answers that somebody judged by hand', () => {
  it.each(sets)('$name: what is called vague is vague, and nearly all that is vague is found', ({ reviewed }) => {
    const { precision, recall } = scoreOf(reviewed);
    const wrong = reviewed.filter(isWrong).map(({ question, answer }) => `${question} ${answer}`);
    expect(precision, `wrong: ${wrong.join(' | ')}`).toBeGreaterThanOrEqual(0.95);
    expect(recall, `wrong: ${wrong.join(' | ')}`).toBeGreaterThanOrEqual(0.9);
  });

  it('are found as well in either language', () => {
    const all = sets.flatMap(({ reviewed }) => reviewed);
    for (const some of Map.groupBy(all, ({ locale }) => locale).values()) {
      const { answers, precision, recall } = scoreOf(some);
      expect(answers).toBeGreaterThan(500);
      expect(precision).toBeGreaterThanOrEqual(0.95);
      expect(recall).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('are answered with words of the rule, whichever question they are an answer to', () => {
    const answers = new Set(sets.flatMap(({ reviewed }) => reviewed.map(({ answer }) => answer)));
    const keys = [...answers].flatMap((answer) =>
      Object.keys(redFlags.rules).flatMap((rule) => {
        const { grade, why, ask, example } = reviewInWords(rule, answer, {});
        return grade === 'vague' ? [why.key, ask.key, example?.key ?? ''] : [];
      }),
    );
    expect([...new Set(keys)].filter((key) => catalogs.en[key] === undefined)).toEqual([]);
  });

  it('cover every question that is reviewed', () => {
    const asked = new Set(sets.flatMap(({ reviewed }) => reviewed.map(({ question }) => question)));
    expect([...codes.keys()].filter((code) => !asked.has(code))).toEqual([]);
  });
});
