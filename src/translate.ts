import { IntlMessageFormat } from 'intl-messageformat';

import { dayInWords, shortDayInWords } from './calendar/day-in-words.ts';
import { zoneInWords } from './calendar/zone-in-words.ts';
import { FALLBACK } from './coaching/languages.ts';
import type { Locale } from './coaching/member.ts';
import type { Translate } from './coaching/ports.ts';
import { DAY, SHORT_DAY, ZONE, type Text, type TextValue } from './flow/text.ts';

/** Text key → ICU message, per language. English is always there: what another language lacks is said in it. */
export type Catalogs = Readonly<Record<Locale, Catalog>> & { readonly [FALLBACK]: Catalog };
export type Catalog = Readonly<Record<string, string>>;

const same = (words: string): string => words;

/**
 * Makes the translator of these catalogs: messages are compiled once and kept.
 * A missing key is our mistake; `content.ts` refuses to start over it, so here it throws.
 */
export function createTranslate(catalogs: Catalogs): Translate {
  const compiled = new Map<string, IntlMessageFormat>();
  const compile = (locale: Locale, key: string): IntlMessageFormat => {
    const id = `${locale} ${key}`;
    const known = compiled.get(id);
    if (known) return known;
    // Somebody's language may have been taken out since they chose it.
    const message = (catalogs[locale] ?? catalogs[FALLBACK])[key];
    if (message === undefined) throw new Error(`locales/${locale}.json has no "${key}"`);
    const format = new IntlMessageFormat(message, locale, {}, { ignoreTag: true });
    compiled.set(id, format);
    return format;
  };

  const translate: Translate = (locale, text, escape = same) => {
    if (text.key === DAY) return escape(dayInWords(locale, valueIn(text, 'date')));
    if (text.key === SHORT_DAY) return escape(shortDayInWords(locale, valueIn(text, 'date')));
    if (text.key === ZONE) return escape(zoneInWords(locale, valueIn(text, 'zone')));
    const say = (value: TextValue): string | number => {
      if (typeof value === 'number') return value;
      if (typeof value === 'string') return escape(value);
      if (isText(value)) return translate(locale, value, escape);
      return listOf(
        locale,
        value.map((item) => String(say(item))),
      );
    };
    const values = Object.fromEntries(Object.entries(text.values ?? {}).map(([name, value]) => [name, say(value)]));
    return String(compile(locale, text.key).format(values));
  };
  return translate;
}

const valueIn = ({ values }: Text, name: string): string => {
  const value = values?.[name];
  return typeof value === 'string' ? value : '';
};

const isText = (value: TextValue): value is Text => typeof value === 'object' && 'key' in value;

const listOf = (locale: Locale, items: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }).format(items);
