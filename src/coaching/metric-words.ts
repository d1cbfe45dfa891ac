import type { Text } from '../flow/text.ts';
import { metricOf, type MetricId } from './metric.ts';

export const metricText = (metric: MetricId): Text => ({ key: `metric.${metric}` });

/** A number as it is said: 43.5 %, 1,234, 1.2 minutes. */
export function valueText(metric: MetricId, value: number): Text {
  const rounded = Number(value.toFixed(1));
  switch (metricOf(metric).unit) {
    case 'count':
      return { key: 'metric-value.count', values: { value: rounded } };
    case 'percent':
      return { key: 'metric-value.percent', values: { value: rounded } };
    case 'minutes':
      return { key: 'metric-value.minutes', values: { value: rounded } };
  }
}

/** A rate of few people, as people. */
export const ofFewText = (part: number, of: number): Text => ({
  key: 'metric-value.of',
  values: { part: Math.round(part), of },
});
