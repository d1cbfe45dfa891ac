import type { Locale } from '../coaching/member.ts';
import type { Catalog, Catalogs } from '../translate.ts';

/** The page's own words, in every language; `language` is the language's own name. */
export type PageWords = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

const PREFIX = 'playground.';

export const pageWords = (catalogs: Catalogs): PageWords =>
  Object.fromEntries(Object.entries(catalogs).map(([locale, catalog]) => [locale, ofPage(catalog)]));

const ofPage = (catalog: Catalog): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(catalog)
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, words]) => [key.slice(PREFIX.length), words]),
  ),
  'language.name': catalog['language.name'] ?? '',
});
