import fc from 'fast-check';

import type { Definition } from './world.ts';

type StepDefinition = Definition['steps'][number];
type AskDefinition = Extract<StepDefinition, { kind: 'ask' }>;
type WaitDefinition = AskDefinition['wait'];

const LIST = [
  { id: 'l1', label: 'Price list' },
  { id: 'l2', label: '安装指南' },
];
export const FACTS = { today: '2026-11-25', light: false, n: 3, list: LIST, none: [] };

const ids = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 });

const waits: fc.Arbitrary<WaitDefinition> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('text' as const, 'long-text' as const),
    min: fc.constantFrom(1, 4),
    max: fc.constantFrom(10, 300),
  }),
  fc.constant({ kind: 'text' as const, pattern: '^\\d+$' }),
  ids.map((options) => ({ kind: 'choice' as const, options: [...options, { id: 'z', when: 'facts.light' }] })),
  fc
    .constantFrom('facts.list', 'facts.none', 'facts.gone_wrong')
    .map((from) => ({ kind: 'choice' as const, optionsFrom: from.replace('gone_wrong', 'n') })),
  fc
    .tuple(ids, fc.integer({ min: 0, max: 3 }))
    .map(([options, min]) => ({ kind: 'choices' as const, options, exclusive: options.slice(1, 2), min })),
  fc.record({
    kind: fc.constant('number' as const),
    whole: fc.boolean(),
    min: fc.constantFrom(-5, 0),
    max: fc.constantFrom(1, 1000),
  }),
  fc.constant({ kind: 'number' as const, rule: 'value < 100' }),
  fc.constantFrom(3, 5, 10).map((max) => ({ kind: 'scale' as const, max })),
  fc
    .constantFrom({}, { from: 0 }, { to: 0 }, { from: -3, to: 7 })
    .map((range) => ({ kind: 'date' as const, ...range })),
  fc.constantFrom({}, { from: '09:00', to: '18:00' }).map((range) => ({ kind: 'time' as const, ...range })),
  fc.boolean().map((orText) => ({ kind: 'person' as const, orText })),
);

/** A condition over the answer of an earlier step. */
function conditionOn(step: StepDefinition | undefined): string[] {
  const fixed = ['facts.light', '!facts.light', 'computed.many', 'facts.n > 5'];
  if (step?.kind === 'sub')
    return [...fixed, step.repeat ? `size(answers.${step.id}) > 1` : `has(answers.${step.id}.p0)`];
  if (step?.kind !== 'ask') return fixed;
  const { wait, id } = step;
  const [option] = 'options' in wait ? (wait.options ?? []) : [];
  if (wait.kind === 'choice' && typeof option === 'string') return [`answers.${id} == '${option}'`];
  if (wait.kind === 'choices' && typeof option === 'string') {
    return [`'${option}' in answers.${id}`, `size(answers.${id}) > 1`];
  }
  if (wait.kind === 'number' || wait.kind === 'scale') return [`answers.${id} > 2`, `answers.${id} + 1 < 5`];
  return [`has(answers.${id})`, `answers.${id} == null`, `size(answers.${id}) > 3`];
}

const isText = (wait: WaitDefinition): boolean => wait.kind === 'text' || wait.kind === 'long-text';

const asks = (id: string): fc.Arbitrary<AskDefinition> =>
  fc
    .record({ wait: waits, optional: fc.boolean(), reviewed: fc.boolean(), help: fc.boolean() })
    .map(({ wait, reviewed, ...more }) => ({
      kind: 'ask',
      id,
      audience: 'operator',
      wait,
      ...more,
      ...(reviewed && isText(wait) && { review: 'plan', offers: 'facts.list' }),
    }));

const repeat = { while: "last.p0 != ''", max: 3 };
const stepsAt = (id: string): fc.Arbitrary<StepDefinition> =>
  fc.oneof(
    { weight: 6, arbitrary: asks(id) },
    { weight: 1, arbitrary: fc.constant<StepDefinition>({ kind: 'say', id }) },
    {
      weight: 1,
      arbitrary: fc
        .boolean()
        .map((again): StepDefinition => ({ kind: 'sub', id, flow: 'part', ...(again && { repeat }) })),
    },
  );

type Wiring = { readonly when: number; readonly go: number; readonly which: number };
const wirings = fc.record({ when: fc.nat(3), go: fc.nat(3), which: fc.nat(20) });

/** Adds a condition and a jump, both over what came before. */
function wire(
  steps: readonly StepDefinition[],
  index: number,
  { when, go, which }: Wiring,
): StepDefinition | undefined {
  const step = steps[index];
  if (!step || step.kind === 'end') return step;
  const earlier = conditionOn(steps[which % Math.max(index, 1)]);
  const own = conditionOn(step);
  const target = steps[index + 1 + (which % Math.max(1, steps.length - index - 1))];
  return {
    ...step,
    ...(when === 0 && index > 0 && { when: earlier[which % earlier.length] ?? 'true' }),
    ...(go === 0 && target && { go: [{ if: own[which % own.length] ?? 'true', to: target.id }] }),
  };
}

const parts = fc.tuple(asks('p0'), asks('p1'), fc.boolean()).map(([first, second, both]) => ({
  id: 'part',
  version: 1,
  facts: Object.keys(FACTS),
  steps: both ? [first, second] : [first],
}));

const roots = fc.integer({ min: 1, max: 6 }).chain((length) =>
  fc
    .tuple(
      fc.tuple(...Array.from({ length }, (_, index) => stepsAt(`s${index}`))),
      fc.array(wirings, { minLength: length, maxLength: length }),
    )
    .map(([steps, wiring]) => ({
      id: 'root',
      version: 1,
      facts: Object.keys(FACTS),
      computed: { many: 'facts.n > 2' },
      steps: wiring.flatMap((wires, index) => wire(steps, index, wires) ?? []),
    })),
);

/** Flows with every kind of wait, conditions, jumps, sub-flows, repeats, reviews: all of them valid. */
export const flowPairs = fc.tuple(roots, parts);
