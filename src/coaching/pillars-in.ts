import { numberIn, roundsIn, textIn } from './answers-of.ts';
import { linesIn } from './lines-in.ts';
import type { PositionBrief } from './position-brief.ts';
import type { KeptAnswers } from './position.ts';
import { saidIn } from './said-in.ts';

/** A pillar as it was answered. `share`: of what comes out, 0 to 1. */
export type Pillar = {
  readonly name: string;
  readonly question: string | null;
  /** False where nothing was typed that could be a name. */
  readonly isNamed: boolean;
  readonly role: PositionBrief['pillars'][number]['role'];
  readonly share: number;
  readonly topics: readonly string[];
  readonly source: string | null;
  /** Somebody outside the account's own desk gives the facts. */
  readonly isFed: boolean;
};

const NAME_MOST = 40;
const ROLES = ['help', 'hub', 'hero'] as const;

/** The pillars in their order; the last has what the others leave of the whole. */
export function pillarsIn(answers: KeptAnswers): Pillar[] {
  const rounds = roundsIn(answers, 'pillars');
  const named = rounds.map((_, i) => numberIn(answers, `share_${i + 1}`) ?? 0);
  const before = named.slice(0, -1).reduce((sum, one) => sum + one, 0);
  return rounds.map((round, i) => {
    const share = i === rounds.length - 1 ? 100 - before : (named[i] ?? 0);
    const at = (step: string): string => `pillars[${i}].${step}`;
    const source = saidIn(answers, at('source'));
    return {
      ...partsOf(textIn(round, 'pillar') ?? ''),
      isNamed: saidIn(answers, at('pillar')) !== null,
      role: ROLES.find((role) => role === textIn(round, 'role')) ?? null,
      share: Math.max(0, share) / 100,
      topics: linesIn(textIn(round, 'topics')),
      source,
      isFed: source !== null && answers[at('source')]?.grade !== 'vague',
    };
  });
}

/** "Fewer stops: why does the line stand still?" is a name and a question; a question alone is its own name. */
function partsOf(text: string): Pick<Pillar, 'name' | 'question'> {
  const [, name = '', question = ''] = /^(.{1,40}?)\s*[:：|｜—–]+\s*(.+)$/su.exec(text) ?? [];
  if (name.trim() !== '' && question.trim() !== '') return { name: name.trim(), question: question.trim() };
  const points = Array.from(text.trim());
  const short = points.length > NAME_MOST ? `${points.slice(0, NAME_MOST - 1).join('')}…` : text.trim();
  return { name: short, question: /[?？]/u.test(text) ? text.trim() : null };
}
