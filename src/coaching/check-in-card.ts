import { answered } from '../flow/answered.ts';
import type { Session } from '../flow/session.ts';
import type { World } from '../flow/turn.ts';
import { audienceOf } from './audience.ts';
import { isExcused } from './check-in-record.ts';
import type { CheckIn, Member } from './member.ts';
import type { CheckInCard } from './post.ts';

/** "Did anything else go out?" only leads on to the next question. */
const LEADS_ON = /\.another$/;

/** The check-in as its operator sees it: a line per answer in the order asked, marked where nobody else may look. */
export function checkInCard(
  world: World,
  session: Session,
  { date, status }: Pick<CheckIn, 'date' | 'status'>,
): CheckInCard {
  const told = answered(world, session).filter(({ address }) => !LEADS_ON.test(address));
  const lines = told.map((line) => ({
    label: line.label,
    value: line.value,
    onlyYou: audienceOf(line, session.answers) === 'operator',
  }));
  return { date, status, lines };
}

/** The card of the check-in that is finished for this day, or null. */
export function cardOf(world: World, member: Member, date: string): CheckInCard | null {
  const { done } = member;
  if (!done || done.facts['today'] !== date) return null;
  return checkInCard(world, done, { date, status: isExcused(done.answers) ? 'excused' : 'submitted' });
}
