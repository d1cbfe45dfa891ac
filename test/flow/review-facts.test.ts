import { expect, it } from 'vitest';

import { advance, start } from '../../src/flow/engine.ts';
import type { JsonValue } from '../../src/flow/session.ts';
import { worldOf, type Definition } from './world.ts';

const inner: Definition = {
  id: 'inner',
  version: 1,
  steps: [{ kind: 'ask', id: 'name', audience: 'operator', review: 'plan', wait: { kind: 'text' } }],
};
const outer: Definition = {
  id: 'outer',
  version: 1,
  facts: ['known'],
  computed: { trade: "facts.known != '' ? facts.known : answers.trade" },
  steps: [
    { kind: 'ask', id: 'trade', audience: 'operator', wait: { kind: 'choice', options: ['bank', 'school'] } },
    { kind: 'sub', id: 'part', flow: 'inner' },
  ],
};

it('a review within a part of a flow knows what the whole has computed', () => {
  const told: Readonly<Record<string, JsonValue>>[] = [];
  const plain = worldOf(outer, inner);
  const world: typeof plain = {
    ...plain,
    review: (rule, answer, facts) => {
      told.push(facts);
      return plain.review(rule, answer, facts);
    },
  };
  const first = start(world, 'outer', { id: 's', facts: { known: '' } }).session;
  const second = first && advance(world, first, { kind: 'text', text: 'bank' }).session;
  expect(second && advance(world, second, { kind: 'text', text: 'Fewer stops at night' })).toBeTruthy();
  expect(told.at(-1)).toEqual({ known: '', trade: 'bank' });
});
