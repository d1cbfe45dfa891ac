import type { Flows } from './flow.ts';
import { own } from './fold.ts';
import { blanksOf } from './message-blanks.ts';
import { neededTexts, type NeededText } from './needed-texts.ts';
import type { Problem } from './problem.ts';
import { TEXT_LIMITS } from './text-limits.ts';

/** Text key → ICU message, per language. */
export type Catalogs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Texts that are missing in a language, never said, too long to be shown, or with blanks that nobody fills. */
export function lintWords(flows: Flows, catalogs: Catalogs): Problem[] {
  const needed = neededTexts(flows);
  const ambiguous = duplicates(needed).map((text) =>
    problem(text, 'duplicate-key', `"${text.key}" would be two different texts`),
  );
  const perLocale = Object.entries(catalogs).flatMap(([locale, catalog]) => [
    ...needed.flatMap((text) => wordProblems(text, own(catalog, text.key), locale)),
    ...unusedKeys(flows, needed, catalog).map(([flow, key]): Problem => ({
      flow,
      code: 'unused-key',
      message: `locales/${locale}.json, "${key}": nothing says it`,
    })),
  ]);
  return [...ambiguous, ...perLocale];
}

function wordProblems(text: NeededText, words: string | undefined, locale: string): Problem[] {
  if (words === undefined || words === '') {
    return text.isOptional ? [] : [problem(text, 'missing-key', `locales/${locale}.json has no "${text.key}"`)];
  }
  const limit = TEXT_LIMITS[text.part];
  const long = `locales/${locale}.json, "${text.key}": ${words.length} characters, Slack shows ${limit} of a ${text.part}`;
  const strange = blanksOf(words).filter((blank) => !text.blanks.includes(blank));
  return [
    ...(words.length > limit ? [problem(text, 'text-too-long', long)] : []),
    ...strange.map((blank) =>
      problem(text, 'unknown-blank', `locales/${locale}.json, "${text.key}": nobody fills {${blank}}`),
    ),
  ];
}

/** The keys below a flow's id that none of its texts has, with that flow. */
function unusedKeys(
  flows: Flows,
  needed: readonly NeededText[],
  catalog: Catalogs[string],
): (readonly [string, string])[] {
  const used = new Set(needed.map(({ key }) => key));
  return Object.keys(catalog).flatMap((key) => {
    const flow = flows.get(key.split('.')[0] ?? '');
    return flow && !used.has(key) ? [[flow.id, key] as const] : [];
  });
}

function problem({ flow, step }: NeededText, code: Problem['code'], message: string): Problem {
  return { flow, ...(step !== undefined && { step }), code, message };
}

// Labels of options may be shared, and a step that is there twice is reported as that.
function duplicates(needed: readonly NeededText[]): NeededText[] {
  const first = new Map<string, NeededText>();
  return needed.filter((text) => {
    const known = first.get(text.key);
    if (!known) first.set(text.key, text);
    return known !== undefined && (known.part !== text.part || (text.part !== 'option' && known.step !== text.step));
  });
}
