import { evaluate, type Scope } from './expression.ts';
import type { AskStep, Flow, SayStep, Step } from './flow.ts';
import type { JsonValue } from './session.ts';
import type { Text, TextValue } from './text.ts';

type Asking = { readonly flow: Flow; readonly step: AskStep; readonly scope?: Scope };

/** `<flow>.<step>` or `<flow>.<step>.<variant>`, its blanks filled. */
export function stepText(flow: Flow, step: AskStep | SayStep, scope: Scope): Text {
  const key = [keyOf(flow, step), variantOf(step, scope)].filter((part) => part !== undefined).join('.');
  const values = valuesOf(step, scope);
  return values ? { key, values } : { key };
}

function valuesOf(step: AskStep | SayStep, scope: Scope): Readonly<Record<string, TextValue>> | undefined {
  if (step.values === undefined) return undefined;
  const values = Object.entries(step.values).map(([blank, expression]): [string, TextValue] => [
    blank,
    toTextValue(evaluate(expression, scope)),
  ]);
  return Object.fromEntries(values);
}

/** With the blanks of the question, where what is known of it is given. */
export const labelText = ({ flow, step, scope }: Asking): Text => {
  const values = scope && valuesOf(step, scope);
  return { key: `${keyOf(flow, step)}.label`, ...(values && { values }) };
};
export const helpText = ({ flow, step }: Asking): Text => ({ key: `${keyOf(flow, step)}.help` });
export const ruleText = ({ flow, step }: Asking): Text => ({ key: `${keyOf(flow, step)}.rule` });

/** Where the options' labels are: the step's own, or shared between steps. */
export const optionKey = (flow: Flow, step: AskStep, option: string): string => {
  const shared = step.wait.kind === 'choice' || step.wait.kind === 'choices' ? step.wait.labels : undefined;
  return `${shared ?? `${keyOf(flow, step)}.option`}.${option}`;
};

/** A member, as the surface mentions them: `<team>:<user>` is the user's id there. */
export const personText = (member: string): Text => ({
  key: 'person',
  values: { id: member.split(':').at(-1) ?? member },
});

const keyOf = (flow: Flow, step: Step): string => `${flow.id}.${step.id}`;

function variantOf(step: AskStep | SayStep, scope: Scope): string | undefined {
  if (step.variants === undefined) return undefined;
  const wanted = toTextValue(evaluate(step.variants.by, scope));
  return (
    step.variants.of.find((variant) => variant === `${typeof wanted === 'object' ? '' : wanted}`) ?? step.variants.of[0]
  );
}

function toTextValue(value: JsonValue | undefined): TextValue {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map(toTextValue);
  const { label, name, member } = value;
  return typeof member === 'string' ? personText(member) : toTextValue(label ?? name);
}
