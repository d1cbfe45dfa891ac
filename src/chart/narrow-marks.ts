import type { Locale } from '../coaching/member.ts';

/** Marks that a Chinese font draws as wide as a character, and what stands for them in English. */
const NARROW: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '·': '-',
  '•': '-',
};

export const narrowMarks = (locale: Locale, text: string): string =>
  locale === 'en' ? text.replaceAll(/[“”‘’…·•]/g, (mark) => NARROW[mark] ?? mark) : text;
