import type { Flow } from './flow.ts';
import { earlierSteps } from './paths.ts';
import type { Problem } from './problem.ts';

/** Steps named twice, jumps to nowhere or back, and steps that no walk comes to. */
export function lintPaths(flow: Flow): Problem[] {
  const reached = earlierSteps(flow);
  const ids = flow.steps.map((step) => step.id);
  return flow.steps.flatMap((step, index): Problem[] => {
    const at = { flow: flow.id, step: step.id };
    const jumps = step.kind === 'end' ? [] : (step.go ?? []);
    const problems = jumps.flatMap(({ to }): Problem[] =>
      jumpProblem(to, ids.indexOf(to), index).map((found) => ({ ...at, ...found })),
    );
    if (ids.indexOf(step.id) < index) {
      problems.push({ ...at, code: 'duplicate-step', message: 'two steps have this id' });
    }
    if (!reached.has(index)) problems.push({ ...at, code: 'unreachable-step', message: 'no walk comes to this step' });
    return problems;
  });
}

function jumpProblem(to: string, target: number, from: number): Pick<Problem, 'code' | 'message'>[] {
  if (target < 0) return [{ code: 'unknown-step', message: `go to "${to}": there is no such step` }];
  if (target > from) return [];
  return [
    { code: 'backward-jump', message: `go to "${to}": jumps go forwards only; a loop is a sub-flow with repeat` },
  ];
}
