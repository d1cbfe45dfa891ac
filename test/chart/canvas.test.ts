import { describe, expect, it } from 'vitest';

import { PAPER } from '../../src/chart/look.ts';
import type { Type } from '../../src/chart/type.ts';
import { wrap } from '../../src/chart/wrap.ts';
import type { Chart } from '../../src/coaching/chart.ts';
import { literal } from '../../src/flow/text.ts';
import { colours, draw, look, type Picture } from './charts.ts';

type Canvas = Extract<Chart, { kind: 'canvas' }>;
type Card = Canvas['cards'][number];

const card = (known: Partial<Card> = {}): Card => ({
  title: literal('第一读者'),
  state: 'fresh',
  note: literal('林晓，11月2日'),
  lines: [literal('县级医院设备科科长')],
  ...known,
});
const canvas = (known: Partial<Canvas> = {}): Canvas => ({
  kind: 'canvas',
  title: literal('账号定位'),
  note: literal('7/7'),
  alt: literal(''),
  cards: Array.from({ length: 7 }, () => card()),
  beside: { title: literal('说定的'), lines: [literal('第一读者：老客户')] },
  mix: {
    title: literal('配比'),
    parts: [
      { name: '少坏一次', share: 0.6 },
      { name: '案例', share: 0.4 },
    ],
  },
  ...known,
});
const seen = async (known: Partial<Canvas> = {}): Promise<Picture> => look(await draw(canvas(known), 'zh-CN'));

/** The colours of the edge around everything. */
const margins = (picture: Picture): Set<string> =>
  new Set(
    [
      [0, 0, 2000, 40] as const,
      [0, 1374, 2000, 1414] as const,
      [0, 0, 40, 1414] as const,
      [1960, 0, 2000, 1414] as const,
    ].flatMap((area) => [...colours(picture, area).keys()]),
  );
const inked = (picture: Picture, area: readonly [number, number, number, number]): number =>
  [...colours(picture, area)].filter(([colour]) => colour < '#80').reduce((sum, [, count]) => sum + count, 0);

/** Where the words of the first card stand, and the gap between it and the next. */
const FIRST = [84, 280, 500, 660] as const;
const GAP = [512, 160, 532, 660] as const;

describe('the picture of a canvas', () => {
  it('is a page of 2000 by 1414 on opaque paper', async () => {
    const picture = await seen();
    expect([picture.width, picture.height]).toEqual([2000, 1414]);
    expect(margins(picture)).toEqual(new Set([`${PAPER}ff`]));
  });

  it.each([
    ['nothing in it', { cards: [], beside: { title: literal(''), lines: [] }, mix: null }],
    ['nothing done', { cards: Array.from({ length: 7 }, () => card({ state: 'none', lines: [] })), mix: null }],
    ['more cards than there are', { cards: Array.from({ length: 12 }, () => card()) }],
    [
      'a pillar of all and one of nothing',
      {
        mix: {
          title: literal('x'),
          parts: [
            { name: 'a', share: 1 },
            { name: 'b', share: 0 },
          ],
        },
      },
    ],
    [
      'twenty pillars',
      {
        mix: { title: literal('x'), parts: Array.from({ length: 20 }, (_, i) => ({ name: `栏目${i}`, share: 0.05 })) },
      },
    ],
    ['no shares at all', { mix: { title: literal('x'), parts: [{ name: 'a', share: 0 }] } }],
  ])('keeps its margins with %s', async (_, known) => {
    expect(margins(await seen(known))).toEqual(new Set([`${PAPER}ff`]));
  });

  it.each([
    ['a long Chinese text', '这是从规划文件里粘贴过来的一大段话，'.repeat(200)],
    ['a long English text', 'A very long answer that somebody pasted. '.repeat(200)],
    ['one word of 3000 letters', 'x'.repeat(3000)],
    ['marks only', '！”'.repeat(500)],
    ['markup', '<script>alert(1)</script> & "a" ]]> &amp; {a|b}'],
    ['what the font has not', '🎉 مرحبا\u202E\u0000\n'],
  ])('keeps each card to itself with %s', async (_, words) => {
    const full = card({ title: literal(words), note: literal(words), lines: [literal(words), literal(words)] });
    const picture = await seen({
      title: literal(words),
      note: literal(words),
      cards: Array.from({ length: 7 }, () => full),
      beside: { title: literal(words), lines: [literal(words)] },
      mix: {
        title: literal(words),
        parts: [
          { name: words, share: 0.9 },
          { name: words, share: 0.1 },
        ],
      },
    });
    expect(margins(picture)).toEqual(new Set([`${PAPER}ff`]));
    expect(inked(picture, GAP)).toBe(0);
  });

  it('shows each state in a way of its own', async () => {
    const states = ['fresh', 'due', 'draft', 'none'] as const;
    const pictures = await Promise.all(states.map((state) => seen({ cards: [card({ state })] })));
    const distinct = new Set(pictures.map(({ pixels }) => pixels.toString('base64')));
    expect(distinct.size).toBe(states.length);
  });

  it('has the words of a card in it', async () => {
    const some = await seen();
    const more = await seen({ cards: [card({ lines: [literal('一'.repeat(60))] })] });
    expect(inked(some, FIRST)).toBeGreaterThan(200);
    expect(inked(more, FIRST)).toBeGreaterThan(inked(some, FIRST));
  });
});

/** Ten pixels a character. */
const type: Type = {
  width: (text) => 10 * Array.from(text).length,
  outline: () => '',
  drawable: (text) => text,
};
const wrapped = (text: string, width: number, lines = 9): string[] =>
  wrap(text, { type, locale: 'zh-CN', size: 10, weight: 'regular', width, lines });

describe('a text in a card', () => {
  it('begins no line with a mark, nor with the second of two', () => {
    expect(wrapped('一一一一。一', 40)).toEqual(['一一一一。', '一']);
    expect(wrapped('一二三四？”五', 40)).toEqual(['一二三', '四？”五']);
  });

  it('ends no line with a mark that opens, be it the same as the one that closes', () => {
    expect(wrapped('abc de “fgh”', 90)).toEqual(['abc de', '“fgh”']);
    expect(wrapped('abc de "fgh"', 90)).toEqual(['abc de', '"fgh"']);
  });

  it('ends in an ellipsis where there is no more room', () => {
    expect(wrapped('一'.repeat(20), 40, 2)).toEqual(['一一一一', '一一一…']);
  });
});
