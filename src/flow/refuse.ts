import type { TextValue } from './text.ts';
import type { Refusal } from './turn.ts';

/** An answer that can't be taken, and the words that say why. */
export const refuse = (
  why: Exclude<Refusal['why'], 'rule'>,
  values?: Readonly<Record<string, TextValue>>,
): Refusal => ({ why, text: values ? { key: `retry.${why}`, values } : { key: `retry.${why}` } });
