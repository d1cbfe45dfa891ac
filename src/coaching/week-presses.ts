import { localDate, localTime } from '../calendar/local-date.ts';
import { isoWeekOf } from '../calendar/working-days.ts';
import { personText } from '../flow/step-text.ts';
import { dayText, type Text } from '../flow/text.ts';
import { Week, type Account } from './account.ts';
import { startWith } from './begin.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import { digestAt } from './digest-at.ts';
import { digestOf } from './digest.ts';
import { plusWeeks } from './iso-week.ts';
import { calendarFor } from './member-calendar.ts';
import type { Member } from './member.ts';
import type { Part, Press } from './post.ts';
import { oldButton, type PressRule } from './press-account.ts';
import { draftOf, type WeekDraft } from './week-draft.ts';
import { editOf, isAnsweredFor, reviewOf } from './week-facts.ts';
import { sent, skipped, withDraft } from './week-send.ts';
import { weekPresses, whatGoes } from './week-words.ts';

/** How many weeks back a week may still be passed on. */
const WEEKS_BACK = 2;
/** A digest that has not gone out so long after its time won't any more. */
const LATE_MS = 24 * 60 * 60 * 1000;

type Rule = (coaching: Coaching, member: Member, pressed: Pressed, moment: Moment) => Decision;
type Pressed = { readonly account: Account; readonly draft: WeekDraft; readonly today: string };

const RULES: Readonly<Partial<Record<Press['name'], Rule>>> = {
  'preview-week': preview,
  'edit-week': (coaching, member, pressed, moment) =>
    startWith(coaching, member, editOf(pressed, { member, translate: coaching.translate }), moment),
  'send-week': (_coaching, member, pressed, moment) => send(member, pressed, moment),
  'skip-week': (_coaching, member, pressed) => skip(member, pressed),
};

/** What an operator does with their week: look at what their manager will get, change it, send it, skip it. */
export const pressWeek: PressRule = (coaching, member, { name, account, rest: [week = ''] }, moment) => {
  const today = localDate(moment.at, member.zone);
  if (!account?.operators.includes(member.id) || !isRecent(week, today)) return oldButton(member);
  const pressed = { account, draft: draftOf(member.week, { week, account: account.id }), today };
  if (name === 'review') return startWith(coaching, member, reviewOf(pressed, member.id), moment);
  if (!isAnsweredFor(account)) return said(member, { key: 'week.nobody' });
  return RULES[name]?.(coaching, member, pressed, moment) ?? oldButton(member);
};

const isRecent = (week: string, today: string): boolean =>
  Week.safeParse(week).success && week <= isoWeekOf(today) && week >= plusWeeks(isoWeekOf(today), -WEEKS_BACK);

const said = (member: Member, text: Text): Decision => ({ member, parts: [{ kind: 'text', text }] });

const isSent = ({ weeks }: Account, { week }: WeekDraft, operator: string): boolean =>
  weeks.some((entry) => entry.week === week && entry.operator === operator && entry.status === 'sent');

/** What the manager will get, part by part, without their buttons. */
function preview(coaching: Coaching, member: Member, { account, draft, today }: Pressed): Decision {
  const shown = withDraft(account, draft, { operator: member.id, on: today });
  const say = (text: Text): string => coaching.translate(member.locale, text);
  const parts: Part[] = [
    { kind: 'text', text: { key: 'week.preview', values: { manager: managerOf(account) } } },
    ...digestOf(shown, { week: draft.week, today, calendar: calendarFor(member), say, forOperator: true }),
    {
      kind: 'block',
      heading: null,
      lines: [{ key: 'week.preview-end' }],
      small: [],
      presses: weekPresses(draft, { isSent: isSent(account, draft, member.id) }).filter(
        ({ name }) => name !== 'preview-week',
      ),
    },
  ];
  return { member: { ...member, week: draft }, parts };
}

const managerOf = ({ manager }: Account): Text => personText(manager ?? '');

const isOut = ({ digests }: Account, week: string): boolean =>
  digests.some((digest) => digest.week === week && digest.whole);

/** It goes with the next digest; where that has gone out without it, at once. */
function send(member: Member, { account, draft, today }: Pressed, { at }: Moment): Decision {
  if (isOut(account, draft.week)) return said(member, { key: 'week.out-already' });
  const due = digestAt(member, draft.week);
  const isMissed = account.digests.some(({ week }) => week === draft.week);
  const isLate = isMissed || at.getTime() - due.getTime() > LATE_MS;
  const shown = withDraft(account, draft, { operator: member.id, on: today });
  const what = whatGoes(shown, { draft, operator: member.id });
  const late = { kind: 'late-week', account: account.id, week: draft.week } as const;
  const when: Text = {
    key: 'week.when',
    values: { day: dayText(localDate(due, member.zone)), time: localTime(due, member.zone) },
  };
  return {
    member: { ...member, week: draft },
    parts: [
      {
        kind: 'block',
        heading: null,
        lines: [
          isLate
            ? { key: 'week.sent-late', values: { manager: managerOf(account) } }
            : { key: 'week.sent', values: { manager: managerOf(account), when } },
          what.length > 0 ? { key: 'week.goes', values: { what } } : { key: 'week.goes-little' },
        ],
        small: isLate ? [] : [{ key: 'week.until-then' }],
        presses: isLate ? [] : weekPresses(draft, { isSent: true }),
      },
    ],
    then: [
      ...sent(draft, { operator: member.id, on: today }),
      ...(account.manager !== null && (isMissed || at >= due)
        ? [{ kind: 'tell', member: account.manager, news: late } as const]
        : []),
    ],
  };
}

/** Skipped or forgotten look the same to the manager. */
function skip(member: Member, { account, draft, today }: Pressed): Decision {
  if (isOut(account, draft.week)) return said(member, { key: 'week.out-already' });
  const key = isSent(account, draft, member.id) ? 'week.taken-back' : 'week.skipped';
  return {
    ...said({ ...member, week: draft }, { key }),
    then: skipped(draft, { operator: member.id, on: today }),
  };
}
