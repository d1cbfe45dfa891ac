import type { Flows } from '../flow/flow.ts';

/** The rule that reviews each question, by the question's code: `E1.3` → `audience`. */
export const reviewedCodes = (flows: Flows): ReadonlyMap<string, string> =>
  new Map(
    [...flows.values()]
      .flatMap(({ steps }) => steps)
      .flatMap((step) => (step.kind === 'ask' && step.code && step.review ? [[step.code, step.review] as const] : [])),
  );
