import { describe, expect, it } from 'vitest';

import { evaluate, isTrue } from '../../src/flow/expression.ts';
import { FlowError } from '../../src/flow/flow-error.ts';
import { isConstant, readsOf } from '../../src/flow/reads.ts';

const scope = {
  answers: {
    mood: 3,
    moved: ['write', 'publish'],
    items: [{ title: 'One' }, { title: 'Two' }],
    who: { name: 'Sales' },
    note: null,
  },
  facts: { light: false, open: [{ id: 'b1', label: 'Price list' }], count: 2 },
  computed: { hard: true },
  value: 7,
};

describe('an expression', () => {
  it.each([
    ['answers.mood == 3', true],
    ['answers.mood + 1', 4],
    ['1 + answers.mood * 2', 7],
    ['facts.count / 2', 1],
    ['answers.mood - 0.5', 2.5],
    ["'publish' in answers.moved", true],
    ['size(answers.items)', 2],
    ['answers.items[1].title', 'Two'],
    ["answers.items.exists(item, item.title == 'One')", true],
    ['answers.items.map(item, item.title)', ['One', 'Two']],
    ['answers.who.name', 'Sales'],
    ['answers.note == null', true],
    ['has(answers.other)', false],
    ['facts.open', [{ id: 'b1', label: 'Price list' }]],
    ["{'id': 'x', 'n': 2}", { id: 'x', n: 2 }],
    ['computed.hard && !facts.light', true],
    ['value < 10', true],
    ["answers.mood > 2 ? 'a' : 'b'", 'a'],
  ])('%s', (expression, value) => {
    expect(evaluate(expression, scope)).toEqual(value);
  });

  it.each([
    'answers.other',
    'answers.items[7].title',
    'answers.__proto__',
    'answers.constructor',
    'answers.toString',
    'answers.mood / 0',
    'facts.count / 0.0',
    'answers.moved + 1',
    'answers.moved > 3',
    'last.title',
  ])('%s gives nothing, and is not true', (expression) => {
    expect(evaluate(expression, scope)).toBeUndefined();
    expect(isTrue(expression, scope)).toBe(false);
  });

  it('is true only when it is true', () => {
    expect(isTrue('answers.mood', scope)).toBe(false);
    expect(isTrue('!facts.light', scope)).toBe(true);
    expect(isTrue('answers.other == 1 || answers.mood == 3', scope)).toBe(true);
  });

  it('that does not parse is our mistake', () => {
    expect(() => evaluate('1 +', scope)).toThrow(FlowError);
  });
});

describe('what an expression reads', () => {
  it('is every answer, fact and computed value in it', () => {
    const { reads } = readsOf(
      "answers.items[0].title == facts.last && has(answers.who.name) && computed.c.exists(x, x == answers['mood'])",
    );
    expect(reads).toEqual([
      { root: 'answers', path: ['items', 'title'] },
      { root: 'facts', path: ['last'] },
      { root: 'answers', path: ['who', 'name'] },
      { root: 'computed', path: ['c'] },
      { root: 'answers', path: ['mood'] },
    ]);
  });

  it('is compared with fixed texts', () => {
    const { comparisons } = readsOf(
      "answers.a == 'x' || 'y' != answers.b || 'z' in answers.c || answers.d in ['p', 'q']",
    );
    expect(comparisons.map(({ path, text }) => `${path.join('.')} ${text}`)).toEqual([
      'a x',
      'b y',
      'c z',
      'd p',
      'd q',
    ]);
  });

  it('may be nothing at all', () => {
    expect(isConstant('true', true)).toBe(true);
    expect(isConstant('true', false)).toBe(false);
    expect(isConstant('1 == 1', true)).toBe(false);
    expect(isConstant('1 +', true)).toBe(false);
  });
});
