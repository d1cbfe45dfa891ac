import { describe, expect, it } from 'vitest';

import { advance } from '../../src/flow/engine.ts';
import { talkTo } from './talk.ts';
import { linesOf, worldOf, type Definition } from './world.ts';

const day: Definition = {
  id: 'day',
  version: 1,
  facts: ['light'],
  steps: [
    { kind: 'ask', id: 'mood', audience: 'operator', wait: { kind: 'choice', options: ['good', 'bad'] } },
    { kind: 'ask', id: 'why', audience: 'operator', when: "answers.mood == 'bad'", wait: { kind: 'text' } },
    { kind: 'ask', id: 'plan', audience: 'manager', help: true, wait: { kind: 'text' } },
    { kind: 'ask', id: 'number', audience: 'manager', optional: true, when: '!facts.light', wait: { kind: 'number' } },
    { kind: 'ask', id: 'energy', audience: 'operator', wait: { kind: 'scale' } },
  ],
};

const begin = () => talkTo(worldOf(day), 'day', { light: false });

describe('back', () => {
  it('asks the question before, with what was answered', () => {
    const talk = begin();
    talk.typesAll('bad', 'Tired of drafts');
    expect(talk.types('back')).toEqual(['ask why']);
    expect(talk.question().given).toBe('Tired of drafts');
    expect(talk.types('上一步')).toEqual(['ask mood']);
    expect(talk.types('back')).toEqual(['say conversation.first-question', 'ask mood']);
  });

  it('goes on at the first open question after the correction', () => {
    const talk = begin();
    talk.typesAll('good', 'A plan', 'back', 'back');
    expect(talk.types('bad')).toEqual(['taken mood', 'ask why']);
    expect(talk.types('A reason')).toEqual(['taken why', 'ask number']);
  });

  it('keeps answers that are off the path, and counts them when the path returns', () => {
    const talk = begin();
    talk.typesAll('bad', 'A reason', 'change mood');
    expect(talk.types('good')).toEqual(['taken mood', 'ask plan']);
    expect(talk.value('why')).toBe('A reason');
    talk.typesAll('A plan', 'change mood', 'bad', '128', '4');
    expect(talk.finish()).toMatchObject({ answers: { why: { value: 'A reason' } } });
  });

  it('leaves answers that are off the path out of the result', () => {
    const talk = begin();
    talk.typesAll('bad', 'A reason', 'change mood', 'good', 'A plan', '128', '4');
    const finish = talk.finish();
    expect(finish && Object.keys(finish.answers)).toEqual(['mood', 'plan', 'number', 'energy']);
    expect(finish?.session.answers['why']?.value).toBe('A reason');
  });
});

describe('change', () => {
  it.each([
    'change plan',
    'Change my plan',
    '改 计划',
    '改计划',
    '修改计划',
    '改第2题',
    'change 2',
    '改第二题',
    'change question 2',
  ])('finds the question meant by: %s', (words) => {
    const talk = begin();
    talk.typesAll('good', 'A plan', '7');
    expect(talk.types(words)).toEqual(['ask plan']);
  });

  it('says what can be changed when nothing is named, or nothing known', () => {
    const talk = begin();
    expect(talk.types('change')).toEqual(['say conversation.nothing-to-change', 'ask mood']);
    talk.typesAll('good', 'A plan');
    expect(talk.types('change')).toEqual(['say conversation.change-what', 'ask number']);
    expect(talk.types('change the weather')).toEqual(['say conversation.change-what', 'ask number']);
    expect(talk.types('改第5题')).toEqual(['say conversation.change-what', 'ask number']);
  });

  it('is an answer where words are asked for and it names no question', () => {
    const talk = begin();
    talk.types('good');
    expect(talk.types('change the headline of Friday’s article')).toEqual(['taken plan', 'ask number']);
    expect(talk.value('plan')).toBe('change the headline of Friday’s article');
  });

  it('by a button goes to the question it names', () => {
    const talk = begin();
    talk.typesAll('good', 'A plan');
    expect(talk.hear({ kind: 'command', command: 'change', session: 's1', address: 'mood' })).toEqual(['ask mood']);
  });
});

describe('skip', () => {
  it('passes over an optional question', () => {
    const talk = begin();
    talk.typesAll('good', 'A plan');
    expect(talk.types('跳过')).toEqual(['taken number', 'ask energy']);
    expect(talk.value('number')).toBeNull();
  });

  it('is refused where an answer is needed', () => {
    expect(begin().types('skip')).toEqual(['say retry.required', 'ask mood']);
  });

  it('keeps an answer that is there and goes on', () => {
    const talk = begin();
    talk.typesAll('good', 'A plan', 'back', 'back');
    expect(talk.types('skip')).toEqual(['taken mood', 'ask number']);
    expect(talk.value('mood')).toBe('good');
  });

  it('walks from question to question when all is answered, and then ends', () => {
    const world = worldOf(day);
    const talk = begin();
    talk.typesAll('good', 'A plan', '7', '4');
    const done = talk.finish()?.session;
    expect(done).toBeDefined();
    if (!done) return;
    const first = advance(world, { ...done, at: 'mood' }, { kind: 'command', command: 'skip' });
    expect(linesOf(first)).toEqual(['taken mood', 'ask plan']);
    const last = advance(world, { ...done, at: 'energy' }, { kind: 'command', command: 'skip' });
    expect(linesOf(last)).toEqual(['taken energy', 'finish done']);
  });

  it('on a button of a question that is past changes nothing', () => {
    const talk = begin();
    talk.typesAll('good', 'A plan');
    expect(talk.hear({ kind: 'command', command: 'skip', session: 's1', address: 'mood' })).toEqual([
      'say conversation.old-button',
      'ask number',
    ]);
  });
});

describe('the other words', () => {
  it('stop ends with what was given', () => {
    const talk = begin();
    talk.types('good');
    expect(talk.types('停止')).toEqual(['say conversation.stopped', 'finish stopped']);
    expect(talk.finish()).toMatchObject({ answers: { mood: { value: 'good' } } });
  });

  it('help says the question’s own help, then the words', () => {
    const talk = begin();
    expect(talk.types('?')).toEqual(['say conversation.help', 'ask mood']);
    talk.types('good');
    expect(talk.types('help')).toEqual(['say day.plan.help', 'say conversation.help', 'ask plan']);
  });

  it('what is meant is explained without a list of words', () => {
    const talk = begin();
    talk.types('good');
    expect(talk.types('什么意思？')).toEqual(['say day.plan.help', 'ask plan']);
    expect(talk.hear({ kind: 'command', command: 'explain', session: 's1' })).toEqual([
      'say day.plan.help',
      'ask plan',
    ]);
  });

  it('what is meant is an ordinary word where there is nothing to explain', () => {
    const talk = begin();
    expect(talk.hear({ kind: 'command', command: 'explain', session: 's1' })).toEqual([
      'say conversation.help',
      'ask mood',
    ]);
    talk.types('bad');
    expect(talk.types('什么意思')).toEqual(['taken why', 'ask plan']);
  });

  it('repeat asks again', () => {
    expect(begin().types('再说一遍')).toEqual(['ask mood']);
  });

  it('later keeps everything and asks nothing', () => {
    const talk = begin();
    talk.types('good');
    expect(talk.types('下午再问')).toEqual(['say conversation.later']);
    expect(talk.types('A plan')).toEqual(['taken plan', 'ask number']);
  });

  it('light walks the short form, once', () => {
    const talk = begin();
    talk.types('good');
    expect(talk.hear({ kind: 'command', command: 'light', session: 's1' })).toEqual([
      'say conversation.light',
      'ask plan',
    ]);
    expect(talk.session().facts['light']).toBe(true);
    expect(talk.types('light')).toEqual(['taken plan', 'ask energy']);
  });

  it('keep is an ordinary word where nothing is to be kept', () => {
    const talk = begin();
    talk.types('good');
    expect(talk.types('keep')).toEqual(['taken plan', 'ask number']);
  });

  it('keep leaves an answer as it is', () => {
    const talk = begin();
    talk.typesAll('good', 'A plan', 'back');
    expect(talk.types('keep')).toEqual(['taken plan', 'ask number']);
    expect(talk.value('plan')).toBe('A plan');
  });

  it('are options first where a question offers them', () => {
    const flow: Definition = {
      id: 'x',
      version: 1,
      steps: [{ kind: 'ask', id: 'next', audience: 'operator', wait: { kind: 'choice', options: ['stop', 'go_on'] } }],
    };
    const talk = talkTo(worldOf(flow), 'x');
    talk.types('stop');
    expect(talk.finish()).toMatchObject({ outcome: 'done', answers: { next: { value: 'stop' } } });
  });
});
