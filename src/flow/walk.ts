import { refusalOf } from './check-answer.ts';
import { evaluate, isTrue, type Scope } from './expression.ts';
import { FlowError } from './flow-error.ts';
import type { AskStep, Flow, Step, SubStep } from './flow.ts';
import { own } from './fold.ts';
import { shownOptions } from './options.ts';
import type { Given, JsonValue, Session } from './session.ts';
import { stepText } from './step-text.ts';
import type { Talk } from './talk.ts';
import type { Text } from './text.ts';
import type { ShownOption, World } from './turn.ts';

export const MAX_STEPS = 500;
export const MAX_DEPTH = 5;

/** A question where the walk came to it: what an answer to it may be, and what its expressions read. */
export type Place = {
  readonly flow: Flow;
  readonly step: AskStep;
  readonly address: string;
  readonly scope: Scope;
  readonly options: readonly ShownOption[];
};

/** `given`: an answer that fits. `open`: there is none, or it is not settled. */
export type Visit = Place & { readonly given: Given | undefined; readonly open: boolean };

export type Walk = {
  readonly visits: readonly Visit[];
  readonly says: readonly { readonly address: string; readonly text: Text }[];
};

type Answers = Record<string, JsonValue>;
type GivenAt = (place: Place) => Given | undefined;
type Trail = {
  readonly flows: World['flows'];
  readonly session: Session;
  readonly givenAt: GivenAt;
  readonly goesPastOpen: boolean;
  readonly visits: Visit[];
  readonly says: { readonly address: string; readonly text: Text }[];
  steps: number;
};
type Part = {
  readonly flow: Flow;
  readonly prefix: string;
  readonly depth: number;
  /** Which time a repeated sub-flow is walked. */
  readonly round?: number;
  /** Of the long form, answered before the short one was asked for: what was given counts, no more is asked. */
  readonly isKept?: boolean;
  /** What the flow that this is a part of has computed by now: a review knows of it here too. */
  readonly outer?: Scope['computed'];
};

/** Walks the flow from the top over the recorded answers, up to the first question that is open. */
export const walkToOpen = (talk: Talk): Walk => walk(talk, { goesPastOpen: false, givenAt: givenIn(talk) });

/** Walks past open questions too, as a form does: conditions on answers not given count as not true. */
export const walkAll = (talk: Talk, givenAt: GivenAt = givenIn(talk)): Walk =>
  walk(talk, { goesPastOpen: true, givenAt });

const givenIn =
  ({ session }: Talk): GivenAt =>
  ({ address }) =>
    own(session.answers, address);

export function flowOf(flows: World['flows'], id: string): Flow {
  const flow = flows.get(id);
  if (!flow) throw new FlowError('UNKNOWN_FLOW', `there is no flow ${id}`);
  return flow;
}

function walk({ world, session }: Talk, how: Pick<Trail, 'givenAt' | 'goesPastOpen'>): Walk {
  const trail: Trail = { ...how, flows: world.flows, session, visits: [], says: [], steps: 0 };
  walkFlow(trail, { flow: flowOf(world.flows, session.flow), prefix: '', depth: 1 });
  return trail;
}

/** The answers of this flow, or null when the walk stopped at an open question in it. */
function walkFlow(trail: Trail, part: Part): Answers | null {
  if (part.depth > MAX_DEPTH) throw new FlowError('TOO_DEEP', `${part.flow.id}: sub-flows deeper than ${MAX_DEPTH}`);
  const answers: Answers = {};
  for (let index = 0; index < part.flow.steps.length;) {
    const step = part.flow.steps[index];
    if (!step) break;
    if (++trail.steps > MAX_STEPS) throw new FlowError('TOO_MANY_STEPS', `${part.flow.id}/${step.id}: too many steps`);
    const before = scopeOf(trail, part, answers);
    const at = { step, answers, scope: before };
    const entered = step.when === undefined || isTrue(step.when, before);
    if (entered && step.kind === 'end') break;
    const kept = !entered && isOfLongForm(trail, part.prefix + step.id, at);
    const passed = entered || kept ? walkStep(trail, kept ? { ...part, isKept: true } : part, at) : 'over';
    if (passed === 'stop') return null;
    index = passed === 'over' ? index + 1 : indexAfter(part.flow, index, scopeOf(trail, part, answers));
  }
  return answers;
}

/** Whether the short form leaves this step out, which was answered before it was asked for. */
function isOfLongForm({ session }: Trail, address: string, { step, scope }: At<Step>): boolean {
  if (session.facts['light'] !== true || step.when === undefined) return false;
  const isAnswered = Object.keys(session.answers).some(
    (given) => given === address || given.startsWith(`${address}.`) || given.startsWith(`${address}[`),
  );
  return isAnswered && isTrue(step.when, { ...scope, facts: { ...scope.facts, light: false } });
}

type At<S extends Step> = { readonly step: S; readonly answers: Answers; readonly scope: Scope };

function walkStep(trail: Trail, part: Part, at: At<Step>): 'on' | 'over' | 'stop' {
  const { step, answers, scope } = at;
  switch (step.kind) {
    case 'end':
      return 'on';
    case 'say':
      trail.says.push({ address: part.prefix + step.id, text: stepText(part.flow, step, scope) });
      return 'on';
    case 'ask':
      return walkAsk(trail, part, { step, answers, scope });
    case 'sub':
      return walkSub(trail, part, { step, answers, scope });
  }
}

function walkAsk(trail: Trail, part: Part, { step, answers, scope }: At<AskStep>): 'on' | 'over' | 'stop' {
  const options = shownOptions(part.flow, step, scope);
  // A list with nothing in it can't be answered, so it is not asked.
  if ((step.wait.kind === 'choice' || step.wait.kind === 'choices') && options.length === 0) return 'over';
  const place: Place = { flow: part.flow, step, address: part.prefix + step.id, scope, options };
  const given = fitting(place, trail.givenAt(place));
  if (part.isKept && !given) return 'over';
  const open = !given?.settled && !part.isKept;
  trail.visits.push({ ...place, given, open });
  if (given) answers[step.id] = given.value;
  return open && !trail.goesPastOpen ? 'stop' : 'on';
}

/** The answer, if it is one here: options, limits and rules may have changed since it was given. */
export function fitting(place: Place, given: Given | undefined): Given | undefined {
  if (!given) return undefined;
  const fits = given.value === null ? place.step.optional : refusalOf(place, given.value) === undefined;
  return fits ? given : undefined;
}

function walkSub(trail: Trail, part: Part, { step, answers }: At<SubStep>): 'on' | 'stop' {
  const flow = flowOf(trail.flows, step.flow);
  const address = part.prefix + step.id;
  const { round: _, ...outside } = part;
  const { computed: outer } = scopeOf(trail, part, answers);
  const inside = { ...outside, flow, depth: part.depth + 1, outer };
  if (!step.repeat) {
    const inner = walkFlow(trail, { ...inside, prefix: `${address}.` });
    if (inner) answers[step.id] = inner;
    return inner ? 'on' : 'stop';
  }
  const rounds: Answers[] = [];
  for (let again = true; again && rounds.length < step.repeat.max;) {
    const round = rounds.length + 1;
    const last = walkFlow(trail, { ...inside, round, prefix: `${address}[${rounds.length}].` });
    if (!last) return 'stop';
    rounds.push(last);
    answers[step.id] = [...rounds];
    again = isTrue(step.repeat.while, { ...scopeOf(trail, part, answers), last });
  }
  return 'on';
}

function indexAfter(flow: Flow, index: number, scope: Scope): number {
  const step = flow.steps[index];
  const go = step && step.kind !== 'end' ? step.go?.find((jump) => isTrue(jump.if, scope)) : undefined;
  if (!go) return index + 1;
  const target = flow.steps.findIndex((candidate) => candidate.id === go.to);
  if (target < 0) throw new FlowError('UNKNOWN_STEP', `${flow.id}: there is no step ${go.to}`);
  if (target <= index) throw new FlowError('BACKWARD_JUMP', `${flow.id}: a jump back to ${go.to}`);
  return target;
}

function scopeOf(trail: Trail, { flow, round, outer = {} }: Part, answers: Answers): Scope {
  const { facts } = trail.session;
  const computed: Record<string, JsonValue> = { ...outer };
  const given = { ...answers };
  for (const [name, expression] of Object.entries(flow.computed)) {
    const value = evaluate(expression, { answers: given, facts, computed });
    if (value !== undefined) computed[name] = value;
  }
  return { answers: given, facts, computed, ...(round !== undefined && { round }) };
}
