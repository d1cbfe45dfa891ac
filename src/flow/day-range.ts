import { fromDayNumber, readDay } from './civil-day.ts';
import type { Wait } from './flow.ts';
import type { JsonValue } from './session.ts';

/** The days a date may fall on, by day number; `values` say them in a refusal. */
export type DayRange = {
  readonly first: number;
  readonly last: number;
  readonly values: { readonly bounds: 'both' | 'from' | 'to' | 'none'; readonly from: string; readonly to: string };
};

/** `from` and `to` count from today; without a known today there is nothing to count from. */
export function dayRange(wait: Extract<Wait, { kind: 'date' }>, todayFact: JsonValue | undefined): DayRange {
  const today = typeof todayFact === 'string' ? readDay(todayFact) : undefined;
  const first = today === undefined || wait.from === undefined ? undefined : today + wait.from;
  const last = today === undefined || wait.to === undefined ? undefined : today + wait.to;
  return {
    first: first ?? -Infinity,
    last: last ?? Infinity,
    values: {
      bounds: first === undefined ? (last === undefined ? 'none' : 'to') : last === undefined ? 'from' : 'both',
      from: first === undefined ? '' : fromDayNumber(first),
      to: last === undefined ? '' : fromDayNumber(last),
    },
  };
}
