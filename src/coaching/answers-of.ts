import type { Given, Person } from '../flow/session.ts';

type Answers = Readonly<Record<string, Pick<Given, 'value'>>>;

/** The answer as one text: what was typed, the option chosen, the date or time. Null when there is none. */
export function textIn(answers: Answers, address: string): string | null {
  const value = answers[address]?.value;
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberIn(answers: Answers, address: string): number | null {
  const value = answers[address]?.value;
  return typeof value === 'number' ? value : null;
}

export function choicesIn(answers: Answers, address: string): readonly string[] {
  const value = answers[address]?.value;
  return Array.isArray(value) ? value : [];
}

export function personIn(answers: Answers, address: string): Person | null {
  const value = answers[address]?.value;
  return value && typeof value === 'object' && !Array.isArray(value) ? value : null;
}

/** The rounds of a repeated sub-flow: `published[0].title`, `published[1].title` → two maps by inner id. */
export function roundsIn(answers: Answers, step: string): readonly Answers[] {
  const rounds: Record<string, Pick<Given, 'value'>>[] = [];
  for (const [address, given] of Object.entries(answers)) {
    const inner = new RegExp(`^${step}\\[(\\d+)\\]\\.(.+)$`).exec(address);
    if (inner?.[1] === undefined || inner[2] === undefined) continue;
    (rounds[Number(inner[1])] ??= {})[inner[2]] = given;
  }
  return rounds.filter(Boolean);
}

type Flagged = Readonly<Record<string, Pick<Given, 'value' | 'flags'>>>;

/** What was learned about a reader; null where the answer says that there was nothing. */
export const learnedIn = (answers: Flagged): string | null =>
  answers['learned']?.flags?.includes('nothing') ? null : textIn(answers, 'learned');
