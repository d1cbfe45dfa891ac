import { expect, it } from 'vitest';

import { talkTo } from './talk.ts';
import { worldOf, type Definition } from './world.ts';

const day: Definition = {
  id: 'day',
  version: 1,
  steps: [
    { kind: 'ask', id: 'stuck', audience: 'manager', wait: { kind: 'text' } },
    {
      kind: 'ask',
      id: 'share',
      audience: 'operator',
      values: { stuck: 'answers.stuck' },
      wait: { kind: 'choice', options: ['yes', 'no'] },
    },
    { kind: 'ask', id: 'energy', audience: 'operator', wait: { kind: 'scale' } },
  ],
};

it('a question that quotes an answer is asked again when that answer changes, and only then', () => {
  const talk = talkTo(worldOf(day), 'day');
  talk.typesAll('The printer', 'yes');
  talk.types('change stuck');
  expect(talk.types('The printer')).toEqual(['taken stuck', 'ask energy']);
  talk.types('change stuck');
  expect(talk.types('My manager')).toEqual(['taken stuck', 'ask share']);
  expect(talk.question()).toMatchObject({ given: 'yes', text: { values: { stuck: 'My manager' } } });
  // It was said to other words, so it is not kept by a word that may have been meant for those.
  expect(talk.question().commands).not.toContain('keep');
  expect(talk.types('keep')).toEqual(['say retry.choose-one', 'ask share']);
  expect(talk.types('skip')).toEqual(['taken share', 'ask energy']);
  expect(talk.value('share')).toBe('yes');
});
