import { describe, expect, it } from 'vitest';

import { talkTo } from './talk.ts';
import { worldOf, type Definition } from './world.ts';

const item: Definition = {
  id: 'item',
  version: 1,
  steps: [
    { kind: 'ask', id: 'title', audience: 'manager', wait: { kind: 'text' } },
    { kind: 'ask', id: 'another', audience: 'manager', wait: { kind: 'choice', options: ['yes', 'no'] } },
  ],
};
const day: Definition = {
  id: 'day',
  version: 1,
  facts: ['light'],
  steps: [
    {
      kind: 'sub',
      id: 'items',
      flow: 'item',
      when: '!facts.light',
      repeat: { while: "last.another == 'yes'", max: 3 },
    },
    { kind: 'ask', id: 'plan', audience: 'manager', review: 'plan', when: '!facts.light', wait: { kind: 'text' } },
    { kind: 'ask', id: 'note', audience: 'manager', when: '!facts.light', wait: { kind: 'text' } },
    { kind: 'ask', id: 'energy', audience: 'operator', wait: { kind: 'scale' } },
  ],
};
const begin = () => talkTo(worldOf(day, item), 'day', { light: false });
const answersOf = (talk: ReturnType<typeof begin>) => Object.keys(talk.finish()?.answers ?? {});

describe('the short form, asked for in the middle', () => {
  it('counts what was answered of the long one, and asks no more of it', () => {
    const talk = begin();
    talk.typesAll('One', 'no', 'a plan that is sharp enough');
    expect(talk.types('light')).toEqual(['say conversation.light', 'ask energy']);
    talk.types('3');
    expect(answersOf(talk)).toEqual(['items[0].title', 'items[0].another', 'plan', 'energy']);
  });

  it('leaves a half-told item and a vague answer as they are', () => {
    const talk = begin();
    talk.typesAll('One', 'yes', 'Two');
    expect(talk.types('light')).toEqual(['say conversation.light', 'ask energy']);
    talk.types('3');
    expect(answersOf(talk)).toEqual(['items[0].title', 'items[0].another', 'items[1].title', 'energy']);
    const other = begin();
    other.typesAll('One', 'no', 'vague');
    expect(other.types('light')).toEqual(['say conversation.light', 'ask energy']);
    other.types('3');
    expect(answersOf(other)).toContain('plan');
  });

  it('lets an answer of the long one be corrected all the same', () => {
    const talk = begin();
    talk.typesAll('One', 'no', 'a plan that is sharp enough', 'light');
    expect(talk.types('change plan')).toEqual(['ask plan']);
    expect(talk.types('another plan, sharp as well')).toEqual(['taken plan', 'ask energy']);
    talk.types('3');
    expect(talk.finish()?.answers['plan']?.value).toBe('another plan, sharp as well');
  });
});
