import { FlowError } from '../flow/flow-error.ts';
import { blanksOf } from '../flow/message-blanks.ts';
import { readsOf } from '../flow/reads.ts';
import { expressionIn } from './blank.ts';
import { FACTS } from './nudge-fact-names.ts';
import { offerName, type NudgeRule, type Nudges } from './nudge-rules.ts';

type Word = { readonly key: string; readonly isButton: boolean };
type Catalogs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is wrong with flows/nudges.json: an unknown action, an expression or a fact, words that are missing. */
export function nudgeProblems({ rules }: Nudges, catalogs: Catalogs, actions: ReadonlySet<string>): string[] {
  const ids = rules.map(({ id }) => id);
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `flows/nudges.json: ${id} is there twice`),
    ...rules.flatMap((rule) => [
      ...expressionsOf(rule).flatMap((expression) => expressionProblems(expression, rule)),
      ...rule.offers.flatMap((offer) =>
        offer.do === 'action' && !actions.has(offer.action)
          ? [`flows/nudges.json, ${rule.id}: ${offer.action} is no action`]
          : [],
      ),
      ...Object.entries(catalogs).flatMap(([locale, catalog]) => wordProblems(rule, locale, catalog)),
    ]),
  ];
}

function expressionsOf({ if: condition, stop, variants, blanks, offers }: NudgeRule): string[] {
  const inOffers = offers.flatMap((offer) => [offer.if, 'element' in offer ? offer.element : undefined]);
  return [condition, stop, variants?.by, ...Object.values(blanks).map(expressionIn), ...inOffers].flatMap(
    (one) => one ?? [],
  );
}

function expressionProblems(expression: string, { id, to }: NudgeRule): string[] {
  try {
    return readsOf(expression)
      .reads.filter(({ root, path }) => root !== 'facts' || !FACTS[to].has(path[0] ?? ''))
      .map(({ root, path }) => `flows/nudges.json, ${id}: nobody knows ${[root, ...path].join('.')}`);
  } catch (error) {
    if (error instanceof FlowError) return [`flows/nudges.json, ${id}: ${error.message}`];
    throw error;
  }
}

const text = (...path: readonly string[]): Word => ({ key: ['nudge', ...path].join('.'), isButton: false });

/** Every text that a rule can say. */
export function wordsOf({ id, variants, wordings, offers }: NudgeRule): Word[] {
  const kinds = variants?.of.map((kind) => [id, kind]) ?? [[id]];
  return [
    ...kinds.flatMap((kind) => [
      ...Array.from({ length: wordings }, (_, at) => text(...kind, String(at + 1))),
      text('why', ...kind),
    ]),
    ...offers.map((offer) => ({ ...text('do', offerName(offer)), isButton: true })),
    ...offers.flatMap((offer) => (offer.do === 'draft' ? [text('draft', id)] : [])),
  ];
}

function wordProblems(rule: NudgeRule, locale: string, catalog: Catalogs[string]): string[] {
  return wordsOf(rule).flatMap(({ key, isButton }) => {
    const words = Object.hasOwn(catalog, key) ? catalog[key] : undefined;
    if (words === undefined || words === '') return [`locales/${locale}.json has no "${key}"`];
    const strange = isButton ? blanksOf(words) : blanksOf(words).filter((blank) => !Object.hasOwn(rule.blanks, blank));
    return strange.map((blank) => `locales/${locale}.json, "${key}": nobody fills {${blank}}`);
  });
}
