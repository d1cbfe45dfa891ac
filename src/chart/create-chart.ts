import type { Chart } from '../coaching/chart.ts';
import type { Locale } from '../coaching/member.ts';
import type { Translate } from '../coaching/ports.ts';
import { type Text, withoutBold } from '../flow/text.ts';
import { canvasSvg } from './canvas-svg.ts';
import { MOST_WEEKS } from './look.ts';
import { mixOption } from './mix-option.ts';
import { narrowMarks } from './narrow-marks.ts';
import { numberOption } from './number-option.ts';

/**
 * Draws a chart as a PNG: weeks of 1200 by 630, a canvas of 2000 by 1414. What draws is loaded for the first one, not
 * before. Of more than eight weeks the latest are drawn; what a text has that the font has not is left out.
 */
export function createChart(translate: Translate): (chart: Chart, locale: Locale) => Promise<Uint8Array> {
  let opened: ReturnType<typeof open> | undefined;
  return async (chart, locale) => {
    opened ??= open();
    const { type, draw, drawSvg } = await opened;
    const sheet = { locale, type, say: (text: Text) => narrowMarks(locale, withoutBold(translate(locale, text))) };
    if (chart.kind === 'canvas') return drawSvg(canvasSvg(chart, sheet));
    return draw(
      chart.kind === 'number'
        ? numberOption({ ...chart, weeks: chart.weeks.slice(-MOST_WEEKS) }, sheet)
        : mixOption({ ...chart, weeks: chart.weeks.slice(-MOST_WEEKS) }, sheet),
    );
  };
}

const open = async () => {
  const { openDrawing } = await import('./drawing.ts');
  return openDrawing();
};
