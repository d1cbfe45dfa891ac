import { changeable } from './change.ts';
import { followUpOf, mayKeep } from './question.ts';
import { refuse } from './refuse.ts';
import { helpText, labelText } from './step-text.ts';
import { plainGiven, takeAsItIs } from './take.ts';
import { withSession, type Talk } from './talk.ts';
import { ask, askAgain, finish, goOn, say, takenEffect, waitingVisit } from './turn-end.ts';
import type { Command, Effect, Turn } from './turn.ts';
import { flowOf, walkToOpen, type Visit } from './walk.ts';

/** Carries out a command; each is understood at every question. */
export function obey(talk: Talk, command: Command, address?: string): Turn {
  switch (command) {
    case 'back':
      return back(talk);
    case 'skip':
      return skip(talk);
    case 'keep':
      return keep(talk);
    case 'stop':
      return finish(talk, { outcome: 'stopped', before: [say('conversation.stopped')] });
    case 'help':
      return help(talk);
    case 'explain':
      return explain(talk);
    case 'repeat':
      return askAgain(talk);
    case 'later':
      return { session: talk.session, effects: [say('conversation.later')] };
    case 'light':
      return lighten(talk);
    case 'change':
      return change(talk, address);
  }
}

/** Whether the flow has a short form that may still be switched to. */
export const canLighten = ({ world, session }: Talk): boolean =>
  flowOf(world.flows, session.flow).facts.includes('light') && session.facts['light'] !== true;

function back(talk: Talk): Turn {
  const { visits } = walkToOpen(talk);
  const here = visits.findIndex((visit) => visit.address === talk.session.at);
  const earlier = here < 0 ? visits.findLast((visit) => !visit.open) : visits[here - 1];
  return earlier ? ask(talk, earlier) : askAgain(talk, [say('conversation.first-question')]);
}

function skip(talk: Talk): Turn {
  const visit = waitingVisit(talk);
  if (!visit) return goOn(talk);
  const isOffered = visit.given?.preset === true && visit.step.optional;
  if (isAnswered(visit) && !isOffered) return keep(talk);
  if (visit.step.optional) return takeAsItIs(talk, visit, { given: plainGiven(null) });
  return ask(talk, visit, [{ kind: 'say', text: refuse('required').text }]);
}

/** Settles what was given, and goes on: to the question that is open, or, when all is answered, to the next one. */
function keep(talk: Talk): Turn {
  const visit = waitingVisit(talk);
  if (!visit?.given) return askAgain(talk);
  const before = followUpOf(talk, visit) ? [say('conversation.kept-as-is')] : [];
  const kept = takeAsItIs(talk, visit, { given: visit.given, before });
  if (kept.session) return kept;
  const { visits } = walkToOpen(talk);
  const next = visits[visits.findIndex(({ address }) => address === visit.address) + 1];
  return next ? ask(talk, next, [takenEffect(visit, visit.given.value)]) : kept;
}

const isAnswered = (visit: Visit): boolean => visit.given !== undefined;

/** What the question means; where it has nothing of its own to say, what one may do. */
function explain(talk: Talk): Turn {
  const own = ownHelp(waitingVisit(talk));
  return own.length > 0 ? askAgain(talk, own) : help(talk);
}

const ownHelp = (visit: Visit | undefined): Effect[] =>
  visit?.step.help ? [{ kind: 'say', text: helpText(visit) }] : [];

function help(talk: Talk): Turn {
  const visit = waitingVisit(talk);
  const isGiven = visit !== undefined && mayKeep(talk, visit);
  const words = say('conversation.help', {
    skip: visit?.step.optional && !isGiven ? 'yes' : 'no',
    keep: isGiven ? 'yes' : 'no',
    light: canLighten(talk) ? 'yes' : 'no',
  });
  return askAgain(talk, [...ownHelp(visit), words]);
}

function lighten(talk: Talk): Turn {
  if (!canLighten(talk)) return askAgain(talk);
  const facts = { ...talk.session.facts, light: true };
  return goOn(withSession(talk, { ...talk.session, facts }), [say('conversation.light')]);
}

function change(talk: Talk, address: string | undefined): Turn {
  const answered = changeable(talk);
  const wanted = answered.find((visit) => visit.address === address);
  if (wanted) return ask(talk, wanted);
  if (answered.length === 0) return askAgain(talk, [say('conversation.nothing-to-change')]);
  return askAgain(talk, [say('conversation.change-what', { labels: answered.map(labelText) })]);
}
