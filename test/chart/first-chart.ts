import { createChart } from '../../src/chart/create-chart.ts';
import type { Chart } from '../../src/coaching/chart.ts';

/** A chart and what draws it, with nothing of the tests: for a process of its own. */
export const draw = createChart((_, text) => text.key);
export const numbers: Chart = {
  kind: 'number',
  title: { key: '咨询' },
  alt: { key: '' },
  unit: 'count',
  weeks: [{ monday: '2026-11-16', value: 3 }],
  usual: null,
};
