import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';

import { INK, PAPER, QUIET_BAR, WARM, WARM_PAPER } from '../../src/chart/look.ts';
import { colours, draw, look, mix, numbers, type Picture } from './charts.ts';

const seen = async (...args: Parameters<typeof draw>): Promise<Picture> => look(await draw(...args));
const opaque = (colour: string): string => `${colour}ff`;
const ALL = [0, 0, 1200, 630] as const;
/** Where the title stands, and where the bars do. */
const TITLE = [48, 36, 1152, 110] as const;
const BARS = [48, 130, 1040, 530] as const;
const amount = (picture: Picture, colour: string, area: readonly [number, number, number, number] = ALL): number =>
  colours(picture, area).get(opaque(colour)) ?? 0;
const margins = (picture: Picture): Set<string> =>
  new Set(
    [
      [0, 0, 1200, 24] as const,
      [0, 606, 1200, 630] as const,
      [0, 0, 24, 630] as const,
      [1176, 0, 1200, 630] as const,
    ].flatMap((area) => [...colours(picture, area).keys()]),
  );

describe('a chart', () => {
  it.each(['en', 'zh-CN'] as const)('is a PNG of 1200 by 630 on opaque paper (%s)', async (locale) => {
    const png = await draw(numbers([3, 5, null, 4, 2, 7], { usual: 4 }), locale);
    const picture = look(png);
    expect(Buffer.from(png).toString('latin1', 1, 4)).toBe('PNG');
    expect([picture.width, picture.height]).toEqual([1200, 630]);
    expect([...colours(picture, ALL).keys()].filter((colour) => !colour.endsWith('ff'))).toEqual([]);
    expect(margins(picture)).toEqual(new Set([opaque(PAPER)]));
  });

  it('draws each Chinese character as itself', async () => {
    const [one, other, none] = await Promise.all(
      ['每周咨询', '每周关注', ''].map((title) => seen(numbers([3], { title }), 'zh-CN')),
    );
    if (!one || !other || !none) throw new Error('nothing was drawn');
    const [first, second] = [amount(one, INK, TITLE), amount(other, INK, TITLE)];
    expect(first).toBeGreaterThan(500);
    expect(second).toBeGreaterThan(500);
    expect(one.pixels.equals(other.pixels)).toBe(false);
    expect(amount(none, INK, TITLE)).toBe(0);
  });

  it('says the same in each language’s words', async () => {
    const chart = numbers([3, null], { usual: 3 });
    expect((await seen(chart, 'en')).pixels.equals((await seen(chart, 'zh-CN')).pixels)).toBe(false);
  });

  it.each([
    ['markup', '<script>alert(1)</script> & "a" \'b\' ]]> &amp; {a|b}'],
    ['500 Chinese characters', '一二三四五六七八九十'.repeat(50)],
    ['one word of 500 letters', 'x'.repeat(500)],
    ['500 marks', '！'.repeat(500)],
    ['Arabic and marks of direction', '\u202Eمرحبا 🎉\u0000\n\u2066abc'],
    ['an emoji', '🎉'],
  ])('keeps within the picture with %s for a title', async (_, title) => {
    for (const chart of [numbers([1, 2, 3], { title, usual: 2 }), mix([[1, 2, 0]], title)]) {
      const picture = await seen(chart, 'zh-CN');
      expect([picture.width, picture.height]).toEqual([1200, 630]);
      expect(margins(picture)).toEqual(new Set([opaque(PAPER)]));
    }
  });

  it('leaves out of a title what its font has not', async () => {
    const plain = await draw(numbers([1], { title: '你好 abc' }), 'zh-CN');
    expect(await draw(numbers([1], { title: '你好🎉 مرحبا abc\u202E' }), 'zh-CN')).toEqual(plain);
  });
});

describe('a chart of one number a week', () => {
  it('shows the latest week dark, the earlier ones muted, and the usual as a warm line', async () => {
    const with4 = await seen(numbers([2, 7], { usual: 4 }), 'en');
    const without = await seen(numbers([2, 7]), 'en');
    expect(amount(with4, INK, BARS)).toBeGreaterThan(2 * amount(with4, QUIET_BAR, BARS));
    expect(amount(with4, QUIET_BAR, BARS)).toBeGreaterThan(1000);
    expect(amount(with4, WARM)).toBeGreaterThan(1000);
    expect(amount(without, WARM)).toBe(0);
  });

  it('tells a week without a number from a week of zero', async () => {
    const gap = await seen(numbers([5, null, 3]), 'en');
    const zero = await seen(numbers([5, 0, 3]), 'en');
    expect(gap.pixels.equals(zero.pixels)).toBe(false);
  });

  it('lets a negative week hang under the line of zero', async () => {
    const down = await seen(numbers([14, -14]), 'en');
    const rows = (from: number, to: number): number => amount(down, INK, [600, from, 1152, to]);
    expect(rows(140, 260)).toBe(0);
    expect(rows(350, 450)).toBeGreaterThan(5000);
  });

  it.each([
    ['one week', [3]],
    ['zeros', [0, 0, 0]],
    ['nothing known', [null, null]],
    ['negative numbers only', [-3, -1]],
    ['huge numbers', [1e6, 987_654_321, 1e15, Number.MAX_SAFE_INTEGER]],
    ['fractions', [0.04, -0.04, 33.333]],
  ])('is drawn within its margins with %s', async (_, values) => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const picture = await seen(numbers(values, { usual: values[0] ?? 0 }), locale);
      expect(margins(picture)).toEqual(new Set([opaque(PAPER)]));
    }
  });

  it('has the latest eight of more weeks', async () => {
    const nine = await draw(numbers([900, 1, 2, 3, 4, 5, 6, 7, 8]), 'en');
    expect(await draw(numbers([1, 2, 3, 4, 5, 6, 7, 8]), 'en')).toEqual(nine);
  });
});

describe('a chart of what was published', () => {
  it('shows each kind in its own brightness, promotion in stripes', async () => {
    const picture = await seen(mix([[1, 2, 3]]), 'en');
    for (const colour of [INK, QUIET_BAR, WARM, WARM_PAPER])
      expect(amount(picture, colour, BARS)).toBeGreaterThan(1000);
  });

  it('draws no trace of a kind that was not published', async () => {
    const picture = await seen(
      mix([
        [1, 2, 0],
        [0, 0, 0],
      ]),
      'zh-CN',
    );
    expect(amount(picture, WARM, [48, 160, 1152, 630])).toBe(0);
  });

  it('is drawn within its margins with one week or eight, few pieces or many', async () => {
    const weeks = [
      [1, 2, 0],
      [0, 0, 0],
      [70, 1, 1],
      [0, 1, 0],
      [3, 3, 3],
      [0, 0, 9],
      [1, 1, 1],
      [2, 0, 1],
    ] as const;
    for (const chart of [mix(weeks), mix(weeks.slice(0, 1)), mix([[0, 0, 0]])])
      for (const locale of ['en', 'zh-CN'] as const)
        expect(margins(await seen(chart, locale))).toEqual(new Set([opaque(PAPER)]));
  });
});

it('loads nothing that draws before the first chart', async () => {
  const script = `
    const { createRequire } = await import('node:module');
    const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter((file) => /echarts|resvg/.test(file)).length;
    const { draw, numbers } = await import(${JSON.stringify(new URL('first-chart.ts', import.meta.url).href)});
    const before = loaded();
    await draw(numbers, 'zh-CN');
    console.log(JSON.stringify([before, loaded() > 0]));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(JSON.parse(stdout)).toEqual([0, true]);
});
