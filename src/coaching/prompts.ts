import { expire, resume } from '../flow/engine.ts';
import { begin } from './begin.ts';
import type { Carry } from './carry.ts';
import { keepTurn } from './conversation.ts';
import { dayOf } from './day.ts';
import { DAILY } from './flow-ids.ts';
import type { Member } from './member.ts';
import { isDone } from './next-press.ts';
import type { Part } from './post.ts';

/** The day's check-in is asked for, unless it is given, or its day is over by now. */
export const checkInDue: Carry = (coaching, member, { occurrence: { date } }, moment) => {
  if (dayOf(member, moment.at) !== date || isGiven(member, date)) return { member, parts: [] };
  const decision = begin(coaching, member, DAILY, moment);
  const { session } = member;
  const isOpen = session?.flow === DAILY && session.facts['today'] === date;
  const key = isOpen ? 'coach.prompt-open' : 'coach.prompt';
  return { ...decision, parts: [{ kind: 'text', text: { key } }, ...decision.parts] };
};

/** Whether the check-in of a date is given, left, or stopped half-way. */
export const isGiven = (member: Member, date: string): boolean =>
  isDone(member, date) || member.recent.some((day) => day.date === date);

/** Once, the morning after: yesterday's can still be given, or left. */
export const reminderDue: Carry = (_coaching, member) => {
  const date = member.occurred['check-in'];
  if (date === undefined || isGiven(member, date)) return { member, parts: [] };
  const isHalfway = [member.session, ...member.parked].some(
    (session) => session?.flow === DAILY && session.facts['today'] === date && Object.keys(session.answers).length > 0,
  );
  const parts: Part[] = [
    { kind: 'text', text: { key: isHalfway ? 'coach.reminder-halfway' : 'coach.reminder' } },
    {
      kind: 'presses',
      presses: [
        { name: 'fill-in', subject: date, text: { key: 'coach.press.fill-in' }, main: true },
        { name: 'skip-day', subject: date, text: { key: 'coach.press.skip-day' } },
      ],
    },
  ];
  return { member, parts };
};

/** A question that was put off is asked again where it was left. */
export const askAgain: Carry = (coaching, member, _context, moment) => {
  if (!member.session) return { member, parts: [] };
  return keepTurn(coaching, member, resume(coaching.world, member.session), moment);
};

/** A conversation nobody went on with is closed with what it has. Of one without an answer there is nothing to say. */
export const closeDue: Carry = (coaching, member, _context, moment) => {
  const { session } = member;
  if (!session) return { member, parts: [] };
  if (Object.keys(session.answers).length === 0)
    return { member: { ...member, session: null, heardAt: null }, parts: [] };
  return keepTurn(coaching, member, expire(coaching.world, session), moment);
};
