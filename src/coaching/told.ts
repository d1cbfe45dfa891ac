import { localDate } from '../calendar/local-date.ts';
import { personText } from '../flow/step-text.ts';
import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import { withoutAlignment } from './alignment-note.ts';
import { alignmentTold } from './alignment-told.ts';
import type { CustomQuestion } from './custom-question.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { lateDigest } from './digest-due.ts';
import { entrusted, released, spokenTo } from './entrusted.ts';
import { isSameHouse } from './house.ts';
import { askTold } from './manager-asks.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member } from './member.ts';
import type { News } from './news.ts';
import type { Part } from './post.ts';
import { welcomeManager } from './welcome.ts';

/** As many as a check-in can tell of at once. */
const FROM_MANAGER_KEPT = 5;

/** What another member's turn has to tell this one. `account`: the one it is about, where it is about one. */
export function told(
  coaching: Coaching,
  member: Member,
  { news, account }: { readonly news: News; readonly account: Account | null },
  moment: Moment,
): Decision {
  const today = localDate(moment.at, member.zone);
  switch (news.kind) {
    case 'appointed':
      if (member.manages.includes(news.account)) return { member, parts: [] };
      return welcomeManager({ ...answersFor(member, news.account, today), ...spokenTo(news.locale) }, news, today);
    case 'relieved':
      return { member: relieved(member, news.account), parts: [] };
    case 'answered':
      return {
        member: {
          ...member,
          fromManager: withNews(member.fromManager, { id: moment.id, text: news.short, on: today }),
        },
        parts: [{ kind: 'text', text: news.text }],
      };
    case 'late-week':
      return account ? lateDigest(coaching, member, { account, week: news.week }, moment) : { member, parts: [] };
    case 'talk-proposed':
      return {
        member,
        parts: [{ kind: 'text', text: { key: 'nudge.talk-proposed', values: { account: news.name } } }],
      };
    case 'position':
      return member.account === news.account
        ? { member: { ...member, position: news.brief }, parts: [] }
        : { member, parts: [] };
    case 'house':
      return {
        member: isSameHouse(member.house, news.house) ? member : { ...member, house: news.house },
        parts: [],
      };
    case 'entrusted':
      return entrusted(member, news, moment);
    case 'released':
      return released(member, news);
    case 'manager':
      return member.account === news.account
        ? { member: { ...member, manager: news.manager === member.id ? null : news.manager }, parts: [] }
        : { member, parts: [] };
    case 'question-added':
      return { member, parts: [{ kind: 'text', text: questionAdded(news.question) }] };
    case 'manager-forgot':
      return {
        member: member.account === news.account ? { ...member, manager: null } : member,
        parts: [{ kind: 'text', text: { key: 'left.manager-forgot', values: { account: news.name } } }],
      };
    case 'operator-forgot':
      return {
        member,
        parts: [
          {
            kind: 'text',
            text: {
              key: 'left.operator-forgot',
              values: { account: news.name, alone: news.isAlone ? 'yes' : 'no' },
            },
          },
        ],
      };
    case 'manager-left':
      return {
        member: member.account === news.account ? { ...member, manager: null } : member,
        parts: [
          { kind: 'text', text: { key: 'left.manager', values: { who: personText(news.who), account: news.name } } },
        ],
      };
    case 'operator-left':
      return {
        member,
        parts: [
          {
            kind: 'text',
            text: {
              key: 'left.operator',
              values: { who: personText(news.who), account: news.name, alone: news.isAlone ? 'yes' : 'no' },
            },
          },
        ],
      };
    case 'alignment':
      return alignmentTold(member, news);
    case 'element-shared':
      return { member, parts: [elementShared(news)] };
    case 'ask':
      return account
        ? askTold(member, { account, ask: news.ask, today, calendar: calendarFor(member) })
        : { member, parts: [] };
  }
}

/** Who asks, what, and who will see what is answered. */
const questionAdded = ({ by, text, audience }: CustomQuestion): Text => ({
  key: 'questions.added',
  values: { by: personText(by), question: text, audience },
});

/** What was worked out, as the manager reads it. */
function elementShared({ name, operator, element, lines }: Extract<News, { kind: 'element-shared' }>): Part {
  return {
    kind: 'block',
    heading: {
      key: 'position.shared-with-you',
      values: { account: name, element: { key: `position.element.${element}` } },
    },
    lines,
    small: [{ key: 'position.shared-by', values: { operator: personText(operator) } }],
    presses: [],
  };
}

type FromManager = Member['fromManager'];

/** What was said last of a question or a blocker takes the place of what was said of it before. */
function withNews(known: FromManager, news: FromManager[number]): FromManager {
  const matter = matterOf(news.text);
  const others = matter === null ? known : known.filter(({ text }) => matterOf(text) !== matter);
  return [...others, news].slice(-FROM_MANAGER_KEPT);
}

const matterOf = ({ values }: Text): string | null => {
  const matter = values?.['question'] ?? values?.['blocker'];
  return typeof matter === 'string' ? matter : null;
};

/** What they had begun to answer for the account is over with it. */
const relieved = (member: Member, account: string): Member => ({
  ...withoutAlignment(member, account),
  manages: member.manages.filter((id) => id !== account),
});

/** What comes by itself begins with the next of its days. */
const answersFor = (member: Member, account: string, today: string): Member => ({
  ...member,
  manages: [...member.manages, account],
  occurred: { ...member.occurred, [`digest:${account}`]: today, [`manager-week:${account}`]: today },
});
