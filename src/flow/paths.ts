import type { Flow, Step } from './flow.ts';
import { isConstant } from './reads.ts';

/** Which steps may come right after which, by index; conditions are taken as sometimes true. */
function nextSteps(flow: Flow): readonly ReadonlySet<number>[] {
  return flow.steps.map((step, index) => new Set(nextOf(flow, step, index)));
}

function nextOf(flow: Flow, step: Step, index: number): number[] {
  const passedOver = step.when === undefined || isConstant(step.when, true) ? [] : [index + 1];
  if (isConstant(step.when, false)) return [index + 1];
  if (step.kind === 'end') return passedOver;
  const jumps = step.go ?? [];
  const indexOf = (id: string): number => flow.steps.findIndex((other) => other.id === id);
  const sure = jumps.findIndex((jump) => isConstant(jump.if, true) && indexOf(jump.to) > index);
  const taken = (sure < 0 ? jumps : jumps.slice(0, sure + 1))
    .filter((jump) => !isConstant(jump.if, false))
    .map((jump) => indexOf(jump.to))
    .filter((target) => target > index);
  return [...passedOver, ...taken, ...(sure < 0 || mayBeEmpty(step) ? [index + 1] : [])];
}

// A choice whose options may all be missing is passed over then, and there is no jump.
function mayBeEmpty(step: Step): boolean {
  if (step.kind !== 'ask' || (step.wait.kind !== 'choice' && step.wait.kind !== 'choices')) return false;
  return (step.wait.options ?? []).every((option) => typeof option !== 'string');
}

/** For each step, the steps that may have come before it, by index. Steps never reached have none and are not in it. */
export function earlierSteps(flow: Flow): ReadonlyMap<number, ReadonlySet<number>> {
  const next = nextSteps(flow);
  const earlier = new Map<number, Set<number>>([[0, new Set()]]);
  // Jumps go forwards only, so one pass in order is enough.
  for (const index of flow.steps.keys()) {
    const before = earlier.get(index);
    if (!before) continue;
    for (const target of next[index] ?? []) {
      const known = earlier.get(target) ?? new Set<number>();
      earlier.set(target, known.union(before).add(index));
    }
  }
  return earlier;
}
