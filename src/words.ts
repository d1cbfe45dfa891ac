import type { Wish } from './coaching/decision.ts';
import type { Locale } from './coaching/member.ts';
import type { Translate } from './coaching/ports.ts';
import type { Text } from './flow/text.ts';
import type { Command } from './flow/turn.ts';
import type { Catalogs } from './translate.ts';

/** What a person may type for a command inside a conversation, in any language: `words.<name>`, separated by `|`. */
export const commandWords = (catalogs: Catalogs): Record<Command, string[]> => ({
  back: wordsFor(catalogs, 'back'),
  skip: wordsFor(catalogs, 'skip'),
  stop: wordsFor(catalogs, 'stop'),
  help: wordsFor(catalogs, 'help'),
  explain: wordsFor(catalogs, 'explain'),
  repeat: wordsFor(catalogs, 'repeat'),
  later: wordsFor(catalogs, 'later'),
  keep: wordsFor(catalogs, 'keep'),
  change: wordsFor(catalogs, 'change'),
  light: wordsFor(catalogs, 'light'),
});

/** What a person may type for a wish while no conversation is open. */
export const wishWords = (catalogs: Catalogs): Record<Wish, string[]> => ({
  checkin: wordsFor(catalogs, 'checkin'),
  today: wordsFor(catalogs, 'today'),
  help: wordsFor(catalogs, 'help'),
});

/** How a person says that they don't know, or don't mind. */
export const unsureWords = (catalogs: Catalogs): string[] => wordsFor(catalogs, 'unsure');

const wordsFor = (catalogs: Catalogs, name: string): string[] =>
  Object.values(catalogs).flatMap((catalog) =>
    (catalog[`words.${name}`] ?? '').toLowerCase().split('|').filter(Boolean),
  );

/** Every language's wording of a text: a label typed in one is understood under another. */
export const wordingsOf =
  (translate: Translate, languages: readonly Locale[]) =>
  (text: Text): string[] =>
    languages.map((locale) => translate(locale, text));
