import type { AskStep, Flow, Step } from './flow.ts';

/** An expression of a flow, where it stands, and what it may read there. */
export type Use = {
  readonly expression: string;
  /** For messages: `when`, `go`, `values.plan`. */
  readonly place: string;
  readonly wants: 'truth' | 'anything';
  readonly step?: string;
  /** The step's own answer is known: in `go` and `while`. */
  readonly isAfter?: boolean;
  readonly mayRead?: 'value' | 'last';
};

type Part = Omit<Use, 'step'>;

/** Every expression of a flow; computed ones belong to no step. */
export const expressionsOf = (flow: Flow): Use[] => [
  ...Object.entries(flow.computed).map(([name, expression]): Use => anything(`computed.${name}`, expression)),
  ...flow.steps.flatMap((step) => stepExpressions(step).map((part): Use => ({ ...part, step: step.id }))),
];

function stepExpressions(step: Step): Part[] {
  const when = optional('when', step.when, truth);
  if (step.kind === 'end') return when;
  return [
    ...when,
    ...(step.go ?? []).map((jump): Part => ({ ...truth('go', jump.if), isAfter: true })),
    ...Object.entries(step.values ?? {}).map(([blank, expression]) => anything(`values.${blank}`, expression)),
    ...optional('variants', step.variants?.by, anything),
    ...(step.kind === 'ask' ? askExpressions(step) : []),
    ...(step.kind === 'sub'
      ? optional('while', step.repeat?.while, truth).map((part): Part => ({ ...part, isAfter: true, mayRead: 'last' }))
      : []),
  ];
}

function askExpressions({ wait, offers }: AskStep): Part[] {
  const offered = optional('offers', offers, anything);
  if (wait.kind === 'number') {
    return [...offered, ...optional('rule', wait.rule, truth).map((part): Part => ({ ...part, mayRead: 'value' }))];
  }
  if (wait.kind !== 'choice' && wait.kind !== 'choices') return offered;
  const conditions = (wait.options ?? []).flatMap((option) =>
    typeof option === 'string' ? [] : [truth(`option ${option.id}`, option.when)],
  );
  return [...offered, ...optional('optionsFrom', wait.optionsFrom, anything), ...conditions];
}

const truth = (place: string, expression: string): Part => ({ place, expression, wants: 'truth' });
const anything = (place: string, expression: string): Part => ({ place, expression, wants: 'anything' });

const optional = (
  place: string,
  expression: string | undefined,
  make: (place: string, expression: string) => Part,
): Part[] => (expression === undefined ? [] : [make(place, expression)]);
