import { evaluate, isTrue, type Scope } from './expression.ts';
import type { AskStep, Flow } from './flow.ts';
import type { JsonValue } from './session.ts';
import { optionKey } from './step-text.ts';
import { literal } from './text.ts';
import type { ShownOption } from './turn.ts';

// As many as a menu of Slack holds.
const MAX_OPTIONS = 100;

/** The options that a choice offers now: those of the list first, then the fixed ones whose condition is true. */
export function shownOptions(flow: Flow, step: AskStep, scope: Scope): readonly ShownOption[] {
  const { wait } = step;
  if (wait.kind !== 'choice' && wait.kind !== 'choices') return [];
  const listed = wait.optionsFrom === undefined ? [] : listedOptions(wait.optionsFrom, scope);
  const fixed = (wait.options ?? [])
    .filter((option) => typeof option === 'string' || isTrue(option.when, scope))
    .map((option) => (typeof option === 'string' ? option : option.id))
    .map((id) => ({ id, text: { key: optionKey(flow, step, id) } }));
  const taken = new Set(listed.map((option) => option.id));
  return [...listed, ...fixed.filter((option) => !taken.has(option.id))].slice(0, MAX_OPTIONS);
}

/** An expression that gives a list of `{id, label}`. What is not of that shape is left out. */
export function listedOptions(expression: string, scope: Scope): readonly ShownOption[] {
  const listed = evaluate(expression, scope);
  if (!Array.isArray(listed)) return [];
  const options = listed.map(toOption).filter((option) => option !== undefined);
  return [...new Map(options.map((option) => [option.id, option])).values()];
}

function toOption(item: JsonValue): ShownOption | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const { id, label } = item;
  return typeof id === 'string' && typeof label === 'string' ? { id, text: literal(label) } : undefined;
}
