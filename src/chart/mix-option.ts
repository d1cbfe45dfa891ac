import type { BarSeriesOption, EChartsOption } from 'echarts';

import { frame, type Kind, type Sheet } from './frame.ts';
import { HEIGHT, INK, PADDING, PAPER, QUIET_BAR, QUIET_INK, SIZES, sizesFor, TITLE, WARM, WARM_PAPER } from './look.ts';

/** From the bottom up. They differ in brightness and pattern too, and each has its count in it. */
const KINDS = [
  { name: 'useful', words: 'content-item.intent.option.value', fill: INK, ink: PAPER, striped: false },
  { name: 'companyNews', words: 'content-item.intent.option.company_news', fill: QUIET_BAR, ink: INK, striped: false },
  { name: 'promo', words: 'content-item.intent.option.promo', fill: WARM_PAPER, ink: INK, striped: true },
] as const;

const STRIPES = {
  symbol: 'rect',
  color: WARM,
  dashArrayX: [1, 0],
  dashArrayY: [2, 6],
  rotation: -Math.PI / 4,
};

/** Not even a border is drawn. */
const NOTHING = '-';

/** The height of the legend. */
const LEGEND = 34;

/** What ECharts calls a chart of what was published: a stack for each week, its sum on top. */
export function mixOption(chart: Kind<'mix'>, sheet: Sheet): EChartsOption {
  const size = sizesFor(chart.weeks.length);
  const sums = chart.weeks.map(({ useful, companyNews, promo }) => useful + companyNews + promo);
  const most = Math.max(1, ...sums);
  const base = frame(chart, sheet, { right: 0, above: LEGEND + size.figure + 8, below: 0 });
  const { top, bottom } = base.grid;
  /** Whether a count has room in its segment; where not, the sum and the words beside the picture tell it. */
  const hasRoom = (count: number): boolean => (count / most) * (HEIGHT - top - bottom) >= size.label + 2;
  const latest = chart.weeks.length - 1;

  return {
    ...base,
    legend: {
      data: KINDS.map(({ words }) => sheet.say({ key: words })),
      left: PADDING,
      top: PADDING + TITLE.line * base.title.text.split('\n').length,
      padding: 0,
      itemWidth: 22,
      itemHeight: 16,
      itemGap: 18,
      selectedMode: false,
      textStyle: { fontSize: SIZES.roomy.label, color: INK },
    },
    yAxis: { show: false, min: 0, max: most },
    series: [
      ...KINDS.map((kind) =>
        segments(chart, kind, { words: sheet.say({ key: kind.words }), fontSize: size.label, hasRoom }),
      ),
      {
        type: 'bar',
        stack: 'all',
        itemStyle: { color: 'none' },
        data: sums.map((sum, i) => ({
          value: 0,
          label: {
            formatter: () => String(sum),
            fontWeight: i === latest ? 'bold' : 'normal',
            color: i === latest ? INK : QUIET_INK,
          },
        })),
        label: { show: true, position: 'top', distance: 3, fontSize: size.figure },
        markLine: {
          z: 1,
          symbol: 'none',
          data: [{ yAxis: 0, lineStyle: { type: 'solid', color: QUIET_BAR, width: 1.5 }, label: { show: false } }],
        },
      },
    ],
  };
}

type Segments = { readonly words: string; readonly fontSize: number; readonly hasRoom: (count: number) => boolean };

function segments(chart: Kind<'mix'>, kind: (typeof KINDS)[number], { words, fontSize, hasRoom }: Segments) {
  const { name, fill, ink, striped } = kind;
  return {
    type: 'bar',
    name: words,
    stack: 'all',
    barWidth: '58%',
    barMaxWidth: 72,
    itemStyle: striped
      ? { color: fill, borderColor: WARM, borderWidth: 1.5, decal: STRIPES }
      : { color: fill, borderColor: PAPER, borderWidth: 1 },
    label: { fontSize, color: ink, ...(striped && { backgroundColor: WARM_PAPER, padding: [0, 4] }) },
    data: chart.weeks.map((week) => ({ value: week[name] || NOTHING, label: { show: hasRoom(week[name]) } })),
  } satisfies BarSeriesOption;
}
