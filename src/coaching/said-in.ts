import type { Text } from '../flow/text.ts';
import { textIn } from './answers-of.ts';
import type { KeptAnswers } from './position.ts';

/** Flags of an answer that has nothing in it yet: "don't know", "nobody". */
const NOTHING: ReadonlySet<string> = new Set(['empty', 'unmet', 'nobody']);

/** What was typed; null where the review found nothing in it. */
export const saidIn = (answers: KeptAnswers, address: string): string | null =>
  answers[address]?.flags?.some((flag) => NOTHING.has(flag)) ? null : textIn(answers, address);

/** A line of a card, with what was said in its blank `text`: none where nothing was. */
export function saidLine(answers: KeptAnswers, address: string, key: string): Text[] {
  const text = saidIn(answers, address);
  return text === null ? [] : [{ key, values: { text } }];
}

/** A line without which the card is not whole: where nothing was said, it says that it is still open. */
export const neededLine = (answers: KeptAnswers, address: string, key: string): Text => ({
  key,
  values: { text: saidIn(answers, address) ?? { key: 'position.still-open' } },
});
