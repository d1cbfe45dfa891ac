import type { Folded } from '../../coaching/ports.ts';
import type { Taken } from '../../flow/turn.ts';
import { fit } from '../fit.ts';
import { LIMITS } from '../limits.ts';
import { section } from './block.ts';
import { withinLimits, type Message } from './message.ts';
import type { Say } from './say.ts';

/** What is left of an answered question: a line for each answer. */
export function takenMessage(taken: readonly Taken[], say: Say): Message {
  const lines = taken.map(({ label, value, skipped }) =>
    fit(say.words({ key: 'slack.taken', values: { label, value, skipped: skipped ? 'yes' : 'no' } }), LINE_MOST),
  );
  const words = lines.filter(Boolean).join('\n');
  return { text: fit(words, LIMITS.messageText) || '–', blocks: section(words) };
}

/** What is left of a message whose question was answered: what it told is there to be read again. */
export function foldedMessage({ beside, taken }: Folded, say: Say): Message {
  const { text, blocks } = takenMessage(taken, say);
  return withinLimits({ text, blocks: [...beside.flatMap((told) => section(say.words(told))), ...blocks] });
}

/** A long answer is kept whole; its message only recalls it. */
const LINE_MOST = 300;
