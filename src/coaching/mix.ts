import { plusDays } from '../calendar/local-date.ts';
import type { Item } from './account.ts';

export type Mix = { readonly useful: number; readonly companyNews: number; readonly promo: number };

/** What was published, by what it was for: everything that neither promotes nor tells of the company is for readers. */
export function mixOf(items: readonly Pick<Item, 'intent'>[]): Mix {
  const promo = items.filter(({ intent }) => intent === 'promo').length;
  const companyNews = items.filter(({ intent }) => intent === 'company_news').length;
  return { useful: items.length - promo - companyNews, companyNews, promo };
}

/** Fewer pieces than these make no share. */
const SHARE = { days: 14, atLeast: 4 };

export type PromoShare = {
  readonly share: number;
  readonly promo: number;
  readonly of: number;
  readonly items: readonly Item[];
};

/** The share of promotion in the two weeks up to a date; null while there are too few pieces for one. */
export function promoShareAt(items: readonly Item[], until: string): PromoShare | null {
  const within = items.filter(({ date }) => date > plusDays(until, -SHARE.days) && date <= until);
  if (within.length < SHARE.atLeast) return null;
  const promos = within.filter(({ intent }) => intent === 'promo');
  return { share: promos.length / within.length, promo: promos.length, of: within.length, items: promos };
}

/** 0.4 → 40 */
export const percent = (share: number): number => Math.round(share * 100);
