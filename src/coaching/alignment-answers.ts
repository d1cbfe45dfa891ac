import type { AnswerValue, Given } from '../flow/session.ts';
import { type Matter, type MatterAnswers, MATTERS } from './alignment.ts';

type Answers = Readonly<Record<string, Pick<Given, 'value'>>>;

/** The three numbers are asked for one by one, the most important first. */
const RANKS = ['number_1', 'number_2', 'number_3'];

/** What both flows ask, by matter: a question of each matter has its name, in either. */
export function matterAnswersIn(answers: Answers): MatterAnswers {
  const ranked = RANKS.flatMap((address) => valueAt(answers, address) ?? []).filter((one) => typeof one === 'string');
  const asked = MATTERS.flatMap((matter): [Matter, AnswerValue][] => {
    const value = matter === 'numbers' ? ranked : valueAt(answers, matter);
    return value === null || (matter === 'numbers' && ranked.length === 0) ? [] : [[matter, value]];
  });
  return Object.fromEntries(asked);
}

const valueAt = (answers: Answers, address: string): AnswerValue | null => answers[address]?.value ?? null;

/** The same answers as they are put there again, to be kept or changed. */
export function givenOf(answers: MatterAnswers): Record<string, AnswerValue> {
  const { numbers, ...asked } = answers;
  const ranked = Array.isArray(numbers) ? numbers : [];
  const given: [string, AnswerValue | undefined][] = [
    ...Object.entries(asked),
    ...RANKS.map((address, at): [string, AnswerValue | undefined] => [address, ranked[at]]),
  ];
  return Object.fromEntries(given.flatMap(([address, value]) => (value === undefined ? [] : [[address, value]])));
}
