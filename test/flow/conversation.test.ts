import { describe, expect, it } from 'vitest';

import { advance, expire, resume, start } from '../../src/flow/engine.ts';
import { FlowError } from '../../src/flow/flow-error.ts';
import { talkTo } from './talk.ts';
import { linesOf, worldOf, type Definition } from './world.ts';

const item: Definition = {
  id: 'item',
  version: 1,
  steps: [
    { kind: 'ask', id: 'title', audience: 'manager', wait: { kind: 'text' } },
    { kind: 'ask', id: 'another', audience: 'operator', wait: { kind: 'choice', options: ['no', 'yes'] } },
  ],
};

const day: Definition = {
  id: 'day',
  version: 1,
  facts: ['light', 'today'],
  computed: { is_hard: "answers.mood == 'bad'" },
  steps: [
    { kind: 'say', id: 'hello' },
    { kind: 'ask', id: 'mood', audience: 'operator', wait: { kind: 'choice', options: ['good', 'bad'] } },
    { kind: 'say', id: 'sorry', when: 'computed.is_hard' },
    { kind: 'ask', id: 'why', audience: 'operator', when: 'computed.is_hard', optional: true, wait: { kind: 'text' } },
    { kind: 'ask', id: 'plan', audience: 'manager', help: true, wait: { kind: 'text' }, when: '!facts.light' },
    {
      kind: 'sub',
      id: 'items',
      flow: 'item',
      when: '!facts.light',
      repeat: { while: "last.another == 'yes'", max: 3 },
    },
    { kind: 'ask', id: 'energy', audience: 'operator', optional: true, wait: { kind: 'scale' } },
    { kind: 'say', id: 'bye' },
  ],
};

const world = worldOf(day, item);
const begin = () => talkTo(world, 'day', { light: false, today: '2026-11-25' });

describe('a conversation', () => {
  it.each(['Whatever', '不知道。', '.'])('passes over what may be left out when somebody says %s', (unsure) => {
    const talk = begin();
    talk.types('hard');
    expect(talk.types(unsure)).toEqual(['taken why', 'ask plan']);
    expect(talk.value('why')).toBeNull();
    expect(talk.types(unsure)).toEqual(['taken plan', 'ask items[0].title']);
  });

  it('tells a repeated part which time it is', () => {
    const title: Definition['steps'][number] = {
      kind: 'ask',
      id: 'title',
      audience: 'manager',
      values: { round: 'round' },
      wait: { kind: 'text' },
    };
    const list: Definition = {
      id: 'list',
      version: 1,
      steps: [{ kind: 'sub', id: 'items', flow: 'item', repeat: { while: 'size(answers.items) < 2', max: 2 } }],
    };
    const talk = talkTo(worldOf(list, { ...item, steps: [title] }), 'list');
    expect(talk.question().text.values).toEqual({ round: 1 });
    talk.types('One');
    expect(talk.question().text.values).toEqual({ round: 2 });
  });

  it('says what comes first and asks the first question', () => {
    const talk = begin();
    expect(talk.lines()).toEqual(['say day.hello', 'ask mood']);
    expect(talk.question()).toMatchObject({
      session: 's1',
      flow: 'day',
      step: 'mood',
      text: { key: 'day.mood' },
      label: { key: 'day.mood.label' },
      number: 1,
      total: 5,
    });
  });

  it('takes the branch that the answer opens', () => {
    expect(begin().types('hard')).toEqual(['taken mood', 'say day.sorry', 'ask why']);
    expect(begin().types('good')).toEqual(['taken mood', 'ask plan']);
  });

  it('ends with every answer of the path', () => {
    const talk = begin();
    expect(talk.typesAll('good', 'Call two dealers', 'A title', 'no', '4')).toEqual([
      'taken energy',
      'say day.bye',
      'finish done',
    ]);
    expect(talk.turn().session).toBeNull();
    expect(talk.finish()).toMatchObject({
      outcome: 'done',
      session: { at: null },
      answers: {
        mood: { value: 'good' },
        plan: { value: 'Call two dealers' },
        'items[0].title': { value: 'A title' },
        'items[0].another': { value: 'no' },
        energy: { value: 4 },
      },
    });
  });

  it('goes round a sub-flow while its condition holds, and no more than its max', () => {
    const talk = begin();
    expect(talk.typesAll('good', 'A plan', 'One', 'yes')).toEqual(['taken items[0].another', 'ask items[1].title']);
    expect(talk.typesAll('Two', 'yes', 'Three', 'yes')).toEqual(['taken items[2].another', 'ask energy']);
  });

  it('says again what it could not take, and asks once more', () => {
    const talk = begin();
    expect(talk.types('maybe')).toEqual(['say retry.choose-one', 'ask mood']);
    talk.types('good');
    expect(talk.types('   ')).toEqual(['say retry.empty', 'ask plan']);
    expect(talk.types('x'.repeat(301))).toEqual(['say retry.too-long', 'ask plan']);
  });

  it('counts the inputs it has taken', () => {
    const talk = begin();
    talk.typesAll('maybe', 'good', 'A plan');
    expect(talk.session().turn).toBe(3);
  });

  it('corrects an answer when an older button on the path is pressed', () => {
    const talk = begin();
    talk.typesAll('good', 'A plan');
    expect(talk.presses('mood', 'bad')).toEqual(['taken mood', 'say day.sorry', 'ask why']);
    expect(talk.types('Too much at once')).toEqual(['taken why', 'ask items[0].title']);
  });

  it('says that a button is old when its question is not on the path', () => {
    const talk = begin();
    talk.types('good');
    expect(talk.presses('why', 'x')).toEqual(['say conversation.old-button', 'ask plan']);
    expect(talk.hear({ kind: 'value', session: 'other', address: 'mood', value: 'bad' })).toEqual([
      'say conversation.old-button',
    ]);
    expect(talk.value('mood')).toBe('good');
  });
});

describe('a pause', () => {
  it('is followed by where we were', () => {
    const talk = begin();
    talk.types('good');
    const turn = resume(world, talk.session());
    expect(linesOf(turn)).toEqual(['say conversation.resumed', 'ask plan']);
    expect(turn.effects[0]).toMatchObject({
      text: { values: { label: { key: 'day.plan.label' }, answered: 1, total: 5 } },
    });
  });

  it('that lasts too long ends with what was given', () => {
    const talk = begin();
    talk.types('good');
    const turn = expire(world, talk.session());
    expect(linesOf(turn)).toEqual(['say conversation.expired', 'finish expired']);
    expect(turn.effects.at(-1)).toMatchObject({ answers: { mood: { value: 'good' } } });
  });

  it('ends by the timer of the open turn, and by no other', () => {
    const talk = begin();
    const { turn } = talk.session();
    talk.types('good');
    expect(talk.hear({ kind: 'timeout', session: 's1', turn })).toEqual([]);
    expect(talk.hear({ kind: 'timeout', session: 'other', turn: 1 })).toEqual([]);
    expect(talk.hear({ kind: 'timeout', session: 's1', turn: 1 })).toEqual([
      'say conversation.expired',
      'finish expired',
    ]);
  });
});

describe('a broken flow', () => {
  const ask = { kind: 'ask', audience: 'operator', wait: { kind: 'text' } } as const;
  it.each<readonly [string, Definition]>([
    ['UNKNOWN_STEP', { id: 'x', version: 1, steps: [{ kind: 'say', id: 'a', go: [{ if: 'true', to: 'z' }] }] }],
    ['BACKWARD_JUMP', { id: 'x', version: 1, steps: [{ kind: 'say', id: 'a', go: [{ if: 'true', to: 'a' }] }] }],
    ['UNKNOWN_FLOW', { id: 'x', version: 1, steps: [{ kind: 'sub', id: 'a', flow: 'z' }] }],
    ['TOO_DEEP', { id: 'x', version: 1, steps: [{ kind: 'sub', id: 'a', flow: 'x' }] }],
    ['BAD_EXPRESSION', { id: 'x', version: 1, steps: [{ ...ask, id: 'a', when: '1 +' }] }],
  ])('is our mistake and is thrown: %s', (code, flow) => {
    expect(() => start(worldOf(flow), 'x', { id: 's', facts: {} })).toThrow(
      expect.objectContaining({ name: 'FlowError', code }),
    );
  });

  it('stops a walk that takes too many steps', () => {
    const says = Array.from({ length: 200 }, (_, index) => ({ kind: 'say' as const, id: `s${index}` }));
    const long = { id: 'long', version: 1, steps: says };
    const subs = ['a', 'b', 'c'].map((id) => ({ kind: 'sub' as const, id, flow: 'long' }));
    const tooLong = worldOf(long, { id: 'x', version: 1, steps: subs });
    expect(() => start(tooLong, 'x', { id: 's', facts: {} })).toThrow(FlowError);
  });

  it('that was taken away closes its sessions kindly, answers kept', () => {
    const talk = begin();
    talk.types('good');
    const turn = advance(worldOf(item), talk.session(), { kind: 'text', text: 'hello?' });
    expect(linesOf(turn)).toEqual(['say conversation.flow-gone', 'finish expired']);
    expect(turn.effects.at(-1)).toMatchObject({ answers: { mood: { value: 'good' } } });
  });
});
