import type { AskStep, Flow, Wait } from './flow.ts';
import type { Problem } from './problem.ts';
import { isSafePattern } from './safe-pattern.ts';

type Found = Pick<Problem, 'code' | 'message'>;
type Of<Kind extends Wait['kind']> = Extract<Wait, { kind: Kind }>;

/** Questions that nobody could answer, or not as their author meant. */
export const lintWaits = (flow: Flow): Problem[] =>
  flow.steps.flatMap((step) =>
    step.kind === 'ask' ? waitProblems(flow, step).map((found) => ({ flow: flow.id, step: step.id, ...found })) : [],
  );

function waitProblems(flow: Flow, { wait }: AskStep): Found[] {
  switch (wait.kind) {
    case 'text':
    case 'long-text':
      return [...emptyRange(wait), ...patternProblems(wait.pattern)];
    case 'number':
    case 'scale':
      return emptyRange(wait);
    case 'choice':
      return optionProblems(wait);
    case 'choices':
      return [...optionProblems(wait), ...emptyRange(wait), ...exclusiveProblems(wait)];
    case 'date':
      return [...dayProblems(wait), ...todayProblems(flow)];
    case 'time':
      return timeProblems(wait);
    case 'person':
      return [];
  }
}

const emptyRange = ({ min, max }: { readonly min: number; readonly max: number }): Found[] =>
  min > max ? [{ code: 'dead-end', message: `nobody can answer: min ${min} is over max ${max}` }] : [];

function patternProblems(pattern: string | undefined): Found[] {
  if (pattern === undefined || isSafePattern(pattern)) return [];
  return [{ code: 'unsafe-pattern', message: `the pattern ${pattern} is broken, or slow on hostile text` }];
}

const idsOf = (wait: Of<'choice' | 'choices'>): string[] =>
  (wait.options ?? []).map((option) => (typeof option === 'string' ? option : option.id));

function optionProblems(wait: Of<'choice' | 'choices'>): Found[] {
  const ids = idsOf(wait);
  if (ids.length === 0 && wait.optionsFrom === undefined) {
    return [{ code: 'no-options', message: 'there is nothing to choose from: give options or optionsFrom' }];
  }
  const twice = ids.filter((id, index) => ids.indexOf(id) < index);
  return twice.map((id) => ({ code: 'duplicate-option', message: `option "${id}" is there twice` }));
}

const exclusiveProblems = (wait: Of<'choices'>): Found[] =>
  wait.exclusive
    .filter((id) => !idsOf(wait).includes(id))
    .map((id) => ({ code: 'unknown-option', message: `exclusive "${id}" is not among the options` }));

const dayProblems = ({ from, to }: Of<'date'>): Found[] =>
  from !== undefined && to !== undefined && from > to
    ? [{ code: 'bad-time', message: `from ${from} is after to ${to}` }]
    : [];

const todayProblems = (flow: Flow): Found[] =>
  flow.facts.includes('today')
    ? []
    : [{ code: 'unknown-fact', message: 'a date needs the fact "today", to understand "tomorrow"' }];

function timeProblems({ from, to }: Of<'time'>): Found[] {
  const bad = [from, to].filter((time) => time !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time));
  if (bad.length > 0) return bad.map((time) => ({ code: 'bad-time', message: `"${time}" is not HH:MM` }));
  return (from ?? '00:00') > (to ?? '23:59') ? [{ code: 'bad-time', message: `from ${from} is after to ${to}` }] : [];
}
