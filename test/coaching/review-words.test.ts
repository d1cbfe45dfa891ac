import { expect, it } from 'vitest';

import { reviewWords } from '../../src/coaching/review-words.ts';

const texts = new Set(['review.goal.no-date.why', 'review.goal.empty.why', 'review.goal.example.bank']);
const keyOf = (flags: readonly string[], trade?: string) => {
  const { why, example } = reviewWords({ rule: 'goal', grade: 'vague', flags, trade }, texts);
  return [why.key, example?.key];
};

it('takes the words of the first flag that has any, and an example from the trade', () => {
  expect(keyOf(['no-number', 'no-date'], 'bank')).toEqual(['review.goal.no-date.why', 'review.goal.example.bank']);
});

it('has words for whatever leads to a vague answer', () => {
  expect(keyOf(['no-number'])).toEqual(['review.goal.empty.why', 'review.goal.empty.example']);
});
