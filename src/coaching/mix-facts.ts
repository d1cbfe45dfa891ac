import { plusDays } from '../calendar/local-date.ts';
import type { JsonValue } from '../flow/session.ts';
import type { Item } from './account.ts';

const SHORT = 14;
const LONG = 28;

/** How much of what was published promotes, or is about ourselves. Without a piece there is no ratio. */
export function mixFacts(items: readonly Item[], today: string): Record<string, JsonValue> {
  const within = (from: number, until: number): Item[] =>
    items.filter(({ date }) => date > plusDays(today, -from) && date <= plusDays(today, -until));
  const short = within(SHORT, 0);
  const before = within(2 * SHORT, SHORT);
  const long = within(LONG, 0);
  const promoted = long.filter(isPromo);
  const asked = promoted.filter(({ requestedBy }) => requestedBy === 'manager' || requestedBy === 'department');
  const ours = long.filter((item) => isPromo(item) || item.intent === 'company_news');
  return {
    items_14d: short.length,
    promo_items_14d: short.filter(isPromo).length,
    ...ratio('promo_ratio_14d', short.filter(isPromo).length, short.length),
    items_before_14d: before.length,
    ...ratio('promo_ratio_before_14d', before.filter(isPromo).length, before.length),
    items_28d: long.length,
    promo_items_28d: promoted.length,
    promo_requested_28d: asked.length,
    ...ratio('promo_requested_share', asked.length, promoted.length),
    self_items_28d: ours.length,
    ...ratio('self_ratio_28d', ours.length, long.length),
  };
}

const isPromo = ({ intent }: Item): boolean => intent === 'promo';

const ratio = (name: string, part: number, all: number): Record<string, number> =>
  all === 0 ? {} : { [name]: part / all };
