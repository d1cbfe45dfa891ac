import { dayInWords } from '../../calendar/day-in-words.ts';
import type { Locale } from '../../coaching/member.ts';
import type { Translate } from '../../coaching/ports.ts';
import type { Text } from '../../flow/text.ts';
import { escape } from '../escape.ts';

/** Makes words of a text in the language of whoever reads it, a person's own words without Slack's life in them. */
export type Say = { readonly locale: Locale; words(text: Text): string; day(date: string): string };

export const createSay = (translate: Translate, locale: Locale): Say => ({
  locale,
  words: (text) => translate(locale, text, escape),
  day: (date) => escape(dayInWords(locale, date)),
});
