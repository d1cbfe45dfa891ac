import { describe, expect, it } from 'vitest';

import { readOption, readOptions } from '../../src/flow/read-choice.ts';
import { literal, type Text } from '../../src/flow/text.ts';

const LABELS: Readonly<Record<string, readonly string[]>> = {
  write: ['Writing', '写稿'],
  data_review: ['Data and analysis', '数据和分析'],
  community: ['✨ Community', '社群'],
  plus: ['C++', 'C++'],
  c: ['C', 'C'],
};
const options = Object.keys(LABELS).map((id) => ({ id, text: { key: id } }));
const wordings = (text: Text): readonly string[] => LABELS[text.key] ?? [text.key];

const toOption = (label: string) => ({ id: label.slice(0, 1), text: { key: label } });
const asIs = (text: Text): string[] => [text.key];

describe('a typed option', () => {
  it('is its number in the list, though a label has a figure that begins so', () => {
    const budgets = ['Nothing', 'Under ¥1,000', '¥1,000 to 5,000'].map((label, i) => ({
      id: `b${i}`,
      text: { key: label },
    }));
    expect(readOption('1', budgets, asIs)).toBe('b0');
  });

  it.each([
    ['Writing', 'write'],
    [' writing! ', 'write'],
    ['ＷＲＩＴＩＮＧ', 'write'],
    ['写稿', 'write'],
    ['write', 'write'],
    ['data review', 'data_review'],
    ['数据 和 分析', 'data_review'],
    ['community', 'community'],
    ['社群。', 'community'],
    ['1', 'write'],
    ['２', 'data_review'],
    ['二', 'data_review'],
    ['第二个', 'data_review'],
    ['选2', 'data_review'],
    ['#3', 'community'],
    ['3.', 'community'],
    ['option 3', 'community'],
    ['C++', 'plus'],
    ['c', 'c'],
  ])('%s is %s', (text, id) => {
    expect(readOption(text, options, wordings)).toBe(id);
  });

  it('is understood by the part of its label that no other has', () => {
    const long = ['写稿、改稿', '没有，都顺', 'Useful to readers', 'Used by service', '有新的卡点'].map(toOption);
    const read = (typed: string): string | undefined => readOption(typed, long, asIs);
    expect(['写稿', '没有', 'useful', '卡点', 'service'].map(read)).toEqual(['写', '没', 'U', '有', 'U']);
    expect(readOption('好', ['好，用简版', '不用，照常'].map(toOption), asIs)).toBe('好');
    expect(['use', '稿', 'us', '有'].map(read)).toEqual([undefined, undefined, undefined, '有']);
  });

  it('is not found across words or in the middle of one', () => {
    const acts = ['Writes us a message', 'Fills in a form', 'Tells the company'].map(toOption);
    const read = (typed: string): string | undefined => readOption(typed, acts, asIs);
    expect(['same', 'any', 'rite', 'message', 'a form', 'US A MESS'].map(read)).toEqual([
      undefined,
      undefined,
      undefined,
      'W',
      'F',
      'W',
    ]);
  });

  it.each(['', '0', '6', '99', 'wr', 'maybe', '-1', '💥', 'x'.repeat(2000)])('%s is none', (text) => {
    expect(readOption(text, options, wordings)).toBeUndefined();
  });

  it('is understood by the label of a list made at run time', () => {
    expect(readOption('price list', [{ id: 'b1', text: literal('Price list') }], () => ['Price list'])).toBe('b1');
  });
});

describe('several typed options', () => {
  it.each([
    ['1', ['write']],
    ['1,3 5', ['write', 'community', 'c']],
    ['1、3和5', ['write', 'community', 'c']],
    ['1 and 3', ['write', 'community']],
    ['writing, community', ['write', 'community']],
    ['写稿，社群', ['write', 'community']],
    ['写稿和社群', ['write', 'community']],
    ['数据和分析', ['data_review']],
    ['写稿、数据和分析', ['write', 'data_review']],
    ['Data and analysis, and writing', ['data_review', 'write']],
    ['1, 1, 1', ['write']],
    ['一、三', ['write', 'community']],
    ['1+3', ['write', 'community']],
    ['1\n2', ['write', 'data_review']],
  ])('%s', (text, ids) => {
    expect(readOptions(text, options, wordings)).toEqual(ids);
  });

  it.each(['', ',', '1,9', 'writing and more', 'nothing', '和'])('%s is none of them', (text) => {
    expect(readOptions(text, options, wordings)).toBeUndefined();
  });
});
