import { known } from './expression.ts';
import { own } from './fold.ts';
import { listedOptions } from './options.ts';
import { helpText, labelText, stepText } from './step-text.ts';
import type { Talk } from './talk.ts';
import type { Command, FollowUp, Question } from './turn.ts';
import { flowOf, walkAll, type Visit } from './walk.ts';

/** A question with nothing left to evaluate; `among` are the questions it is numbered with. */
export function toQuestion(talk: Talk, visit: Visit, among: readonly Visit[]): Question {
  const { session } = talk;
  const { flow, step, address, scope, options, given } = visit;
  const draft = own(session.draft, address);
  const followUp = followUpOf(talk, visit);
  return {
    session: session.id,
    flow: flow.id,
    step: step.id,
    address,
    text: stepText(flow, step, scope),
    label: labelText(visit),
    ...(step.help && { help: helpText(visit) }),
    wait: step.wait,
    options,
    optional: step.optional,
    audience: step.audience,
    ...(given && given.value !== null && { given: given.value }),
    ...(draft !== undefined && { draft }),
    ...(followUp && { followUp }),
    commands: commandsAt(talk, visit),
    number: among.findIndex((other) => other.address === address) + 1,
    total: among.length,
  };
}

function commandsAt(talk: Talk, visit: Visit): Command[] {
  const { world, session } = talk;
  const isLong = flowOf(world.flows, session.flow).facts.includes('light') && session.facts['light'] !== true;
  return [
    ...(mayKeep(talk, visit) ? (['keep'] as const) : []),
    ...(visit.step.optional ? (['skip'] as const) : []),
    'back',
    ...(isLong ? (['light'] as const) : []),
  ];
}

/** Whether there is an answer to be left as it is. One that was given to other words is to be given anew. */
export const mayKeep = (talk: Talk, visit: Visit): boolean =>
  visit.given !== undefined &&
  visit.given.value !== null &&
  (visit.given.settled || visit.given.preset === true || followUpOf(talk, visit) !== undefined);

/** The question as asked in the conversation: numbered among all that would show with what is answered so far. */
export const toAskedQuestion = (talk: Talk, visit: Visit): Question => toQuestion(talk, visit, walkAll(talk).visits);

/** What the review says of an answer it has asked to sharpen; undefined when no follow-up is open. */
export function followUpOf({ world }: Talk, { step, scope, given }: Visit): FollowUp | undefined {
  if (!step.review || !given || given.settled || given.followUps === 0) return undefined;
  if (typeof given.value !== 'string') return undefined;
  const offers = step.offers === undefined ? [] : listedOptions(step.offers, scope);
  const judged = world.review(step.review, given.value, known(scope));
  // Nobody is told the same twice.
  return { ...judged, ...(given.again && { why: { key: 'conversation.asked-again' } }), offers };
}
