import type { Locale } from '../../coaching/member.ts';
import type { Translate } from '../../coaching/ports.ts';
import type { Text } from '../../flow/text.ts';
import { escape } from '../escape.ts';

/** Makes words of a text in the language of whoever reads it, a person's own words without Slack's life in them. */
export type Say = { readonly locale: Locale; words(text: Text): string; day(date: string): string };

export const createSay = (translate: Translate, locale: Locale): Say => ({
  locale,
  words: (text) => translate(locale, text, escape),
  day(date) {
    const at = Date.parse(`${date}T00:00:00Z`);
    if (Number.isNaN(at)) return escape(date);
    const form = { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(locale, form).format(at);
  },
});
