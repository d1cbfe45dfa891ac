import { localDate, localTime } from '../calendar/local-date.ts';
import { isoWeekOf } from '../calendar/working-days.ts';
import { personText } from '../flow/step-text.ts';
import { dayText, type Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import type { Carry } from './carry.ts';
import type { Consequence } from './consequence.ts';
import type { Coaching } from './decision.ts';
import { digestAt } from './digest-at.ts';
import { ONBOARDING } from './flow-ids.ts';
import { maturityBlocks } from './maturity-parts.ts';
import { standingOf, type Standing } from './maturity-standing.ts';
import { calendarFor } from './member-calendar.ts';
import type { CheckIn, Member } from './member.ts';
import { ownBrief } from './own-brief.ts';
import type { Part } from './post.ts';
import { toSubject } from './subject.ts';
import { daysOf, heardOf, winsOf } from './summary-facts.ts';
import { summaryOf } from './summary.ts';
import { draftOf, type WeekDraft } from './week-draft.ts';
import { isAnsweredFor } from './week-facts.ts';
import { sent } from './week-send.ts';
import { weekPresses } from './week-words.ts';

/** The operator's own week on its last working day, and what of it their manager will get. */
export const summaryDue: Carry = (coaching, member, { occurrence: { date }, accounts, checkIns }) => {
  const week = isoWeekOf(date);
  const account = accounts.find(({ id }) => id === member.account) ?? null;
  const draft = account && filled(coaching, member, { account, week, checkIns });
  const parts = summaryOf(member, {
    week,
    today: date,
    calendar: calendarFor(member),
    account,
    checkIns,
    draft,
    suggestions: coaching.suggest(member, date),
  });
  if (account === null || draft === null) return { member, parts };
  const entry = account.weeks.find((one) => one.week === week && one.operator === member.id);
  const goes = isAnsweredFor(account) && account.sendsByItself && entry === undefined;
  const standing = standingOf(
    { today: date, calendar: calendarFor(member), member, account, brief: ownBrief(member), checkIns },
    member.maturity,
  );
  const then: Consequence[] = [
    ...levelTold(member, account, { standing, on: date }),
    ...(goes ? sent(draft, { operator: member.id, on: date }) : []),
  ];
  return {
    member: { ...member, week: draft, maturity: standing.maturity },
    parts: [
      ...parts,
      ...maturityBlocks(standing),
      managersBlock(member, { account, draft, isSent: goes || entry?.status === 'sent' }),
    ],
    ...(then.length > 0 && { then }),
  };
};

/** A level that the manager sees is kept as it is. */
function levelTold(
  member: Member,
  account: Account,
  { standing, on }: { readonly standing: Standing; readonly on: string },
): Consequence[] {
  const { level, isShared } = standing.maturity;
  if (!isShared || level === member.maturity?.level) return [];
  return [{ kind: 'change', account: account.id, change: { kind: 'level', level, on } }];
}

type Week = { readonly account: Account; readonly week: string; readonly checkIns: readonly CheckIn[] };

/** The draft with what the week's check-ins offer: private until some of it is chosen and sent. */
function filled({ translate }: Coaching, member: Member, { account, week, checkIns }: Week): WeekDraft {
  const days = daysOf(checkIns, week);
  const wins = winsOf({ days, blockers: member.blockers, week }, checkIns);
  return {
    ...draftOf(member.week, { week, account: account.id }),
    heard: heardOf(days),
    wins: wins.map((win) => translate(member.locale, win)),
  };
}

type Goes = { readonly account: Account; readonly draft: WeekDraft; readonly isSent: boolean };

function managersBlock(member: Member, { account, draft, isSent }: Goes): Part {
  const review = {
    name: 'review',
    subject: toSubject(account.id, draft.week),
    text: { key: 'week.press.review' },
  } as const;
  const block = { kind: 'block', heading: null, lines: [], small: [], presses: [] } as const;
  if (account.manager === null) {
    const name = { name: 'begin', subject: ONBOARDING, text: { key: 'summary.press.name-manager' } } as const;
    return { ...block, lines: [], small: [{ key: 'summary.nobody' }], presses: [review, name] };
  }
  if (!isAnsweredFor(account)) return { ...block, lines: [], small: [], presses: [review] };
  const at = digestAt(member, draft.week);
  const when: Text = {
    key: 'week.when',
    values: { day: dayText(localDate(at, member.zone)), time: localTime(at, member.zone) },
  };
  const values = { manager: personText(account.manager), when };
  return {
    ...block,
    heading: { key: 'summary.goes' },
    lines: [{ key: isSent ? 'summary.goes-by-itself' : 'summary.goes-if-sent', values }],
    small: [{ key: 'summary.private' }],
    presses: [...weekPresses(draft, { isSent }), review],
  };
}
