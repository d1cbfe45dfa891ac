import { describe, expect, it } from 'vitest';
import type { z } from 'zod';

import type { Wait } from '../../src/flow/flow.ts';
import type { AnswerValue, JsonValue } from '../../src/flow/session.ts';
import type { Input } from '../../src/flow/turn.ts';
import { talkTo } from './talk.ts';
import { worldOf, type Definition } from './world.ts';

const FACTS = { today: '2026-11-25', open: [{ id: 'b1', label: 'Price list' }], none: [] };

/** Asks one question with this wait, and says what became of the input: the value kept, or why not. */
function answered(
  wait: z.input<typeof Wait>,
  input: { readonly text: string; readonly people?: string[] } | { readonly value: JsonValue },
) {
  const last = { kind: 'ask', id: 'after', audience: 'operator', wait: { kind: 'text' } } as const;
  const flow: Definition = {
    id: 'x',
    version: 1,
    facts: Object.keys(FACTS),
    steps: [{ kind: 'ask', id: 'q', audience: 'operator', wait } as const, last],
  };
  const talk = talkTo(worldOf(flow), 'x', FACTS);
  const hears: Input =
    'text' in input ? { kind: 'text', ...input } : { kind: 'value', session: 's1', address: 'q', ...input };
  const [first] = talk.hear(hears);
  return first === 'taken q' ? talk.value('q') : first;
}

type Case = readonly [wait: z.input<typeof Wait>, typed: string, kept: AnswerValue | string];

describe('a typed answer', () => {
  it.each<Case>([
    [{ kind: 'text', min: 3 }, 'ab', 'say retry.too-short'],
    [{ kind: 'text', max: 3 }, '😀😀😀', '😀😀😀'],
    [{ kind: 'text', max: 3 }, 'abcd', 'say retry.too-long'],
    [{ kind: 'text' }, '\u200B\uFEFF', 'say retry.empty'],
    [{ kind: 'text' }, ' half \uD83D ', 'half'],
    [{ kind: 'text' }, '<!channel> & co', '<!channel> & co'],
    [{ kind: 'text', pattern: '^\\d{4}$' }, '12a4', 'say retry.pattern'],
    [{ kind: 'text', pattern: '^\\d{4}$' }, '1234', '1234'],
    [{ kind: 'long-text', max: 3000 }, 'line\nline', 'line\nline'],
    [{ kind: 'choice', options: ['a', 'b'] }, '2', 'b'],
    [{ kind: 'choice', options: ['a', { id: 'b', when: 'false' }, 'c'] }, '2', 'c'],
    [{ kind: 'choice', options: ['none'], optionsFrom: 'facts.open' }, 'price list', 'b1'],
    [{ kind: 'choice', options: ['none'], optionsFrom: 'facts.open' }, '2', 'none'],
    [{ kind: 'choices', options: ['a', 'b', 'c'] }, '3 and 1', ['a', 'c']],
    [{ kind: 'choices', options: ['a', 'b', 'c'], min: 2 }, '1', 'say retry.too-few'],
    [{ kind: 'choices', options: ['a', 'b', 'c'], max: 2 }, '1,2,3', 'say retry.too-many'],
    [{ kind: 'choices', options: ['a', { id: 'b', when: 'false' }], min: 2 }, '1', ['a']],
    [{ kind: 'choices', options: ['a', 'b', 'c'], exclusive: ['c'], min: 2 }, 'c', ['c']],
    [{ kind: 'choices', options: ['a', 'b', 'c', 'd'], exclusive: ['c', 'd'] }, '3, 4', 'say retry.choose-some'],
    [{ kind: 'choices', options: ['a', 'b', 'c'], exclusive: ['c'] }, '1, 3', 'say retry.choose-some'],
    [{ kind: 'number' }, '1.2万', 12_000],
    [{ kind: 'number', whole: true }, '1.5', 'say retry.not-whole'],
    [{ kind: 'number', max: 100 }, '101', 'say retry.out-of-range'],
    [{ kind: 'number' }, 'lots', 'say retry.not-a-number'],
    [{ kind: 'number', rule: 'value < 50' }, '60', 'say x.q.rule'],
    [{ kind: 'number', rule: 'value < 50' }, '40', 40],
    [{ kind: 'scale' }, '４', 4],
    [{ kind: 'scale' }, '4 / 5', 4],
    [{ kind: 'scale' }, '4分', 4],
    [{ kind: 'scale' }, '6', 'say retry.out-of-range'],
    [{ kind: 'scale' }, '2.5', 'say retry.out-of-range'],
    [{ kind: 'date' }, '明天', '2026-11-26'],
    [{ kind: 'date', from: 0 }, 'yesterday', 'say retry.date-range'],
    [{ kind: 'date', from: 0, to: 7 }, '12/2', '2026-12-02'],
    [{ kind: 'date' }, 'soon', 'say retry.not-a-date'],
    [{ kind: 'time' }, '下午3点', '15:00'],
    [{ kind: 'time', from: '09:00', to: '18:00' }, '8pm', 'say retry.time-range'],
    [{ kind: 'time' }, 'soon', 'say retry.not-a-time'],
    [{ kind: 'person', orText: true }, 'The head of sales', { name: 'The head of sales' }],
    [{ kind: 'person' }, 'The head of sales', 'say retry.not-a-person'],
    [{ kind: 'person', orText: true }, 'x'.repeat(81), 'say retry.too-long'],
  ])('%j: %s', (wait, text, kept) => {
    expect(answered(wait, { text })).toEqual(kept);
  });

  it.each<readonly [z.input<typeof Wait>, Readonly<Record<string, JsonValue>>]>([
    [
      { kind: 'number', max: 10 },
      { bounded: 'yes', min: 0, max: 10 },
    ],
    [{ kind: 'scale' }, { bounded: 'yes', min: 1, max: 5 }],
    [{ kind: 'number' }, { bounded: 'no', min: 0, max: 1_000_000_000 }],
  ])('that is no number is told which would do: %j', (wait, values) => {
    const steps = [{ kind: 'ask', id: 'q', audience: 'operator', wait } as const];
    const talk = talkTo(worldOf({ id: 'x', version: 1, steps }), 'x');
    talk.types('lots');
    expect(talk.turn().effects[0]).toMatchObject({ text: { key: 'retry.not-a-number', values } });
  });

  it('names a person by mention', () => {
    expect(answered({ kind: 'person' }, { text: 'it is her', people: ['T1:U1', 'T1:U2'] })).toEqual({
      member: 'T1:U1',
    });
  });
});

describe('a pressed answer', () => {
  it.each<readonly [z.input<typeof Wait>, JsonValue, AnswerValue | string]>([
    [{ kind: 'choice', options: ['a', 'b'] }, 'b', 'b'],
    [{ kind: 'choice', options: ['a', 'b'] }, 'gone', 'say retry.choose-one'],
    [{ kind: 'choice', options: ['a', 'b'] }, ['a'], 'say retry.choose-one'],
    [{ kind: 'choices', options: ['a', 'b', 'c'] }, ['c', 'a'], ['a', 'c']],
    [{ kind: 'choices', options: ['a', 'b'] }, ['a', 'gone'], 'say retry.choose-some'],
    [{ kind: 'choices', options: ['a', 'b'] }, ['a', 7], 'say retry.choose-some'],
    [{ kind: 'choices', options: ['a', 'b'], exclusive: ['b'] }, 'b', ['b']],
    [{ kind: 'number' }, 7, 7],
    [{ kind: 'number' }, '7', 7],
    [{ kind: 'number' }, { $gt: 1 }, 'say retry.not-a-number'],
    [{ kind: 'scale' }, '4', 4],
    [{ kind: 'scale' }, 4, 4],
    [{ kind: 'date' }, '2026-12-01', '2026-12-01'],
    [{ kind: 'date' }, 7, 'say retry.not-a-date'],
    [{ kind: 'time' }, '16:30', '16:30'],
    [{ kind: 'time' }, null, 'say retry.not-a-time'],
    [{ kind: 'person' }, { member: 'T1:U1' }, { member: 'T1:U1' }],
    [{ kind: 'person' }, { member: '' }, 'say retry.not-a-person'],
    [{ kind: 'person' }, { name: 'Sales' }, 'say retry.not-a-person'],
    [{ kind: 'text' }, { text: 'x' }, 'say retry.empty'],
    [{ kind: 'text' }, null, 'say retry.empty'],
  ])('%j: %j', (wait, value, kept) => {
    expect(answered(wait, { value })).toEqual(kept);
  });
});

describe('a choice with nothing to choose from', () => {
  it('is passed over', () => {
    const flow: Definition = {
      id: 'x',
      version: 1,
      facts: ['none'],
      steps: [
        { kind: 'ask', id: 'q', audience: 'operator', wait: { kind: 'choice', optionsFrom: 'facts.none' } },
        { kind: 'ask', id: 'b', audience: 'operator', wait: { kind: 'text' } },
      ],
    };
    expect(talkTo(worldOf(flow), 'x', FACTS).lines()).toEqual(['ask b']);
  });
});

describe('an answer that no longer fits', () => {
  it('is asked again when its option is gone, and is there when it is back', () => {
    const flow: Definition = {
      id: 'x',
      version: 1,
      steps: [
        { kind: 'ask', id: 'kind', audience: 'operator', wait: { kind: 'choice', options: ['a', 'b'] } },
        {
          kind: 'ask',
          id: 'size',
          audience: 'operator',
          wait: { kind: 'choice', options: ['s', { id: 'xl', when: "answers.kind == 'a'" }, 'm'] },
        },
        { kind: 'ask', id: 'end', audience: 'operator', wait: { kind: 'text' } },
      ],
    };
    const talk = talkTo(worldOf(flow), 'x');
    talk.typesAll('a', 'xl', 'back', 'back');
    expect(talk.types('b')).toEqual(['taken kind', 'ask size']);
    expect(talk.question()).not.toHaveProperty('given');
    expect(talk.value('size')).toBe('xl');
    expect(talk.typesAll('back', 'a')).toEqual(['taken kind', 'ask end']);
  });
});
