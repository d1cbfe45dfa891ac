import type { AskStep, Flow, Flows, Step } from './flow.ts';
import { optionKey } from './step-text.ts';
import type { TextPart } from './text-limits.ts';

/** A text that a flow says: what it is (for its length), and the blanks that are filled when it is said. */
export type NeededText = {
  readonly flow: string;
  readonly step?: string;
  readonly key: string;
  readonly part: TextPart;
  readonly blanks: readonly string[];
  /** Said when it is there, not missed when it is not. */
  readonly isOptional?: boolean;
};

/** Every text of every flow. A flow that is only ever part of another needs no title. */
export function neededTexts(flows: Flows): NeededText[] {
  const parts = new Set(
    [...flows.values()].flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'sub' ? [step.flow] : []))),
  );
  return [...flows.values()].flatMap((flow) => [
    ...(parts.has(flow.id) ? [] : [{ flow: flow.id, key: `${flow.id}.title`, part: 'title', blanks: [] } as const]),
    ...flow.steps.flatMap((step) => stepTexts(flow, step)),
  ]);
}

function stepTexts(flow: Flow, step: Step): NeededText[] {
  if (step.kind === 'end' || step.kind === 'sub') return [];
  const key = `${flow.id}.${step.id}`;
  const blanks = Object.keys(step.values ?? {});
  const said = step.variants ? step.variants.of.map((variant) => `${key}.${variant}`) : [key];
  const texts = said.map((each): NeededText => ({ flow: flow.id, step: step.id, key: each, part: 'text', blanks }));
  return step.kind === 'ask' ? [...texts, ...askTexts(flow, step, key)] : texts;
}

function askTexts(flow: Flow, step: AskStep, key: string): NeededText[] {
  const text = (name: string, part: TextPart): NeededText => ({
    flow: flow.id,
    step: step.id,
    key: name,
    part,
    blanks: [],
  });
  return [
    // It may name what the question is about.
    { ...text(`${key}.label`, 'label'), blanks: Object.keys(step.values ?? {}) },
    ...(step.help ? [text(`${key}.help`, 'help')] : []),
    ...placeholderTexts(step, text(`${key}.placeholder`, 'placeholder')),
    ...(step.wait.kind === 'number' && step.wait.rule !== undefined ? [text(`${key}.rule`, 'text')] : []),
    ...optionIds(step).map((id) => text(optionKey(flow, step, id), 'option')),
  ];
}

function placeholderTexts({ wait }: AskStep, placeholder: NeededText): NeededText[] {
  if (wait.kind === 'text' || wait.kind === 'long-text') return [placeholder];
  return wait.kind === 'number' || wait.kind === 'person' ? [{ ...placeholder, isOptional: true }] : [];
}

const optionIds = ({ wait }: AskStep): string[] =>
  wait.kind === 'choice' || wait.kind === 'choices'
    ? (wait.options ?? []).map((option) => (typeof option === 'string' ? option : option.id))
    : [];
