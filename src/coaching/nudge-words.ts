import { evaluate, isTrue, type Scope } from '../flow/expression.ts';
import type { JsonValue } from '../flow/session.ts';
import type { Text, TextValue } from '../flow/text.ts';
import { filled } from './blank.ts';
import type { NudgeRule, Offer } from './nudge-rules.ts';

export type Facts = Readonly<Record<string, JsonValue>>;

/** Which words of a rule fit the facts, and what goes into their blanks. */
export type Fitting = { readonly variant: string | null; readonly values: Readonly<Record<string, TextValue>> };

/** Null when a fact that the words need is missing: then there is nothing to say. */
export function fittingOf(rule: NudgeRule, facts: Facts): Fitting | null {
  const scope = scopeOf(facts);
  const variant = rule.variants === undefined ? null : evaluate(rule.variants.by, scope);
  if (variant !== null && (typeof variant !== 'string' || !rule.variants?.of.includes(variant))) return null;
  const values = Object.entries(rule.blanks).flatMap(([name, blank]): [string, TextValue][] => {
    const value = filled(blank, scope);
    return value === null ? [] : [[name, value]];
  });
  return values.length === Object.keys(rule.blanks).length ? { variant, values: Object.fromEntries(values) } : null;
}

export const scopeOf = (facts: Facts): Scope => ({ answers: {}, facts, computed: {} });

/** The offers that make sense, with their place in the rule. */
export const offersOf = (rule: NudgeRule, facts: Facts): { readonly offer: Offer; readonly place: number }[] =>
  rule.offers
    .map((offer, place) => ({ offer, place }))
    .filter(({ offer }) => offer.if === undefined || isTrue(offer.if, scopeOf(facts)));

/** `nudge.N01.2`, `nudge.N18.plans.1` */
export const sayingOf = (rule: string, { variant, wording, values }: Fitting & { readonly wording: number }): Text => ({
  key: ['nudge', rule, ...(variant === null ? [] : [variant]), String(wording)].join('.'),
  values,
});

/** `nudge.why.N01`: the fact that made it, in plain words. Null when it was said by a rule that has changed since. */
export function reasonOf({ id, variants, blanks }: NudgeRule, { variant, values }: Fitting): Text | null {
  const isKnown = variants === undefined ? variant === null : variants.of.includes(variant ?? '');
  if (!isKnown || Object.keys(blanks).some((name) => !Object.hasOwn(values, name))) return null;
  return { key: ['nudge', 'why', id, ...(variant === null ? [] : [variant])].join('.'), values };
}
