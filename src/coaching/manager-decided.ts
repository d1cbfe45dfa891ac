import type { Session } from '../flow/session.ts';
import { personText } from '../flow/step-text.ts';
import type { Account, Ask } from './account.ts';
import type { Decision, Moment } from './decision.ts';
import { askersOf, passedOn, peopleText, said } from './manager-tell.ts';
import { answerText } from './manager-words.ts';
import type { Member } from './member.ts';

type Deciding = {
  readonly account: Account;
  readonly ask: Ask;
  readonly choice: 'a' | 'b';
  readonly today: string;
};

/** A or B: at once, once, and passed on to whoever asked. */
export function decided(member: Member, { account, ask, choice, today }: Deciding, moment: Moment): Decision {
  const given = { choice, note: null, to: null, on: today } as const;
  const answer = answerText(ask, given);
  const people = askersOf(account, ask, member.id);
  const question = ask.text;
  return {
    ...said(
      withoutTalksOn(member, account.id, ask.id),
      people.length > 0 ? 'manager.decided' : 'manager.decided-alone',
      people.length > 0 ? { answer, people: peopleText(people) } : { answer },
    ),
    then: passedOn(
      {
        account: account.id,
        operators: people,
        changes: [{ kind: 'answer', ask: ask.id, answer: given }],
        event: 'answered_ask',
        on: today,
        said: {
          text: { key: 'manager.news.answer', values: { manager: personText(member.id), question, answer } },
          short: { key: 'manager.short.answer', values: { question, answer } },
        },
      },
      moment,
    ),
  };
}

const ABOUT_ASKS = new Set(['manager-talk', 'manager-delegate']);

/** What was begun about the question is over with the answer to it. */
function withoutTalksOn(member: Member, account: string, ask: string): Member {
  const isAbout = ({ flow, facts }: Session): boolean =>
    ABOUT_ASKS.has(flow) && facts['account'] === account && facts['ask'] === ask;
  const { session } = member;
  const parked = member.parked.filter((one) => !isAbout(one));
  return session && isAbout(session)
    ? { ...member, parked, session: null, heardAt: null, askAgainAt: null }
    : { ...member, parked };
}
