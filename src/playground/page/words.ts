import type { Locale } from '../../coaching/member.ts';
import type { PageWords } from '../page-words.ts';

const spoken: { words: PageWords; locale: Locale } = { words: {}, locale: 'en' };

export async function loadWords(): Promise<void> {
  const response = await fetch('/words');
  spoken.words = await response.json();
}

export function speak(locale: Locale): void {
  spoken.locale = locale;
  document.documentElement.lang = locale;
  document.title = word('title');
}

export const language = (): Locale => spoken.locale;

/** The words of `playground.<key>` in the page's language. */
export const word = (key: string): string => spoken.words[spoken.locale]?.[key] ?? key;

export const isWord = (key: string): boolean => spoken.words[spoken.locale]?.[key] !== undefined;

/** Every language with its own name. */
export const languages = (): readonly (readonly [Locale, string])[] =>
  Object.entries(spoken.words).map(([locale, words]) => [locale, words['language.name'] ?? locale]);
