import { localDate } from '../calendar/local-date.ts';
import { matterAnswersIn } from './alignment-answers.ts';
import { countedFor, stepOf } from './alignment-consequences.ts';
import { withAsked } from './alignment-note.ts';
import { alonePart, ownParts } from './alignment-own.ts';
import { notedOther } from './alignment-stand.ts';
import type { Side } from './alignment.ts';
import type { Coaching, Decision, Finish, Moment } from './decision.ts';
import { withPlaceKept } from './keep-place.ts';
import { aboutOf, said } from './manager-tell.ts';
import type { Member } from './member.ts';
import type { Press } from './post.ts';
import { toSubject } from './subject.ts';

/** The end of a side's eight questions: kept, and nobody else's until both sides have shared theirs. */
export const finishAlignment =
  (side: Side) =>
  (_coaching: Coaching, member: Member, { session, outcome, answers }: Finish, moment: Moment): Decision => {
    const about = aboutOf(session);
    if (about === null) return { member, parts: [] };
    const { account, operators: people } = about;
    const isAlone = session.facts['mode'] !== 'pair';
    if (outcome !== 'done') return stopped(withPlaceKept(member, session), { side, account, isAlone });
    const given = matterAnswersIn(answers);
    if (isAlone) return { member, parts: [alonePart(given)] };
    if (side === 'manager' && !member.manages.includes(account)) return said(member, 'manager.not-yours');
    const { id } = moment;
    const on = localDate(moment.at, member.zone);
    const round = Number(session.facts['round']);
    const other = notedOther(session.facts['other']);
    const change = { do: 'answer', id, round, on, side, by: member.id, answers: given } as const;
    return {
      member: side === 'manager' ? withAsked(member, account, null) : member,
      parts: ownParts(given, { account, round, side, isShared: false, other, people }),
      then: [stepOf(account, change), ...(side === 'manager' ? [countedFor(account, { id, on })] : [])],
    };
  };

type Stopped = { readonly side: Side; readonly account: string; readonly isAlone: boolean };

function stopped(member: Member, { side, account, isAlone }: Stopped): Decision {
  const go: Press = {
    name: 'align',
    subject: isAlone ? toSubject(account, 'alone') : toSubject(account),
    text: { key: 'coach.press.exercise-go-on' },
  };
  return {
    member,
    parts: [
      { kind: 'text', text: { key: `alignment.${side}.stopped` } },
      { kind: 'presses', presses: [go] },
    ],
  };
}
