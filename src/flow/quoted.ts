import { readsOf } from './reads.ts';
import type { Given } from './session.ts';
import { withSession, type Talk } from './talk.ts';
import { walkAll, type Visit } from './walk.ts';

/**
 * Opens again the questions that quote an answer which is another one now: what was said to the old words may not
 * hold for the new. Nothing is lost, for the answers stay in place until they are given anew or kept.
 */
export function reopenQuoting(talk: Talk, changed: string): Talk {
  const quoting = walkAll(talk)
    .visits.filter((visit) => visit.given?.settled && quotes(visit, changed))
    .flatMap(({ address, given }): [string, Given][] => (given ? [[address, { ...given, settled: false }]] : []));
  if (quoting.length === 0) return talk;
  const answers = { ...talk.session.answers, ...Object.fromEntries(quoting) };
  return withSession(talk, { ...talk.session, answers });
}

/** Within its own flow a question reads `answers.<step>`, which stands at the same prefix. */
function quotes({ step, address }: Visit, changed: string): boolean {
  const prefix = address.slice(0, -step.id.length);
  return Object.values(step.values ?? {})
    .flatMap((expression) => readsOf(expression).reads)
    .some(({ root, path }) => root === 'answers' && `${prefix}${path[0]}` === changed);
}
