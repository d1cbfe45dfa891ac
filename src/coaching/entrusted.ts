import { localDate } from '../calendar/local-date.ts';
import { personText } from '../flow/step-text.ts';
import type { Decision, Moment } from './decision.ts';
import { firstPrompt } from './first-prompt.ts';
import { DAILY, ONBOARDING } from './flow-ids.ts';
import type { Locale, Member } from './member.ts';
import type { News } from './news.ts';
import type { Part } from './post.ts';
import { toSubject } from './subject.ts';

type Entrusted = Extract<News, { kind: 'entrusted' }>;

/**
 * Somebody runs an account because an admin set it up so: they hear at once what to expect, who sees what and how to
 * stop, and nothing is asked before that. Told again of the same account they hear nothing.
 */
export function entrusted(member: Member, news: Entrusted, moment: Moment): Decision {
  const manager = news.manager === member.id ? null : news.manager;
  if (member.account === news.account) return { member: { ...member, manager }, parts: [] };
  const today = localDate(moment.at, member.zone);
  const checkInAt = news.checkInAt ?? member.checkInAt;
  const isOnboarding = member.session?.flow === ONBOARDING;
  return {
    member: {
      ...member,
      account: news.account,
      manager,
      checkInAt,
      ...spokenTo(news.locale),
      greetedOn: member.greetedOn ?? today,
      welcomedOn: member.welcomedOn ?? today,
      occurred: { ...member.occurred, ...firstPrompt(member, checkInAt, moment) },
      // What they would tell of their account is told.
      ...(isOnboarding && { session: null, heardAt: null }),
      parked: member.parked.filter(({ flow }) => flow !== ONBOARDING),
      position: member.position?.account === news.account ? member.position : null,
    },
    parts: welcomeParts(news, { manager, time: checkInAt, isMet: member.greetedOn !== null }),
  };
}

/** A language that was chosen for them, until they choose another. */
export const spokenTo = (locale: Locale | null | undefined): Partial<Member> =>
  locale ? { locale, localeChosen: true } : {};

type Told = { readonly manager: string | null; readonly time: string; readonly isMet: boolean };

const welcomeParts = ({ account, name, by }: Entrusted, { manager, time, isMet }: Told): Part[] => [
  {
    kind: 'text',
    text: {
      key: isMet ? 'entrusted.hello-again' : 'entrusted.hello',
      values: { account: name, admin: personText(by) },
    },
  },
  {
    kind: 'block',
    heading: { key: 'entrusted.expect' },
    lines: [
      { key: 'entrusted.check-in', values: { time } },
      { key: 'entrusted.week' },
      manager === null
        ? { key: 'entrusted.no-manager' }
        : { key: 'entrusted.manager', values: { manager: personText(manager) } },
    ],
    small: [],
    presses: [],
  },
  {
    kind: 'block',
    heading: { key: 'entrusted.who-sees' },
    lines: [{ key: 'entrusted.only-you' }, { key: 'entrusted.shared' }, { key: 'entrusted.admin' }],
    small: [{ key: 'entrusted.how-to-stop' }],
    presses: [
      { name: 'begin', subject: DAILY, text: { key: 'coach.press.begin-check-in' }, main: true },
      { name: 'panel', subject: toSubject('settings', account), text: { key: 'entrusted.press.settings' } },
    ],
  },
];

/** An account is somebody else's by now. What the person gave stays theirs. */
export function released(member: Member, { account, name }: Extract<News, { kind: 'released' }>): Decision {
  if (member.account !== account) return { member, parts: [] };
  return {
    member: { ...member, account: null, manager: null, position: null, week: null, askAgainAt: null },
    parts: [{ kind: 'text', text: { key: 'entrusted.released', values: { account: name } } }],
  };
}
