import type { EChartsOption } from 'echarts';

import type { Chart } from '../coaching/chart.ts';
import type { Locale } from '../coaching/member.ts';
import type { Text } from '../flow/text.ts';
import { weekLabels } from './figures.ts';
import { fitTitle } from './fit-title.ts';
import { INK, PADDING, PAPER, QUIET_INK, sizesFor, TITLE, WIDTH } from './look.ts';
import type { Type } from './type.ts';

/** What a picture is drawn with: its language and its letters. */
export type Sheet = { readonly locale: Locale; readonly say: (text: Text) => string; readonly type: Type };

export type Kind<K extends Chart['kind']> = Extract<Chart, { kind: K }>;

/** Room that a kind of chart needs around its bars, in pixels. */
type Room = { readonly right: number; readonly above: number; readonly below: number };

/** What all charts share: paper, title, the weeks underneath with the latest in bold. */
export function frame(chart: Kind<'number' | 'mix'>, { locale, say, type }: Sheet, room: Room) {
  const { label } = sizesFor(chart.weeks.length);
  const title = fitTitle(say(chart.title), { type, locale, room: WIDTH - 2 * PADDING });
  const labels = weekLabels(
    locale,
    chart.weeks.map(({ monday }) => monday),
  );
  return {
    animation: false,
    backgroundColor: PAPER,
    title: {
      text: title.join('\n'),
      left: PADDING,
      top: PADDING - 4,
      padding: 0,
      textStyle: { fontSize: TITLE.size, lineHeight: TITLE.line, fontWeight: 'bold', color: INK },
    },
    grid: {
      left: PADDING,
      right: PADDING + room.right,
      top: PADDING + TITLE.line * title.length + room.above,
      bottom: PADDING + label + 10 + room.below,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'category',
      data: labels.map((value, i) => {
        const isLatest = i === labels.length - 1;
        return { value, textStyle: { color: isLatest ? INK : QUIET_INK, fontWeight: isLatest ? 'bold' : 'normal' } };
      }),
      axisLine: { show: false, onZero: false },
      axisTick: { show: false },
      axisLabel: { fontSize: label, margin: 10 + room.below, interval: 0 },
    },
  } as const satisfies EChartsOption;
}
