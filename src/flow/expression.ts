import { Environment, type ParseResult } from '@marcbachmann/cel-js';

import { FlowError } from './flow-error.ts';
import type { JsonValue } from './session.ts';

/**
 * What an expression may read. `value` is there in a number's rule, `last` in a `while`, `round` (from 1) within a
 * repeated sub-flow.
 */
export type Scope = {
  readonly answers: Readonly<Record<string, JsonValue>>;
  readonly facts: Readonly<Record<string, JsonValue>>;
  readonly computed: Readonly<Record<string, JsonValue>>;
  readonly value?: JsonValue;
  readonly last?: JsonValue;
  readonly round?: number;
};

/** What a review may know: the facts, and what was computed from them and the answers. */
export const known = ({ facts, computed }: Scope): Scope['facts'] => ({ ...facts, ...computed });

/** True when the expression is true. What can't be evaluated (an answer not given yet) is not true. */
export const isTrue = (expression: string, scope: Scope): boolean => evaluate(expression, scope) === true;

/** The value of an expression; undefined when it reads something that is not there. */
export function evaluate(expression: string, scope: Scope): JsonValue | undefined {
  const run = parse(expression);
  try {
    return toJson(run({ ...scope }));
  } catch {
    return undefined;
  }
}

/** Parsed once per expression and process. Throws a FlowError for bad syntax. */
export function parse(expression: string): ParseResult {
  const known = parsed.get(expression);
  if (known) return known;
  try {
    const fresh = cel.parse(expression);
    parsed.set(expression, fresh);
    return fresh;
  } catch (error) {
    throw new FlowError('BAD_EXPRESSION', `bad expression: ${expression}`, { cause: error });
  }
}

const parsed = new Map<string, ParseResult>();

const cel = new Environment({ homogeneousAggregateLiterals: false, enableOptionalTypes: true })
  .registerVariable('answers', 'map')
  .registerVariable('facts', 'map')
  .registerVariable('computed', 'map')
  .registerVariable('value', 'dyn')
  .registerVariable('last', 'dyn')
  .registerVariable('round', 'dyn');

// CEL keeps 3 and 3.0 apart, and every number of JSON is a double: without these `answers.energy + 1` is an error.
const ARITHMETIC = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
};
for (const [operator, compute] of Object.entries(ARITHMETIC)) {
  cel.registerOperator(`double ${operator} int`, (a: number, b: bigint) => compute(a, Number(b)));
  cel.registerOperator(`int ${operator} double`, (a: bigint, b: number) => compute(Number(a), b));
}

function toJson(value: unknown): JsonValue | undefined {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) return value.map((item) => toJson(item) ?? null);
  if (typeof value !== 'object') return undefined;
  const entries: [string, unknown][] = value instanceof Map ? [...value.entries()] : Object.entries(value);
  return Object.fromEntries(entries.map(([key, item]) => [key, toJson(item) ?? null]));
}
