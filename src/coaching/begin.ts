import { advance, expire, resume, start, unasked } from '../flow/engine.ts';
import type { AnswerValue, JsonValue, Session } from '../flow/session.ts';
import { cardOf } from './check-in-card.ts';
import { checkInFacts } from './check-in-facts.ts';
import { keepTurn } from './conversation.ts';
import { dayOf } from './day.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { DAILY, EXERCISE, MANAGERS, ONBOARDING } from './flow-ids.ts';
import { PARKED_KEPT } from './keep-place.ts';
import type { Member } from './member.ts';
import type { Part, Press } from './post.ts';
import { oldButton } from './press-account.ts';

/** The question at which an edited check-in opens again. */
const FIRST_QUESTION = 'moved';

const press = (name: Press['name'], subject: string): Press => ({
  name,
  subject,
  text: { key: `coach.press.${name}` },
});

/**
 * Begins a flow, or goes on with it where it was left. Before anything else a person is told who sees what.
 * Another conversation that is open is never dropped: the person chooses to finish or to park it.
 */
export function begin(coaching: Coaching, member: Member, flow: string, moment: Moment): Decision {
  if (isOperators(flow) && member.welcomedOn === null && member.session?.flow !== ONBOARDING) {
    return begin(coaching, member, ONBOARDING, moment);
  }
  const card = flow === DAILY && !member.session ? cardOf(coaching.world, member, dayOf(member, moment.at)) : null;
  if (card) {
    const parts: Part[] = [
      { kind: 'text', text: { key: 'coach.check-in-done' } },
      { kind: 'card', card },
    ];
    return { member, parts };
  }
  if (member.session) return beside(coaching, member, { open: member.session, flow }, moment);
  const past = member.parked.find((session) => isPast(member, session, moment));
  if (past) return closeParked(coaching, member, { past, flow }, moment);
  const parked = member.parked.findLast((session) => session.flow === flow);
  if (parked) return unpark(coaching, member, parked, moment);
  // What it would be about is over, or is known only to the button that begins it.
  if (flow.startsWith(MANAGERS) || flow.startsWith(EXERCISE)) return oldButton(member);
  return startFresh(coaching, member, flow, moment);
}

/** Who only answers for an account is asked nothing that an operator is. */
const isOperators = (flow: string): boolean => flow !== ONBOARDING && !flow.startsWith(MANAGERS);

function startFresh(coaching: Coaching, member: Member, flow: string, moment: Moment): Decision {
  // A guest runs an account where an admin set them up to.
  if (flow === ONBOARDING && member.kind === 'guest' && member.account === null) {
    return { member, parts: [{ kind: 'text', text: { key: 'coach.guest' } }] };
  }
  const today = dayOf(member, moment.at);
  const facts: Record<string, JsonValue> = flow === DAILY ? checkInFacts(coaching, member, today) : { today };
  const turn = start(coaching.world, flow, { id: sessionId(flow, moment), facts });
  const told = flow === ONBOARDING ? { ...member, welcomedOn: member.welcomedOn ?? today } : member;
  return keepTurn(coaching, told, turn, moment);
}

/** What a conversation begins with: beside the day, its own facts; `given` are answers to be kept or changed. */
export type Begun = {
  readonly flow: string;
  readonly facts: Readonly<Record<string, JsonValue>>;
  readonly given?: Readonly<Record<string, AnswerValue>>;
  /** The facts by which it is known again: all of its own, unless these are named. */
  readonly about?: readonly string[];
};

/** Begins a flow that is about something: an ask, a week. The same one goes on; one about something else is another. */
export function startWith(coaching: Coaching, member: Member, begun: Begun, moment: Moment): Decision {
  const facts = { today: dayOf(member, moment.at), ...begun.facts };
  const { flow, given = {} } = begun;
  const fresh = unasked(coaching.world, flow, { id: sessionId(flow, moment), facts, given });
  if (member.session && isAbout(member.session, begun)) {
    return keepTurn(coaching, member, resume(coaching.world, member.session), moment);
  }
  const known = member.parked.findLast((session) => isAbout(session, begun));
  const parked = member.parked.filter((session) => session !== known && (session.flow !== flow || hasAnswers(session)));
  const waiting = known && hasAnswers(known) ? known : fresh;
  const { session: open } = member;
  if (open && (hasAnswers(open) || open.flow === ONBOARDING)) {
    return busy({ ...member, parked: [...parked, waiting].slice(-PARKED_KEPT) }, { open, flow });
  }
  const aside = open && open.flow !== flow ? [open] : [];
  return unpark(coaching, { ...member, session: null, parked: [...parked, ...aside] }, waiting, moment);
}

const isAbout = (session: Session, { flow, facts, about = Object.keys(facts) }: Begun): boolean =>
  session.flow === flow && about.every((name) => JSON.stringify(session.facts[name]) === JSON.stringify(facts[name]));

/** Whether the person has said anything in it. */
const hasAnswers = ({ answers, draft }: Session): boolean =>
  Object.values(answers).some(({ preset }) => preset !== true) || Object.keys(draft).length > 0;

/** Short, and different for each conversation: a button of an old one is known by it. */
const sessionId = (flow: string, moment: Moment): string => `${flow}@${moment.id}`.slice(0, 90);

/** What to do when a conversation is open already: the same one goes on, yesterday's check-in is closed with what it has. */
function beside(
  coaching: Coaching,
  member: Member,
  { open, flow }: { readonly open: Session; readonly flow: string },
  moment: Moment,
): Decision {
  if (isPast(member, open, moment)) {
    const closed = keepTurn(coaching, member, expire(coaching.world, open), moment);
    const next = begin(coaching, closed.member, flow, moment);
    return { ...closed, ...next, parts: [{ kind: 'text', text: { key: 'coach.closed-earlier' } }, ...next.parts] };
  }
  if (open.flow === flow || open.flow === ONBOARDING) {
    return keepTurn(coaching, member, resume(coaching.world, open), moment);
  }
  return hasAnswers(open) ? busy(member, { open, flow }) : park(coaching, member, flow, moment);
}

/** The person chooses: what is open first, or what they wish for. */
const busy = (member: Member, { open, flow }: { readonly open: Session; readonly flow: string }): Decision => ({
  member,
  parts: [
    { kind: 'text', text: { key: 'coach.busy', values: { title: { key: `${open.flow}.title` } } } },
    { kind: 'presses', presses: [press('finish-first', open.flow), press('park', flow)] },
  ],
});

/** A daily check-in belongs to its day. Other flows wait until their own time is over. */
function isPast(member: Member, session: Session, moment: Moment): boolean {
  return session.flow === DAILY && session.facts['today'] !== dayOf(member, moment.at);
}

/** Puts the open conversation aside, keeps it, and begins the other. */
export function park(coaching: Coaching, member: Member, flow: string, moment: Moment): Decision {
  if (!member.session) return begin(coaching, member, flow, moment);
  const waiting = member.parked.findLast((session) => session.flow === flow);
  const others = member.parked.filter((session) => session !== waiting);
  // What is begun next is the last: another of the same flow may just have been open.
  const parked = [...others, member.session, ...(waiting ? [waiting] : [])].slice(-PARKED_KEPT);
  return begin(coaching, { ...member, session: null, parked }, flow, moment);
}

function unpark(coaching: Coaching, member: Member, session: Session, moment: Moment): Decision {
  const rest = member.parked.filter(({ id }) => id !== session.id);
  return keepTurn(coaching, { ...member, parked: rest }, resume(coaching.world, session), moment);
}

/** A parked check-in of an earlier day is kept with what it has; then the wish is met. */
function closeParked(
  coaching: Coaching,
  member: Member,
  { past, flow }: { readonly past: Session; readonly flow: string },
  moment: Moment,
): Decision {
  const parked = member.parked.filter(({ id }) => id !== past.id);
  const closed = keepTurn(coaching, { ...member, parked }, expire(coaching.world, past), moment);
  return { ...closed, ...begin(coaching, closed.member, flow, moment) };
}

/** Opens today's check-in again: where it was left, or, finished, at its first question with every answer as it was given. */
export function edit(coaching: Coaching, member: Member, date: string, moment: Moment): Decision {
  const isOfDay = (session: Session | null): boolean => session?.flow === DAILY && session.facts['today'] === date;
  const { session, done } = member;
  const parked = member.parked.find(isOfDay);
  if (date === dayOf(member, moment.at)) {
    if (session && (isOfDay(session) || parked || isOfDay(done))) {
      return beside(coaching, member, { open: session, flow: session.flow }, moment);
    }
    if (parked) return unpark(coaching, member, parked, moment);
    if (done && isOfDay(done)) return openAgain(coaching, member, done, moment);
  }
  return { member, parts: [{ kind: 'text', text: { key: 'coach.edit-closed' } }] };
}

function openAgain(coaching: Coaching, member: Member, done: Session, moment: Moment): Decision {
  const again: Session = { ...done, id: sessionId(`edit-${done.flow}`, moment), at: FIRST_QUESTION };
  const turn = advance(coaching.world, again, { kind: 'command', command: 'repeat' });
  const decision = keepTurn(coaching, member, turn, moment);
  return { ...decision, parts: [{ kind: 'text', text: { key: 'coach.editing' } }, ...decision.parts] };
}
