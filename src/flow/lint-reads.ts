import type { Use } from './expression-uses.ts';
import { parse } from './expression.ts';
import type { Flow, Flows } from './flow.ts';
import { own } from './fold.ts';
import type { Problem } from './problem.ts';
import { readsOf, type Read } from './reads.ts';

type Found = Pick<Problem, 'code' | 'message'>;
type Where = {
  readonly flows: Flows;
  readonly flow: Flow;
  readonly use: Use;
  readonly earlier: ReadonlyMap<number, ReadonlySet<number>>;
};

/** Facts, computed values and answers that are unknown, or not yet given on any path that comes here. */
export function readProblems(where: Where): Found[] {
  const { reads } = readsOf(where.use.expression);
  const { flow } = where;
  return reads.flatMap((read) => {
    const name = read.path[0];
    if (name === undefined) return [];
    if (read.root === 'facts') return flow.facts.includes(name) ? [] : [unknown('unknown-fact', 'fact', name)];
    if (read.root === 'computed') return computedProblems(where, name);
    return read.root === 'answers' ? answerProblems(where, read) : [];
  });
}

const unknown = (code: Problem['code'], what: string, name: string): Found => ({
  code,
  message: `there is no ${what} "${name}"`,
});

function computedProblems(where: Where, name: string): Found[] {
  const { flow } = where;
  const names = Object.keys(flow.computed);
  const here = names.indexOf(where.use.place.replace(/^computed\./, ''));
  const isComputed = where.use.step === undefined;
  const index = names.indexOf(name);
  if (index < 0 || (isComputed && index >= here)) return [unknown('unknown-computed', 'earlier computed', name)];
  // What it reads must be known where it is used.
  const expression = own(flow.computed, name) ?? '';
  return isComputed || !parses(expression) ? [] : readProblems({ ...where, use: { ...where.use, expression } });
}

function answerProblems({ flows, flow, use, earlier }: Where, { path }: Read): Found[] {
  const [name = '', inner] = path;
  const index = flow.steps.findIndex(({ id }) => id === name);
  const step = flow.steps[index];
  if (step?.kind !== 'ask' && step?.kind !== 'sub') return [unknown('unknown-answer', 'question', name)];
  const sub = step.kind === 'sub' ? flows.get(step.flow) : undefined;
  if (sub && inner !== undefined && !sub.steps.some(({ id }) => id === inner)) {
    return [unknown('unknown-answer', 'question', `${name}.${inner}`)];
  }
  if (use.step === undefined) return [];
  const here = flow.steps.findIndex(({ id }) => id === use.step);
  const isKnown = (earlier.get(here)?.has(index) ?? true) || (use.isAfter === true && here === index);
  return isKnown ? [] : [{ code: 'not-given-yet', message: `reads the answer "${name}", which is never given before` }];
}

/** Comparisons of a choice with an option that it does not have: they would never be true. */
export function comparisonProblems(flow: Flow, { expression }: Use): Found[] {
  return readsOf(expression).comparisons.flatMap(({ root, path, text }) => {
    const step = root === 'answers' && path.length === 1 ? flow.steps.find(({ id }) => id === path[0]) : undefined;
    if (step?.kind !== 'ask' || (step.wait.kind !== 'choice' && step.wait.kind !== 'choices')) return [];
    const { options = [], optionsFrom } = step.wait;
    const isKnown = options.some((option) => (typeof option === 'string' ? option : option.id) === text);
    return isKnown || optionsFrom !== undefined ? [] : [unknown('unknown-option', `option of "${step.id}"`, text)];
  });
}

function parses(expression: string): boolean {
  try {
    return parse(expression) !== undefined;
  } catch {
    return false;
  }
}
