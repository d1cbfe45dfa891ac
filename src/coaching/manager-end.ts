import { localDate } from '../calendar/local-date.ts';
import type { Text } from '../flow/text.ts';
import type { AccountChange } from './account-change.ts';
import type { ManagerEvent } from './account.ts';
import type { Coaching, Decision, Finish, Moment } from './decision.ts';
import { withPlaceKept } from './keep-place.ts';
import { aboutOf, passedOn, peopleText, said, type About, type Said } from './manager-tell.ts';
import type { Member } from './member.ts';

export type End = {
  readonly coaching: Coaching;
  readonly member: Member;
  readonly answers: Finish['answers'];
  readonly about: About;
  readonly today: string;
};

/** What a conversation comes to. `kept`: only a word to the manager, nobody else hears of it. */
export type Outcome =
  | { readonly kind: 'kept'; readonly member: Member; readonly text: Text }
  | {
      readonly kind: 'passed-on';
      readonly member: Member;
      /** Said to the manager; `people` is filled in. */
      readonly confirm: Text;
      readonly said: Said;
      readonly event: ManagerEvent['kind'];
      readonly changes: readonly AccountChange[];
    };

export type EndRule = (end: End) => Outcome;
export type FinishRule = (coaching: Coaching, member: Member, finish: Finish, moment: Moment) => Decision;

/** The end of a manager's conversation. Stopped, forgotten or no longer theirs, it reaches nobody, and that is said. */
export const endOf =
  (rule: EndRule): FinishRule =>
  (coaching, member, { session, outcome, answers }, moment) => {
    const about = aboutOf(session);
    if (about === null || outcome !== 'done') {
      return said(outcome === 'stopped' ? withPlaceKept(member, session) : member, 'manager.nothing-sent');
    }
    if (!member.manages.includes(about.account)) return said(member, 'manager.not-yours');
    const today = localDate(moment.at, member.zone);
    const end = rule({ coaching, member, answers, about, today });
    if (end.kind === 'kept') return { member: end.member, parts: [{ kind: 'text', text: end.text }] };
    const { account, operators } = about;
    const { confirm, changes, event } = end;
    const values = { ...confirm.values, people: peopleText(operators) };
    return {
      ...(operators.length > 0 ? said(end.member, confirm.key, values) : said(end.member, 'manager.nobody-to-tell')),
      then: passedOn({ account, operators, changes, event, on: today, said: end.said }, moment),
    };
  };
