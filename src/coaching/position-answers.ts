import { answered } from '../flow/answered.ts';
import type { AskStep, Flow } from '../flow/flow.ts';
import type { AnswerValue, Session } from '../flow/session.ts';
import { labelText, optionKey, personText } from '../flow/step-text.ts';
import { literal, type Text } from '../flow/text.ts';
import type { World } from '../flow/turn.ts';
import type { Exercise } from './exercise.ts';
import type { Version } from './position.ts';

/** What was answered in one conversation. */
type Given = Pick<Version, 'id' | 'answers'>;

/** One answer of an exercise, ready to be read. `round`: of a question that is asked several times, from 1. */
export type Answer = {
  readonly address: string;
  readonly label: Text;
  readonly round: number | null;
  readonly value: Text;
};

/** "One more?" only leads on to the next question. */
const LEADS_ON = /\.another$/;

/**
 * The answers that a version came from, in the order in which they were given. What the flow asks no longer is left
 * out: nobody could say what it was about.
 */
export function answersOf(world: World, { flow: id }: Pick<Exercise, 'flow'>, version: Given): readonly Answer[] {
  const flow = world.flows.get(id);
  if (!flow) return [];
  const walked = new Map(answered(world, sessionOf(flow, version)).map((taken) => [taken.address, taken.value]));
  return Object.entries(version.answers).flatMap(([address, { value }]): Answer[] => {
    const place = LEADS_ON.test(address) ? null : placeOf(world.flows, flow, address);
    if (!place || value === null) return [];
    const told = walked.get(address) ?? valueText(place, value);
    return [{ address, label: labelText(place), round: roundOf(address), value: told }];
  });
}

/**
 * The conversation that it was, as far as it is known: it tells what an option was called that the flow makes of other
 * answers. What was known when it began is not kept.
 */
const sessionOf = (flow: Flow, { id, answers }: Given): Session => ({
  id: id.slice(0, 100),
  flow: flow.id,
  version: flow.version,
  facts: {},
  answers: Object.fromEntries(
    Object.entries(answers).map(([address, given]) => [address, { ...given, followUps: 0, settled: true }]),
  ),
  at: null,
  said: [],
  turn: 0,
  draft: {},
});

type Place = { readonly flow: Flow; readonly step: AskStep };

/** The question at `pillars[0].name`: a step of the flow that the step `pillars` leads into. */
function placeOf(flows: World['flows'], flow: Flow, address: string): Place | null {
  const [first = '', ...rest] = address.split('.');
  const step = flow.steps.find(({ id }) => id === first.replace(/\[\d+\]$/, ''));
  if (rest.length === 0) return step?.kind === 'ask' ? { flow, step } : null;
  const inner = step?.kind === 'sub' ? flows.get(step.flow) : undefined;
  return inner ? placeOf(flows, inner, rest.join('.')) : null;
}

function roundOf(address: string): number | null {
  const round = /\[(\d+)\]/.exec(address)?.[1];
  return round === undefined ? null : Number(round) + 1;
}

function valueText(place: Place, value: AnswerValue): Text {
  if (typeof value === 'number') return { key: 'literal', values: { text: value } };
  if (typeof value === 'string') return optionText(place, value);
  if (Array.isArray(value)) return { key: 'literal', values: { text: value.map((id) => optionText(place, id)) } };
  return 'name' in value ? literal(value.name) : personText(value.member);
}

/** The label of an option that the flow names itself; what a person typed, and options made of other answers, as they are. */
function optionText({ flow, step }: Place, id: string): Text {
  const options = step.wait.kind === 'choice' || step.wait.kind === 'choices' ? (step.wait.options ?? []) : [];
  const isNamed = options.some((option) => (typeof option === 'string' ? option : option.id) === id);
  return isNamed ? { key: optionKey(flow, step, id) } : literal(id);
}
