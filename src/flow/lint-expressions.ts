import { expressionsOf, type Use } from './expression-uses.ts';
import { parse } from './expression.ts';
import { FlowError } from './flow-error.ts';
import type { Flow, Flows } from './flow.ts';
import { comparisonProblems, readProblems } from './lint-reads.ts';
import { earlierSteps } from './paths.ts';
import type { Problem } from './problem.ts';
import { readsOf } from './reads.ts';
import { isSafePattern } from './safe-pattern.ts';

/** Expressions that don't parse, have the wrong type, or read what is not there. */
export function lintExpressions(flows: Flows, flow: Flow): Problem[] {
  const earlier = earlierSteps(flow);
  return expressionsOf(flow).flatMap((use) => {
    const wrong = syntaxProblem(use) ?? typeProblem(use);
    const at = { flow: flow.id, ...(use.step !== undefined && { step: use.step }) };
    if (wrong !== undefined)
      return [{ ...at, code: 'bad-expression', message: `${use.place}: ${wrong}` } satisfies Problem];
    const found = [
      ...patternProblems(use),
      ...readProblems({ flows, flow, use, earlier }),
      ...comparisonProblems(flow, use),
    ];
    return found.map((problem): Problem => ({ ...at, ...problem, message: `${use.place}: ${problem.message}` }));
  });
}

function syntaxProblem({ expression }: Use): string | undefined {
  try {
    parse(expression);
    return undefined;
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return `${expression} is no expression`;
  }
}

function typeProblem({ expression, wants, mayRead }: Use): string | undefined {
  const checked = parse(expression).check();
  if (!checked.valid) return checked.error?.message.split('\n')[0] ?? 'does not fit';
  if (wants === 'truth' && checked.type !== 'bool' && checked.type !== 'dyn')
    return `is ${checked.type}, not true or false`;
  const stray = readsOf(expression).reads.find(({ root }) => (root === 'value' || root === 'last') && root !== mayRead);
  return stray && `there is no "${stray.root}" here`;
}

const patternProblems = ({ expression }: Use): Pick<Problem, 'code' | 'message'>[] =>
  readsOf(expression)
    .patterns.filter((pattern) => !isSafePattern(pattern))
    .map((pattern) => ({
      code: 'unsafe-pattern',
      message: `the pattern ${pattern} is broken, or slow on hostile text`,
    }));
