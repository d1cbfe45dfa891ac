import { localDate } from '../calendar/local-date.ts';
import type { Account } from './account.ts';
import { beginAlignment, beginAlone } from './alignment-begin.ts';
import type { AlignmentChange } from './alignment-change.ts';
import { pressCompared } from './alignment-compared-presses.ts';
import { stepOf } from './alignment-consequences.ts';
import { withAsked } from './alignment-note.ts';
import { waitingParts } from './alignment-own.ts';
import { peopleOn, standOf, type Stand } from './alignment-stand.ts';
import { isTimeAgain, whereParts } from './alignment-where.ts';
import { otherSide } from './alignment.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { peopleText, said } from './manager-tell.ts';
import type { Member } from './member.ts';
import type { PressedPosition } from './position-presses.ts';
import type { Position } from './position.ts';
import type { Press } from './post.ts';
import { oldButton } from './press-account.ts';

/** What a button of the alignment is pressed on: whoever pressed it, and where it stands for them. */
export type PressedAlignment = {
  readonly name: Press['name'];
  readonly account: Account;
  readonly position: Position;
  readonly stand: Stand;
  /** What the subject names after the account. */
  readonly rest: readonly string[];
  readonly today: string;
};

/** Answering apart, asking the other side to, sharing, and what follows. What no longer fits shows where it stands. */
export function pressAlignment(
  coaching: Coaching,
  member: Member,
  { name, account, position, rest }: PressedPosition,
  moment: Moment,
): Decision {
  if (account === null) return oldButton(member);
  const stand = standOf(position.alignment, account, member.id);
  const today = localDate(moment.at, member.zone);
  const pressed = { name, account, position, stand, rest, today };
  const made =
    name === 'align' || name === 'align-again'
      ? pressBegin(coaching, member, pressed, moment)
      : (pressOpen(member, pressed, moment) ?? pressCompared(coaching, member, pressed, moment));
  return made ?? { member, parts: whereParts({ alignment: position.alignment, account, stand, today }) };
}

function pressBegin(
  coaching: Coaching,
  member: Member,
  { name, account, position: { trade }, stand, rest: [word], today }: PressedAlignment,
  moment: Moment,
): Decision | null {
  const on = { account, trade, today };
  switch (stand.kind) {
    case 'alone':
      return word === 'alone' ? beginAlone(coaching, member, on, moment) : null;
    case 'none':
    case 'unanswered':
      return beginAlignment(coaching, member, { ...on, stand }, moment);
    case 'answered': {
      const isShared = stand.round.sides[stand.side].shared !== null;
      return word === 'change' && !isShared ? beginAlignment(coaching, member, { ...on, stand }, moment) : null;
    }
    case 'compared': {
      if (name !== 'align-again' || !isTimeAgain(stand.round, today)) return null;
      const next = { kind: 'none', side: stand.side, round: stand.round.id + 1, last: null } as const;
      return beginAlignment(coaching, member, { ...on, stand: next }, moment);
    }
    case 'taken':
      return null;
  }
}

/** Asking, declining and sharing, while the round is open. Null: it does not fit where the round stands. */
function pressOpen(member: Member, pressed: PressedAlignment, { id }: Moment): Decision | null {
  const { name, account, stand, rest, today } = pressed;
  if (stand.kind !== 'unanswered' && stand.kind !== 'answered') return null;
  const { round, side } = stand;
  if (rest[0] !== String(round.id)) return null;
  const other = round.sides[otherSide(side)];
  const of = { id, round: round.id, on: today, side, by: member.id };
  const step = (change: AlignmentChange) => [stepOf(account.id, change)];
  const people = peopleOn(account, round, otherSide(side));
  if (name === 'align-ask' && other.answers === null) {
    if (other.invitedOn === today && other.declinedOn === null) return said(member, 'alignment.asked-today');
    const values = { people: peopleText(people) };
    return { ...said(member, `alignment.${side}.asked`, values), then: step({ do: 'invite', ...of }) };
  }
  if (name === 'align-later' && stand.kind === 'unanswered') {
    if (round.sides[side].declinedOn !== null) return said(member, 'coach.pressed-again');
    const rested = side === 'manager' ? withAsked(member, account.id, null) : member;
    return { ...said(rested, `alignment.${side}.later`), then: step({ do: 'decline', ...of }) };
  }
  if (name !== 'align-share' || stand.kind !== 'answered' || round.sides[side].shared !== null) return null;
  const waiting = { account: account.id, round: round.id, side, isShared: true, other: stand.other, people };
  return { member, parts: waitingParts(waiting), then: step({ do: 'share', ...of }) };
}
