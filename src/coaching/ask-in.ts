import type { AnswerValue } from '../flow/session.ts';
import type { Ask } from './account.ts';
import { textIn } from './answers-of.ts';

/** What a question to the manager is made of before it is sent. */
export type AskWords = Pick<Ask, 'text' | 'a' | 'b' | 'prefers' | 'waiting' | 'dueOn'>;

type Answers = Readonly<Record<string, { readonly value: AnswerValue | null }>>;

/** The question in the answers `ask`, `ask_text`, `ask_a`...; null where none is to be asked. */
export function askIn(answers: Answers): AskWords | null {
  const [text, a, b] = ['ask_text', 'ask_a', 'ask_b'].map((address) => textIn(answers, address));
  if (textIn(answers, 'ask') !== 'yes' || !text || !a || !b) return null;
  const prefers = textIn(answers, 'ask_prefers');
  return {
    text,
    a,
    b,
    prefers: prefers === 'a' || prefers === 'b' ? prefers : null,
    dueOn: textIn(answers, 'ask_due'),
    waiting: textIn(answers, 'ask_waiting'),
  };
}
