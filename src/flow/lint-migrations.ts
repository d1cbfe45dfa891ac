import type { Flow, Migration } from './flow.ts';
import type { Problem } from './problem.ts';

/** Migrations that can never run, or that lead to steps that are not there. */
export function lintMigrations(flow: Flow): Problem[] {
  const froms = flow.migrations.map(({ from }) => from);
  const messages = flow.migrations.flatMap((migration, index) => [
    ...(migration.from >= flow.version ? [`from ${migration.from}: the flow is only at version ${flow.version}`] : []),
    ...(froms.indexOf(migration.from) < index ? [`from ${migration.from}: there are two`] : []),
    ...renameProblems(flow, migration),
  ]);
  return messages.map((message) => ({ flow: flow.id, code: 'bad-migration', message }));
}

function renameProblems(flow: Flow, { from, rename }: Migration): string[] {
  const ids = new Set(flow.steps.map((step) => step.id));
  return Object.entries(rename).flatMap(([before, after]) => {
    if (before.split('.').length !== after.split('.').length) return [`rename ${before}: ${after} has another depth`];
    // Only the last migration must lead to steps of today: a later one may rename again.
    const isLast = from === flow.version - 1;
    return isLast && !ids.has(after.split('.')[0] ?? '') ? [`rename ${before}: there is no step ${after}`] : [];
  });
}
