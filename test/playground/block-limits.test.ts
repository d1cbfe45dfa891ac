import { describe, expect, it } from 'vitest';

import { viewViolations, violations } from '../../src/playground/block-limits.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (length: number) => ({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(length) } });
const option = (length: number, value = 'v') => ({ text: plain('x'.repeat(length)), value });
const actions = (...elements: readonly unknown[]) => ({ type: 'actions', elements });
const button = (text: number, value = 0, id = 'a') => ({
  type: 'button',
  action_id: id,
  text: plain('x'.repeat(text)),
  value: 'v'.repeat(value),
});
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const menu = (count: number) => ({ type: 'static_select', action_id: 'a', options: many(count, () => option(1)) });

describe('violations', () => {
  it.each([
    ['50 blocks', many(50, () => section(1))],
    ['a section of 3,000 characters', [section(3000)]],
    ['a button of 75 characters with a value of 2,000', [actions(button(75, 2000))]],
    ['25 elements', [actions(...many(25, (at) => button(1, 1, `a${at}`)))]],
    ['100 options of 75 characters', [actions(menu(100), { type: 'static_select', options: [option(75)] })]],
    ['a header of 150 characters', [{ type: 'header', text: plain('x'.repeat(150)) }]],
    ['ten fields', [{ type: 'section', fields: many(10, () => plain('x')) }]],
    ['a divider', [{ type: 'divider' }]],
  ])('takes %s', (_, blocks) => {
    expect(violations(blocks)).toEqual([]);
  });

  it.each([
    ['51 blocks', many(51, () => section(1))],
    ['a section of 3,001 characters', [section(3001)]],
    ['an empty section', [section(0)]],
    ['a section with neither text nor fields', [{ type: 'section' }]],
    ['a button of 76 characters', [actions(button(76))]],
    ['a value of 2,001', [actions(button(1, 2001))]],
    ['26 elements', [actions(...many(26, (at) => button(1, 1, `a${at}`)))]],
    ['no elements', [actions()]],
    ['101 options', [actions(menu(101))]],
    ['no options', [actions(menu(0))]],
    ['an option of 76 characters', [actions({ type: 'static_select', options: [option(76)] })]],
    ['an option with a value of 151', [actions({ type: 'static_select', options: [option(1, 'v'.repeat(151))] })]],
    ['11 radio buttons', [actions({ type: 'radio_buttons', options: many(11, () => option(1)) })]],
    ['a header of 151 characters', [{ type: 'header', text: plain('x'.repeat(151)) }]],
    ['a block_id of 256', [{ type: 'divider', block_id: 'x'.repeat(256) }]],
    ['an action_id twice in a block', [actions(button(1), button(1))]],
    ['a block_id twice', many(2, () => ({ type: 'divider', block_id: 'same' }))],
    ['eleven fields', [{ type: 'section', fields: many(11, () => plain('x')) }]],
    ['eleven elements of context', [{ type: 'context', elements: many(11, () => plain('x')) }]],
    ['a placeholder of 151', [actions({ ...menu(1), placeholder: plain('x'.repeat(151)) })]],
    ['an unknown block', [{ type: 'carousel' }]],
    ['an unknown element', [actions({ type: 'slider', action_id: 'a' })]],
    ['a menu of several in a row of actions', [actions({ ...menu(1), type: 'multi_static_select' })]],
    ['no list', 'words'],
  ])('refuses %s', (_, blocks) => {
    expect(violations(blocks)).toHaveLength(1);
  });
});

describe('viewViolations', () => {
  const modal = (change: object) => ({
    type: 'modal',
    title: plain('Today'),
    blocks: [{ type: 'divider' }],
    ...change,
  });
  const input = { type: 'input', label: plain('Why'), element: { type: 'plain_text_input', action_id: 'a' } };

  it('takes a modal of 100 blocks', () => {
    expect(viewViolations(modal({ blocks: many(100, () => ({ type: 'divider' })) }))).toEqual([]);
  });

  it.each([
    ['101 blocks', { blocks: many(101, () => ({ type: 'divider' })) }],
    ['a title of 25 characters', { title: plain('x'.repeat(25)) }],
    ['no title', { title: undefined }],
    ['private metadata of 3,001 characters', { private_metadata: 'x'.repeat(3001) }],
    ['an input without a way to submit it', { blocks: [input] }],
  ])('refuses %s', (_, change) => {
    expect(viewViolations(modal(change))).toHaveLength(1);
  });
});
