import { describe, expect, it } from 'vitest';

import { talkTo } from './talk.ts';
import { worldOf, type Definition } from './world.ts';

const day: Definition = {
  id: 'day',
  version: 1,
  facts: ['actions'],
  steps: [
    { kind: 'ask', id: 'plan', audience: 'manager', review: 'plan', offers: 'facts.actions', wait: { kind: 'text' } },
    { kind: 'ask', id: 'learned', audience: 'operator', review: 'plan', optional: true, wait: { kind: 'text' } },
  ],
};
const actions = [
  { id: 'a1', label: 'Call 3' },
  { id: 'a2', label: 'Reply to every comment of the week' },
];
const begin = () => talkTo(worldOf(day), 'day', { actions });

describe('a review', () => {
  it('lets a sharp answer pass with its grade', () => {
    const talk = begin();
    expect(talk.types('Call two dealers at ten')).toEqual(['taken plan', 'ask learned']);
    expect(talk.session().answers['plan']).toEqual({
      value: 'Call two dealers at ten',
      grade: 'sharp',
      flags: [],
      followUps: 0,
      settled: true,
    });
  });

  it('asks of a vague one why, what, and offers ready answers', () => {
    const talk = begin();
    expect(talk.types('write')).toEqual(['taken plan', 'ask plan again']);
    expect(talk.question()).toMatchObject({
      given: 'write',
      followUp: {
        grade: 'vague',
        why: { key: 'review.plan.why' },
        ask: { key: 'review.plan.ask' },
        offers: [{ id: 'a1' }, { id: 'a2' }],
      },
    });
    expect(talk.session().answers['plan']).toMatchObject({ value: 'write', followUps: 1, settled: false });
  });

  it('takes the number of a ready answer for the answer', () => {
    const talk = begin();
    talk.types('write');
    expect(talk.types('2')).toEqual(['taken plan', 'ask learned']);
    expect(talk.session().answers['plan']?.value).toBe('Reply to every comment of the week');
  });

  it('replaces the answer by the next text and judges it again', () => {
    const talk = begin();
    talk.types('write');
    expect(talk.types('Call two dealers at ten')).toEqual(['taken plan', 'ask learned']);
    expect(talk.session().answers['plan']).toMatchObject({ grade: 'sharp', followUps: 1, settled: true });
  });

  it('asks twice at most, then takes the answer as a draft', () => {
    const talk = begin();
    expect(talk.types('one')).toEqual(['taken plan', 'ask plan again']);
    expect(talk.types('two')).toEqual(['taken plan', 'ask plan again']);
    expect(talk.types('three')).toEqual(['taken plan', 'say conversation.saved-as-draft', 'ask learned']);
    expect(talk.session().answers['plan']).toMatchObject({
      value: 'three',
      grade: 'vague',
      followUps: 2,
      settled: true,
    });
  });

  it('says why once, and the second time how to get on', () => {
    const talk = begin();
    talk.types('one');
    expect(talk.question().followUp?.why).toEqual({ key: 'review.plan.why' });
    talk.types('two');
    expect(talk.question().followUp).toMatchObject({
      why: { key: 'conversation.asked-again' },
      ask: { key: 'review.plan.ask' },
    });
    talk.types('keep');
    expect(talk.session().answers['plan']).not.toHaveProperty('again');
  });

  it.each([['keep'], ['就这样'], ['skip']])('settles what is there: %s', (word) => {
    const talk = begin();
    talk.types('write');
    expect(talk.types(word)).toEqual(['taken plan', 'say conversation.kept-as-is', 'ask learned']);
    expect(talk.session().answers['plan']).toMatchObject({ value: 'write', grade: 'vague', settled: true });
  });

  it('takes a ready answer by button or by its words, and asks no more', () => {
    const byButton = begin();
    byButton.types('write');
    expect(byButton.presses('plan', 'a1')).toEqual(['taken plan', 'ask learned']);
    expect(byButton.session().answers['plan']).toMatchObject({ value: 'Call 3', settled: true });
    const byWords = begin();
    byWords.types('write');
    expect(byWords.types('call 3')).toEqual(['taken plan', 'ask learned']);
  });

  it('stays open through back, and is asked again after', () => {
    const talk = begin();
    talk.typesAll('A plan that is fine', 'short', 'back');
    expect(talk.question().address).toBe('plan');
    expect(talk.types('skip')).toEqual(['taken plan', 'ask learned again']);
  });

  it('starts anew when a settled answer is corrected', () => {
    const talk = begin();
    talk.typesAll('one', 'keep', 'back');
    expect(talk.types('two')).toEqual(['taken plan', 'ask plan again']);
    expect(talk.session().answers['plan']).toMatchObject({ value: 'two', followUps: 1, settled: false });
  });

  it('has a vague answer in the result when the person stops there', () => {
    const talk = begin();
    talk.typesAll('write', 'stop');
    expect(talk.finish()).toMatchObject({ outcome: 'stopped', answers: { plan: { value: 'write', grade: 'vague' } } });
  });
});
