import { plusDays } from '../calendar/local-date.ts';
import type { Text } from '../flow/text.ts';
import type { Item, Plan } from './account.ts';
import { firstOf } from './check-in-facts.ts';
import { percent } from './mix.ts';
import type { PositionBrief } from './position-brief.ts';

const DAYS = 28;
/** Fewer pieces than these are not held against a plan. */
const AT_LEAST = 4;
const NAME_KEPT = 16;

/** What came out in four weeks beside what was planned. Shares are 0 to 1; `outside`: pieces in none of the pillars. */
export type Balance = {
  readonly of: number;
  readonly promo: number;
  readonly cap: number | null;
  readonly pillars: readonly { readonly name: string; readonly share: number; readonly planned: number | null }[];
  readonly outside: number;
};

/** The plan as an operator has it, shared or not; null while there is none. */
export const planIn = ({ pillars, promoShare, perWeek }: PositionBrief): Plan | null =>
  pillars.length === 0
    ? null
    : { pillars: pillars.map(({ name, share }) => ({ name, share })), promoCap: promoShare, perWeek };

type Piece = Pick<Item, 'date' | 'intent' | 'pillar'>;

/** The four weeks up to a date, that day included. A number: so few pieces that nothing can be said. */
export function balanceOf(items: readonly Piece[], plan: Plan, until: string): Balance | number {
  const within = items.filter(({ date }) => date > plusDays(until, -DAYS) && date <= until);
  const of = within.length;
  if (of < AT_LEAST) return of;
  const ofPillar = (name: string): number => within.filter(({ pillar }) => pillar === name).length;
  const pillars = plan.pillars.map(({ name, share }) => ({ name, share: ofPillar(name) / of, planned: share }));
  return {
    of,
    promo: within.filter(({ intent }) => intent === 'promo').length,
    cap: plan.promoCap,
    pillars,
    outside: within.filter(({ pillar }) => plan.pillars.every(({ name }) => name !== pillar)).length,
  };
}

/** The same for whoever made the plan. Above or below, it is said in the same words. */
export function balanceLines(balance: Balance | number): Text[] {
  if (typeof balance === 'number') return [{ key: 'summary.balance-few', values: { count: balance } }];
  const { of, promo, cap } = balance;
  const share = percent(promo / of);
  return [
    ...(cap === null ? [] : [{ key: 'summary.balance', values: { count: of, promo, share, cap: percent(cap) } }]),
    ...pillarLines(balance),
  ];
}

/** The shares of the pillars, and how much was in none of them. */
export function pillarLines({ pillars, outside }: Balance): Text[] {
  const told = pillars.map(({ name, share, planned }): Text => ({
    key: 'summary.balance-pillar',
    values: {
      name: firstOf(name, NAME_KEPT),
      share: percent(share),
      planned: planned === null ? 'none' : percent(planned),
    },
  }));
  return [
    { key: 'summary.balance-pillars', values: { pillars: told } },
    ...(outside > 0 ? [{ key: 'summary.balance-outside', values: { count: outside } }] : []),
  ];
}
