import type { Locale } from '../coaching/member.ts';

/** Marks that a Chinese font draws as wide as a character, and what stands for them in a language of narrow letters. */
const NARROW: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '·': '-',
  '•': '-',
};

const WIDE: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Jpan', 'Kore']);

export const narrowMarks = (locale: Locale, text: string): string =>
  isWide(locale) ? text : text.replaceAll(/[“”‘’…·•]/g, (mark) => NARROW[mark] ?? mark);

/** Whether a language is written in characters as wide as these marks. */
const isWide = (locale: Locale): boolean => WIDE.has(new Intl.Locale(locale).maximize().script ?? '');
