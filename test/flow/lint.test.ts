import { describe, expect, it } from 'vitest';
import type { z } from 'zod';

import { Flow } from '../../src/flow/flow.ts';
import { lintFlows } from '../../src/flow/lint.ts';
import { neededTexts } from '../../src/flow/needed-texts.ts';
import type { ProblemCode } from '../../src/flow/problem.ts';

type Definition = z.input<typeof Flow>;
type StepDefinition = Definition['steps'][number];
type AskDefinition = Extract<StepDefinition, { kind: 'ask' }>;

const flowsOf = (...definitions: readonly Definition[]): Map<string, Flow> =>
  new Map(definitions.map((definition) => [definition.id, Flow.parse(definition)]));

/** Words for everything the flows say, so that only the mistake under test is found. */
const wordsFor = (flows: Map<string, Flow>): Record<string, string> =>
  Object.fromEntries(neededTexts(flows).map(({ key }) => [key, 'Words']));

const lint = (flows: Map<string, Flow>, words = wordsFor(flows)) => lintFlows(flows, { en: words }, new Set(['plan']));
const codesOf = (...definitions: readonly Definition[]): string[] =>
  lint(flowsOf(...definitions)).map(({ code }) => code);

const ask = (id: string, more: Partial<AskDefinition> = {}): AskDefinition => ({
  kind: 'ask',
  id,
  audience: 'operator',
  wait: { kind: 'text' },
  ...more,
});
const choice: AskDefinition = ask('mood', { wait: { kind: 'choice', options: ['good', 'bad'] } });
const say = (id: string, more: object = {}): StepDefinition => ({ kind: 'say', id, ...more });
const flow = (steps: StepDefinition[], more: Partial<Definition> = {}): Definition => ({
  id: 'x',
  version: 1,
  steps,
  ...more,
});
const sub = (of: string, more: object = {}): StepDefinition => ({ kind: 'sub', id: 'part', flow: of, ...more });
const wait = (one: AskDefinition['wait']): Definition => flow([ask('a', { wait: one })], { facts: ['today'] });

type Broken = readonly [what: string, code: ProblemCode, flow: Definition, part?: Definition];

const BROKEN: readonly Broken[] = [
  ['an expression that does not parse', 'bad-expression', flow([ask('a', { when: '1 +' })])],
  ['an expression over an unknown name', 'bad-expression', flow([ask('a', { when: 'mood == 1' })])],
  ['an unknown function', 'bad-expression', flow([ask('a', { when: 'now() > 1' })])],
  ['a condition that is no truth', 'bad-expression', flow([ask('a', { when: '1 + 1' })])],
  ['value where there is none', 'bad-expression', flow([ask('a', { when: 'value == 1' })])],
  ['last outside a while', 'bad-expression', flow([ask('a', { when: 'last.x == 1' })])],
  ['a bad computed value', 'bad-expression', flow([ask('a')], { computed: { c: '(' } })],
  ['a jump to nowhere', 'unknown-step', flow([say('a', { go: [{ if: 'true', to: 'z' }] }), ask('b')])],
  ['a jump back', 'backward-jump', flow([ask('a'), say('b', { go: [{ if: "answers.a == 'x'", to: 'a' }] })])],
  ['a jump to itself', 'backward-jump', flow([ask('a', { go: [{ if: "answers.a == 'x'", to: 'a' }] })])],
  ['a step after the end', 'unreachable-step', flow([ask('a'), { kind: 'end', id: 'e' }, ask('b')])],
  [
    'a step that is always jumped over',
    'unreachable-step',
    flow([ask('a', { go: [{ if: 'true', to: 'c' }] }), ask('b'), ask('c')]),
  ],
  ['a number nobody can give', 'dead-end', wait({ kind: 'number', min: 5, max: 1 })],
  ['a text nobody can type', 'dead-end', wait({ kind: 'text', min: 50, max: 10 })],
  ['a scale without a step', 'dead-end', wait({ kind: 'scale', min: 5, max: 1 })],
  ['choices nobody can make', 'dead-end', wait({ kind: 'choices', options: ['a', 'b'], min: 2, max: 1 })],
  ['a choice of nothing', 'no-options', wait({ kind: 'choice' })],
  ['an option twice', 'duplicate-option', wait({ kind: 'choice', options: ['a', 'a'] })],
  ['an exclusive option that is none', 'unknown-option', wait({ kind: 'choices', options: ['a'], exclusive: ['z'] })],
  ['a comparison with no option', 'unknown-option', flow([choice, ask('b', { when: "answers.mood == 'terrible'" })])],
  [
    'a membership of no option',
    'unknown-option',
    flow([ask('m', { wait: { kind: 'choices', options: ['a'] } }), ask('b', { when: "'z' in answers.m" })]),
  ],
  ['a list of no option', 'unknown-option', flow([choice, ask('b', { when: "answers.mood in ['good', 'fine']" })])],
  ['dates the wrong way round', 'bad-time', wait({ kind: 'date', from: 3, to: 1 })],
  ['a date without a today', 'unknown-fact', flow([ask('a', { wait: { kind: 'date' } })])],
  ['a time that is none', 'bad-time', wait({ kind: 'time', from: '9:00' })],
  ['times the wrong way round', 'bad-time', wait({ kind: 'time', from: '18:00', to: '09:00' })],
  ['a slow pattern', 'unsafe-pattern', wait({ kind: 'text', pattern: '^(a+)+$' })],
  ['a broken pattern', 'unsafe-pattern', wait({ kind: 'text', pattern: '(' })],
  [
    'a slow pattern in an expression',
    'unsafe-pattern',
    flow([ask('a'), ask('b', { when: "answers.a.matches('(a|aa)+$')" })]),
  ],
  ['a step twice', 'duplicate-step', flow([ask('a'), ask('a')])],
  ['an answer of a later step', 'not-given-yet', flow([ask('a', { when: "answers.b == 'x'" }), ask('b')])],
  ['its own answer', 'not-given-yet', flow([ask('a', { when: "answers.a == 'x'" })])],
  [
    'an answer of another branch',
    'not-given-yet',
    flow([
      { ...choice, go: [{ if: "answers.mood == 'good'", to: 'c' }] },
      ask('b', { go: [{ if: 'true', to: 'd' }] }),
      ask('c', { when: "answers.b == 'x'" }),
      ask('d'),
    ]),
  ],
  [
    'a later answer through a computed value',
    'not-given-yet',
    flow([ask('a', { when: 'computed.c' }), ask('b')], { computed: { c: "answers.b == 'x'" } }),
  ],
  ['an answer of no step', 'unknown-answer', flow([ask('a', { when: 'has(answers.z)' })])],
  [
    'an answer of no inner step',
    'unknown-answer',
    flow([sub('y'), ask('b', { when: "answers.part.z == 'x'" })]),
    { ...flow([ask('a')]), id: 'y' },
  ],
  ['an unknown fact', 'unknown-fact', flow([ask('a', { when: 'facts.light' })])],
  [
    'a fact that a part needs',
    'unknown-fact',
    flow([sub('y')]),
    { ...flow([ask('a')], { facts: ['light'] }), id: 'y' },
  ],
  ['an unknown computed value', 'unknown-computed', flow([ask('a', { when: 'computed.z' })])],
  [
    'a computed value before its time',
    'unknown-computed',
    flow([ask('a')], { computed: { c: 'computed.d', d: '1 == 1' } }),
  ],
  ['a part that is not there', 'unknown-flow', flow([sub('z')])],
  ['a flow within itself', 'recursive-flow', flow([sub('x')])],
  ['two flows within each other', 'recursive-flow', flow([sub('y')]), { ...flow([sub('x')]), id: 'y' }],
  [
    'a walk without end in sight',
    'too-many-steps',
    flow([sub('y', { repeat: { while: "last.a == 'x'", max: 20 } })]),
    { ...flow(Array.from({ length: 30 }, (_, index) => ask(index === 0 ? 'a' : `s${index}`))), id: 'y' },
  ],
  ['an unknown review', 'unknown-rule', flow([ask('a', { review: 'nonsense' })])],
  ['a review of a number', 'review-of-no-text', flow([ask('a', { review: 'plan', wait: { kind: 'number' } })])],
  ['offers without a review', 'unknown-rule', flow([ask('a', { offers: 'facts.actions' })], { facts: ['actions'] })],
  ['a migration from the future', 'bad-migration', flow([ask('a')], { migrations: [{ from: 1 }] })],
  [
    'two migrations from one version',
    'bad-migration',
    flow([ask('a')], { version: 3, migrations: [{ from: 1 }, { from: 1 }] }),
  ],
  [
    'a migration to nowhere',
    'bad-migration',
    flow([ask('a')], { version: 2, migrations: [{ from: 1, rename: { b: 'c' } }] }),
  ],
  [
    'a migration to another depth',
    'bad-migration',
    flow([ask('a')], { version: 2, migrations: [{ from: 1, rename: { b: 'a.c' } }] }),
  ],
];

describe('the linter of flows finds', () => {
  it.each(BROKEN.map(([what, code, ...flows]) => ({ what, code, flows })))('$what', ({ code, flows }) => {
    const found = codesOf(...flows.filter((each) => each !== undefined));
    expect(new Set(found)).toEqual(new Set([code]));
  });
});

describe('the linter of flows', () => {
  it('has nothing to say about a sound flow', () => {
    const part = {
      ...flow([ask('title'), ask('another', { wait: { kind: 'choice', options: ['no', 'yes'] } })]),
      id: 'part-of',
    };
    const whole = flow(
      [
        choice,
        ask('why', {
          when: 'computed.is_bad',
          values: { mood: 'answers.mood' },
          variants: { by: 'facts.day', of: ['mon', 'fri'] },
          help: true,
        }),
        sub('part-of', { repeat: { while: "last.another == 'yes' && size(answers.part) < 3", max: 5 } }),
        ask('reads', {
          wait: { kind: 'number', rule: 'value >= 0 && value < 100' },
          go: [{ if: 'answers.reads > 10', to: 'bye' }],
        }),
        ask('plan', { review: 'plan', offers: 'facts.actions' }),
        say('bye', { when: "size(answers.part) > 1 && answers.part[0].title != ''" }),
      ],
      { facts: ['day', 'actions'], computed: { is_bad: "answers.mood == 'bad'" } },
    );
    expect(lint(flowsOf(part, whole))).toEqual([]);
  });

  it('names the flow, the step and the place', () => {
    expect(lint(flowsOf(flow([ask('a', { when: 'facts.light' })])))).toEqual([
      { flow: 'x', step: 'a', code: 'unknown-fact', message: 'when: there is no fact "light"' },
    ]);
  });
});
