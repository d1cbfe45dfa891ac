import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

import type { Catalogs } from './translate.ts';

/** What is wrong with the words: a key that one language lacks, a message that is not ICU, blanks that differ. */
export function catalogProblems(catalogs: Catalogs): string[] {
  const locales = Object.entries(catalogs);
  const keys = new Set(locales.flatMap(([, catalog]) => Object.keys(catalog)));
  return [...keys].sort().flatMap((key) => {
    const missing = locales.filter(([, catalog]) => catalog[key] === undefined);
    if (missing.length > 0) return missing.map(([locale]) => `locales/${locale}.json: "${key}" is missing`);
    return blankProblems(key, locales);
  });
}

function blankProblems(
  key: string,
  locales: readonly (readonly [string, Readonly<Record<string, string>>])[],
): string[] {
  const blanks = locales.map(([locale, catalog]) => [locale, blanksOf(catalog[key] ?? '')] as const);
  const broken = blanks.filter(([, names]) => names === null);
  if (broken.length > 0) return broken.map(([locale]) => `locales/${locale}.json: "${key}" is not an ICU message`);
  const [first, ...others] = blanks.map(([, names]) => [...new Set(names)].sort().join(', '));
  return others.every((names) => names === first)
    ? []
    : [
        `locales: "${key}" has other blanks in each language: ${[first, ...others].map((names) => `{${names}}`).join(' and ')}`,
      ];
}

/** The names between braces, or null when the message cannot be parsed. */
function blanksOf(message: string): string[] | null {
  try {
    return namesIn(parse(message, { ignoreTag: true }));
  } catch {
    return null;
  }
}

function namesIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return namesIn(element.children);
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element.value];
    return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))];
  });
}
