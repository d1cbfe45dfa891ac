import { distance } from 'fastest-levenshtein';

import type { Text } from '../flow/text.ts';

/** What may follow `/bearings`, as a person would type it. */
const WORDS = ['help', 'today', 'week', 'numbers', 'away', 'back', 'pause', 'time', 'level', 'why'];
const WORDS_ZH = ['帮助', '今天', '本周', '数据', '请假', '回来', '暂停', '时间', '阶段', '为什么'];
const CLOSE_ENOUGH = 2;

/** What one can ask for. With a word that is not among it: the closest one, if any is close. */
export function helpFor(word?: string): Text {
  if (word === undefined) return { key: 'coach.help' };
  const typed = word.trim().toLowerCase().slice(0, 40);
  const near = [...WORDS, ...WORDS_ZH]
    .map((known) => ({ known, far: distance(known, typed) }))
    .sort((a, b) => a.far - b.far)[0];
  const isNear = near !== undefined && near.far <= Math.min(CLOSE_ENOUGH, near.known.length - 1);
  return isNear
    ? { key: 'coach.unknown-word-near', values: { word: typed, near: near.known } }
    : { key: 'coach.unknown-word', values: { word: typed } };
}
