import { localDate } from '../calendar/local-date.ts';
import { matterAnswersIn } from './alignment-answers.ts';
import { countedFor, stepOf } from './alignment-consequences.ts';
import { type AlignmentDecision, Matter, Owner, type Side } from './alignment.ts';
import { textIn } from './answers-of.ts';
import type { Coaching, Decision, Finish, Moment } from './decision.ts';
import { aboutOf, peopleText, said } from './manager-tell.ts';
import type { Member } from './member.ts';

/** The proposal goes to the other side: only both together settle anything. */
export const finishSettling =
  (side: Side) =>
  (_coaching: Coaching, member: Member, { session, outcome, answers }: Finish, moment: Moment): Decision => {
    const about = aboutOf(session);
    const matter = Matter.safeParse(session.facts['matter']);
    if (about === null || !matter.success || outcome !== 'done') return said(member, 'alignment.nothing-proposed');
    const { account, operators: people } = about;
    if (side === 'manager' && !member.manages.includes(account)) return said(member, 'manager.not-yours');
    const value = matterAnswersIn(answers)[matter.data];
    if (value === undefined) return said(member, 'alignment.nothing-proposed');
    const on = localDate(moment.at, member.zone);
    const round = Number(session.facts['round']);
    const decision: AlignmentDecision = {
      id: about.fact('decision'),
      round,
      matter: matter.data,
      value,
      side,
      proposedBy: member.id,
      on,
      owner: Owner.catch('both').parse(textIn(answers, 'owner')),
      due: textIn(answers, 'due'),
      agreed: null,
      replacedBy: null,
    };
    return {
      ...said(member, 'alignment.proposal-sent', { people: peopleText(people) }),
      then: [
        stepOf(account, { do: 'propose', id: moment.id, round, on, decision }),
        ...(side === 'manager' ? [countedFor(account, { id: moment.id, on })] : []),
      ],
    };
  };
