import type { Session } from '../flow/session.ts';

const ADDRESS = /^own\[(\d+)\]\./;

/** The words of the question that the company added, at this address of a check-in; null for ours. */
export function ownQuestionAt({ facts }: Pick<Session, 'facts'>, address: string): string | null {
  const index = ADDRESS.exec(address)?.[1];
  const all = facts['own_questions'];
  if (index === undefined || !Array.isArray(all)) return null;
  const question: unknown = all[Number(index)];
  if (typeof question !== 'object' || question === null || !('text' in question)) return null;
  return typeof question.text === 'string' ? question.text : null;
}
