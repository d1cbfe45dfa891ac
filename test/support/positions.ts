import type { Exercise } from '../../src/coaching/exercise.ts';
import { type Element, ELEMENTS, newPosition, type Position, type Version } from '../../src/coaching/position.ts';
import { Flow } from '../../src/flow/flow.ts';
import { literal } from '../../src/flow/text.ts';
import type { World } from '../../src/flow/turn.ts';
import { coaching, OPERATOR } from './weeks.ts';

/** A position of exercises that ask one question each and say the answer, so that what is seen of it can be told. */
export const EXERCISES: readonly Exercise[] = ELEMENTS.map((element) => ({
  element,
  flow: `told-${element}`,
  minutes: 6,
  facts: () => ({}),
  outcome: () => ({ grade: null, flags: [], evidence: null, topics: [], actions: [] }),
  sheet: ({ answers }) => ({
    lines: wordsIn(answers).map(literal),
    small: [literal('a note of the coach')],
  }),
  brief: ({ answers }) => (element === 'pillars' ? { pillars: wordsIn(answers).map(pillarOf), promoShare: 0.2 } : {}),
  shared: () => [],
}));

const wordsIn = (answers: Version['answers']): string[] =>
  Object.values(answers).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));

const pillarOf = (name: string) => ({ name, question: null, role: null, share: 0.5 });

const ask = (id: string) => ({ kind: 'ask', id, wait: { kind: 'text' }, audience: 'operator' });

const flows = new Map(
  ELEMENTS.map((element) => {
    const flow = Flow.parse({ id: `told-${element}`, version: 1, steps: [ask('what'), ask('why')] });
    return [flow.id, flow] as const;
  }),
);
export const world: World = { ...coaching.world, flows };

export const versionOf = (
  id: string,
  answers: Readonly<Record<string, string>>,
  known: Partial<Version> = {},
): Version => ({
  id,
  by: OPERATOR,
  on: '2026-11-02',
  flow: 1,
  answers: Object.fromEntries(Object.entries(answers).map(([address, value]) => [address, { value }])),
  grade: 'sharp',
  flags: [],
  evidence: null,
  sharedOn: null,
  ...known,
});

/** A position with these versions of its elements, oldest first. */
export const positionOf = (
  versions: Partial<Record<Element, readonly Version[]>>,
  known: Partial<Position> = {},
): Position => ({
  ...newPosition('T1:a'),
  elements: Object.fromEntries(
    Object.entries(versions).map(([element, all]) => [element, { versions: [...all], confirmedOn: null }]),
  ),
  ...known,
});
