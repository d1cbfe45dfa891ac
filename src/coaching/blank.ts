import { z } from 'zod';

import { evaluate, type Scope } from '../flow/expression.ts';
import { Expression } from '../flow/flow.ts';
import { dayText, type TextValue } from '../flow/text.ts';

/** What fills a blank: a figure or words of a fact, the text with a key that is made of facts, or a date. */
export const Blank = z.union([Expression, z.strictObject({ key: Expression }), z.strictObject({ day: Expression })]);
export type Blank = z.infer<typeof Blank>;

/** The expression in a blank. */
export const expressionIn = (blank: Blank): string =>
  typeof blank === 'string' ? blank : 'key' in blank ? blank.key : blank.day;

/** Null where a fact that it needs is missing. */
export function filled(blank: Blank, scope: Scope): TextValue | null {
  const value = evaluate(expressionIn(blank), scope);
  if (typeof blank === 'string') return typeof value === 'number' || typeof value === 'string' ? value : null;
  if (typeof value !== 'string') return null;
  if (value === '') return '';
  return 'key' in blank ? { key: value } : dayText(value);
}
