import type { Locale } from './member.ts';

/** Said where nothing nearer to what was asked for is there. */
export const FALLBACK = 'en' satisfies Locale;

/**
 * The language of ours that is nearest to a tag of somebody else's (`zh-TW`, `en_GB.UTF-8`): the same, else one of the
 * same language, else English. A tag that is none is English too.
 */
export function nearestLanguage(asked: string | undefined, known: readonly Locale[]): Locale {
  const tag = (asked ?? '').split('.')[0]?.replaceAll('_', '-').toLowerCase() ?? '';
  const language = tag.split('-')[0] ?? '';
  return (
    known.find((locale) => locale.toLowerCase() === tag) ??
    known.find((locale) => language !== '' && locale.toLowerCase().split('-')[0] === language) ??
    FALLBACK
  );
}
