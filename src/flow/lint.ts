import type { Flow, Flows } from './flow.ts';
import { lintExpressions } from './lint-expressions.ts';
import { lintMigrations } from './lint-migrations.ts';
import { lintPaths } from './lint-paths.ts';
import { lintSubFlows } from './lint-sub-flows.ts';
import { lintWaits } from './lint-waits.ts';
import { lintWords, type Catalogs } from './lint-words.ts';
import type { Problem } from './problem.ts';

/** Everything that is wrong with the flows and their words; `knownRules` are the reviews there are. */
export function lintFlows(flows: Flows, catalogs: Catalogs, knownRules: ReadonlySet<string>): Problem[] {
  const perFlow = [...flows.values()].flatMap((flow) => [
    ...lintPaths(flow),
    ...lintWaits(flow),
    ...lintReviews(flow, knownRules),
    ...lintExpressions(flows, flow),
    ...lintMigrations(flow),
    ...lintSubFlows(flows, flow),
  ]);
  return [...perFlow, ...lintWords(flows, catalogs)];
}

function lintReviews(flow: Flow, knownRules: ReadonlySet<string>): Problem[] {
  return flow.steps.flatMap((step): Problem[] => {
    if (step.kind !== 'ask') return [];
    const at = { flow: flow.id, step: step.id };
    const { review, offers, wait } = step;
    if (review === undefined) {
      return offers
        ? [{ ...at, code: 'unknown-rule', message: 'offers are for a follow-up, but nothing reviews this answer' }]
        : [];
    }
    if (!knownRules.has(review))
      return [{ ...at, code: 'unknown-rule', message: `there is no review rule "${review}"` }];
    if (wait.kind === 'text' || wait.kind === 'long-text') return [];
    return [{ ...at, code: 'review-of-no-text', message: `only a text can be reviewed, not a ${wait.kind}` }];
  });
}
