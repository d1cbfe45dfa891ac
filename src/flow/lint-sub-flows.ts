import type { Flow, Flows } from './flow.ts';
import type { Problem } from './problem.ts';
import { MAX_DEPTH, MAX_STEPS } from './walk.ts';

/** Sub-flows that are not there, contain themselves, need facts that nobody gives, or make a walk too long. */
export function lintSubFlows(flows: Flows, flow: Flow): Problem[] {
  const subs = flow.steps.filter((step) => step.kind === 'sub');
  const problems = subs.flatMap((step): Problem[] => {
    const at = { flow: flow.id, step: step.id };
    const sub = flows.get(step.flow);
    if (!sub) return [{ ...at, code: 'unknown-flow', message: `there is no flow "${step.flow}"` }];
    if (depthOf(flows, sub, [flow.id]) + 1 > MAX_DEPTH) {
      return [
        { ...at, code: 'recursive-flow', message: `"${step.flow}" contains itself, or nests deeper than ${MAX_DEPTH}` },
      ];
    }
    return sub.facts
      .filter((fact) => !flow.facts.includes(fact))
      .map((fact) => ({
        ...at,
        code: 'unknown-fact',
        message: `"${step.flow}" reads the fact "${fact}", declare it here too`,
      }));
  });
  if (problems.some(({ code }) => code !== 'unknown-fact')) return problems;
  const steps = longest(flows, flow);
  if (steps <= MAX_STEPS) return problems;
  const message = `a walk may take ${steps} steps, more than ${MAX_STEPS}: lower a repeat's max`;
  return [...problems, { flow: flow.id, code: 'too-many-steps', message }];
}

function depthOf(flows: Flows, flow: Flow, above: readonly string[]): number {
  if (above.includes(flow.id) || above.length > MAX_DEPTH) return Infinity;
  const inner = flow.steps.flatMap((step) => {
    const sub = step.kind === 'sub' ? flows.get(step.flow) : undefined;
    return sub ? [depthOf(flows, sub, [...above, flow.id])] : [];
  });
  return 1 + Math.max(0, ...inner);
}

function longest(flows: Flows, flow: Flow, depth = 1): number {
  if (depth > MAX_DEPTH) return 0;
  return flow.steps.reduce((steps, step) => {
    const sub = step.kind === 'sub' ? flows.get(step.flow) : undefined;
    const rounds = step.kind === 'sub' ? (step.repeat?.max ?? 1) : 0;
    return steps + 1 + (sub ? rounds * longest(flows, sub, depth + 1) : 0);
  }, 0);
}
