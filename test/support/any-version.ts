import { EXERCISES } from '../../src/coaching/exercises.ts';
import { ELEMENTS, type KeptAnswers, type Position, type Version } from '../../src/coaching/position.ts';
import type { AskStep, Flow } from '../../src/flow/flow.ts';
import type { AnswerValue } from '../../src/flow/session.ts';
import { positionOf, versionOf } from './positions.ts';
import { coaching } from './weeks.ts';

/** So many rounds of a question that may be asked several times. */
const ROUNDS = 3;

/** Answers to every question of a flow, those in own words all with these words. */
function answersTo(flow: Flow, words: string, prefix = ''): readonly (readonly [string, AnswerValue])[] {
  return flow.steps.flatMap((step) => {
    if (step.kind === 'ask') return [[prefix + step.id, answerTo(step, words)] as const];
    const inner = step.kind === 'sub' ? coaching.world.flows.get(step.flow) : undefined;
    if (step.kind !== 'sub' || !inner) return [];
    const rounds = step.repeat ? Array.from({ length: ROUNDS }, (_, i) => `${step.id}[${i}].`) : [`${step.id}.`];
    return rounds.flatMap((round) => answersTo(inner, words, prefix + round));
  });
}

function answerTo({ wait }: AskStep, words: string): AnswerValue {
  switch (wait.kind) {
    case 'choice':
      return optionsOf(wait)[0] ?? words;
    case 'choices':
      return optionsOf(wait).slice(0, 2);
    case 'number':
    case 'scale':
      return 3;
    case 'date':
      return '2026-11-23';
    case 'time':
      return '09:00';
    case 'person':
      return { name: words };
    case 'text':
    case 'long-text':
      return words;
  }
}

const optionsOf = ({ options = [] }: Extract<AskStep['wait'], { kind: 'choice' | 'choices' }>): string[] =>
  options.map((option) => (typeof option === 'string' ? option : option.id));

/** A version of this element in which every question was answered, in these words where own words are asked for. */
export function fullVersion(element: (typeof ELEMENTS)[number], words: string, known: Partial<Version> = {}): Version {
  const flow = coaching.world.flows.get(EXERCISES.find((one) => one.element === element)?.flow ?? '');
  const answers: KeptAnswers = Object.fromEntries(
    (flow ? answersTo(flow, words) : []).map(([address, value]) => [address, { value }]),
  );
  return { ...versionOf(`${element}-${known.on ?? ''}`, {}, known), answers };
}

/** A position of all elements, each with a version of these words before one of those. */
export const fullPosition = (before: string, after: string, known: Partial<Version> = {}): Position =>
  positionOf(
    Object.fromEntries(
      ELEMENTS.map((element) => [
        element,
        [
          fullVersion(element, before, { on: '2026-11-02', ...known }),
          fullVersion(element, after, { on: '2026-11-16' }),
        ],
      ]),
    ),
  );
