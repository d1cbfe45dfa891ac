import type { EChartsOption } from 'echarts';

import { figure } from './figures.ts';
import { frame, type Kind, type Sheet } from './frame.ts';
import { INK, PAPER, QUIET_BAR, QUIET_INK, SIZES, sizesFor, WARM } from './look.ts';

/** Between the end of the dashed line and its words, which stand one below the other. */
const USUAL_GAP = 8;

/** What ECharts calls a chart of one number a week: bars, and the usual as a dashed line. */
export function numberOption(chart: Kind<'number'>, sheet: Sheet): EChartsOption {
  const { locale, say, type } = sheet;
  const { unit, usual } = chart;
  const usually = usual === null ? '' : say({ key: 'chart.usual', values: { value: figure(locale, usual, unit) } });
  const words = usually.split(' ');
  const size = sizesFor(chart.weeks.length);
  const values = chart.weeks.map(({ value }) => value ?? 0);
  const known = [...values, usual ?? 0];
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  const nothing = say({ key: 'chart.no-number' });

  const bar = ({ value }: { readonly value: number | null }, i: number) => {
    const isLatest = i === chart.weeks.length - 1;
    return {
      value: value ?? 0,
      itemStyle: { color: isLatest ? INK : QUIET_BAR },
      label: {
        position: value !== null && value < 0 ? ('bottom' as const) : ('top' as const),
        formatter: () => (value === null ? nothing : figure(locale, value, unit)),
        fontSize: value === null ? SIZES.tight.label : size.figure,
        fontWeight: isLatest ? ('bold' as const) : ('normal' as const),
        color: isLatest ? INK : QUIET_INK,
      },
    };
  };

  return {
    ...frame(chart, sheet, {
      right: Math.max(...words.map((word) => type.width(word, size.label, 'bold'))) + (usual === null ? 0 : USUAL_GAP),
      above: size.figure + 10,
      below: low < 0 ? size.figure + 8 : 0,
    }),
    yAxis: { show: false, min: low, max: low === high ? 1 : high },
    series: {
      type: 'bar',
      data: chart.weeks.map(bar),
      barWidth: '58%',
      barMaxWidth: 64,
      label: { show: true, distance: 3, backgroundColor: PAPER, padding: [1, 3] },
      markLine: {
        z: 1,
        symbol: 'none',
        data: [
          line(0, { type: 'solid', color: QUIET_BAR, width: 1.5 }, { show: false }),
          ...(usual === null
            ? []
            : [
                line(
                  usual,
                  { type: [7, 5], color: WARM },
                  {
                    fontSize: size.label,
                    lineHeight: size.label + 4,
                    formatter: () => words.join('\n'),
                    color: WARM,
                    fontWeight: 'bold',
                  },
                ),
              ]),
        ],
      },
    },
  };
}

const line = (at: number, style: object, label: object) => ({
  yAxis: at,
  lineStyle: { width: 2, ...style },
  label: { show: true, position: 'end' as const, distance: USUAL_GAP, textBorderWidth: 0, ...label },
});
