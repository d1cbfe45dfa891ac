import { describe, expect, it } from 'vitest';

import { Flow } from '../../src/flow/flow.ts';
import { lintWords } from '../../src/flow/lint-words.ts';
import { blanksOf } from '../../src/flow/message-blanks.ts';

const flow = Flow.parse({
  id: 'day',
  version: 1,
  facts: ['weekday', 'plan'],
  steps: [
    { kind: 'say', id: 'hello', values: { plan: 'facts.plan' } },
    {
      kind: 'ask',
      id: 'mood',
      audience: 'operator',
      wait: { kind: 'choice', options: ['good', { id: 'bad', when: 'true' }] },
    },
    {
      kind: 'ask',
      id: 'done',
      audience: 'operator',
      help: true,
      wait: { kind: 'choices', labels: 'activity', options: ['write'] },
    },
    {
      kind: 'ask',
      id: 'plan',
      audience: 'operator',
      wait: { kind: 'text' },
      variants: { by: 'facts.weekday', of: ['mon', 'fri'] },
    },
    { kind: 'ask', id: 'reads', audience: 'operator', wait: { kind: 'number', rule: 'value > 0' } },
  ],
});
const flows = new Map([[flow.id, flow]]);

const WORDS: Readonly<Record<string, string>> = {
  'day.title': 'Today',
  'day.hello': 'You planned {plan}.',
  'day.mood': 'How is it?',
  'day.mood.label': 'Mood',
  'day.mood.option.good': 'Good',
  'day.mood.option.bad': 'Hard',
  'day.done': 'What moved?',
  'day.done.label': 'Moved',
  'day.done.help': 'Anything counts.',
  'activity.write': 'Writing',
  'day.plan.mon': 'And tomorrow?',
  'day.plan.fri': 'And on Monday?',
  'day.plan.label': 'Plan',
  'day.plan.placeholder': 'Call two dealers at ten',
  'day.reads': 'How many readers?',
  'day.reads.label': 'Readers',
  'day.reads.rule': 'That can’t be.',
};
const codes = (words: Readonly<Record<string, string>>) =>
  lintWords(flows, { en: words }).map(({ code, message }) => `${code}: ${message}`);

describe('the words of a flow', () => {
  it('are complete when each text it says is there', () => {
    expect(codes(WORDS)).toEqual([]);
    expect(codes({ ...WORDS, 'day.reads.placeholder': '128', 'coach.hello': 'Not ours' })).toEqual([]);
  });

  it.each(Object.keys(WORDS))('are missed without %s, in the language that lacks it', (key) => {
    const { [key]: _, ...rest } = WORDS;
    const found = lintWords(flows, { en: WORDS, 'zh-CN': rest });
    expect(found).toEqual([
      expect.objectContaining({ code: 'missing-key', message: `locales/zh-CN.json has no "${key}"` }),
    ]);
  });

  it('are too many when nothing says them', () => {
    expect(codes({ ...WORDS, 'day.mood.option.fine': 'Fine' })).toEqual([
      'unused-key: locales/en.json, "day.mood.option.fine": nothing says it',
    ]);
  });

  it.each([
    ['day.hello', 3000],
    ['day.done.help', 2000],
    ['day.mood.label', 75],
    ['activity.write', 75],
    ['day.plan.placeholder', 150],
    ['day.title', 24],
  ])('%s holds %d characters, and no more', (key, limit) => {
    expect(codes({ ...WORDS, [key]: 'x'.repeat(limit) })).toEqual([]);
    expect(codes({ ...WORDS, [key]: 'x'.repeat(limit + 1) })).toEqual([expect.stringContaining('text-too-long')]);
  });

  it('have no blank that nobody fills', () => {
    expect(codes({ ...WORDS, 'day.mood': 'How is {name}?' })).toEqual([
      'unknown-blank: locales/en.json, "day.mood": nobody fills {name}',
    ]);
  });

  it('are not two texts under one key', () => {
    const step = { kind: 'say', id: 'title' } as const;
    const clash = Flow.parse({ id: 'x', version: 1, steps: [step] });
    const found = lintWords(new Map([['x', clash]]), { en: { 'x.title': 'Both' } });
    expect(found.map(({ code }) => code)).toEqual(['duplicate-key']);
  });
});

describe('the blanks of a message', () => {
  it.each([
    ['no blank', []],
    ['{a} and {b}, {a}', ['a', 'b']],
    ['{n, plural, one {# day} other {# days of {who}}}', ['n', 'who']],
    ['{kind, select, a {Good} other {Bad}} then {x}', ['kind', 'x']],
    ['{n, number} of {max, number}', ['n', 'max']],
    ["'{quoted}' {real}", ['real']],
    ['unclosed {a', ['a']],
  ])('%s', (message, blanks) => {
    expect(blanksOf(message)).toEqual(blanks);
  });
});
