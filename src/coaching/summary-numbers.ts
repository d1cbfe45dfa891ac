import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import { metricText, valueText } from './metric-words.ts';
import { readingsOf, type Reading } from './week-numbers.ts';

const AT_MOST = 4;

/** At most four figures of the week, each beside its own usual: what is no more than chance is called so. */
export const numberLines = (account: Account, week: string): Text[] =>
  readingsOf(account, week)
    .slice(0, AT_MOST)
    .map((reading) => ({ key: 'summary.number', values: { reading: readingText(reading) } }));

/** A figure of a week in words. */
export const readingText = ({ name, value, usual, stands }: Reading): Text => ({
  key: 'week.reading',
  values: { metric: metricText(name), value: valueText(name, value), stands, usual: valueText(name, usual ?? 0) },
});
