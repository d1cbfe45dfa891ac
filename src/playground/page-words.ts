import type { Locale } from '../coaching/member.ts';
import type { Catalogs } from '../translate.ts';

/** The page's own words, in every language. */
export type PageWords = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

const PREFIX = 'playground.';

export const pageWords = (catalogs: Catalogs): PageWords => ({
  en: ofPage(catalogs.en),
  'zh-CN': ofPage(catalogs['zh-CN']),
});

const ofPage = (catalog: Catalogs[Locale]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(catalog)
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, words]) => [key.slice(PREFIX.length), words]),
  );
