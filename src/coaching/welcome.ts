import { personText } from '../flow/step-text.ts';
import type { Text } from '../flow/text.ts';
import type { Account } from './account.ts';
import type { Decision } from './decision.ts';
import { ONBOARDING } from './flow-ids.ts';
import type { Member } from './member.ts';
import type { Part } from './post.ts';

const named = (name: string): Text => ({ key: 'coach.account-name', values: { name } });

/** The first thing we ever say to a person, once: who we are, and the one thing to do next. */
export function welcome(member: Member, managed: readonly Account[], today: string): Decision {
  if (member.greetedOn !== null || member.welcomedOn !== null) return { member, parts: [] };
  const greeted = { ...member, greetedOn: today };
  if (managed.length > 0) {
    const names = managed.map(({ name }) => named(name));
    return { member: greeted, parts: [{ kind: 'text', text: { key: 'coach.welcome-manager', values: { names } } }] };
  }
  return {
    member: greeted,
    parts: [
      { kind: 'text', text: { key: 'coach.welcome' } },
      {
        kind: 'presses',
        presses: [{ name: 'begin', subject: ONBOARDING, text: { key: 'coach.press.begin-onboarding' } }],
      },
    ],
  };
}

/** A manager hears of us for the first time, or of one more account that they answer for. */
export function welcomeManager(
  member: Member,
  { name, by }: { readonly name: string; readonly by?: string },
  today: string,
): Decision {
  // Their own manager: they have been told all there is when they began.
  if (member.welcomedOn !== null) return { member, parts: [] };
  const greeted = { ...member, greetedOn: member.greetedOn ?? today };
  const isFirst = member.manages.length <= 1;
  if (by !== undefined && isFirst)
    return { member: greeted, parts: appointedParts(name, by, member.greetedOn !== null) };
  const key = isFirst && member.greetedOn === null ? 'coach.welcome-manager' : 'coach.one-more-account';
  return { member: greeted, parts: [{ kind: 'text', text: { key, values: { names: [named(name)] } } }] };
}

/** Whoever an admin named: what comes and when, what they see and never see, and how to stop. */
const appointedParts = (name: string, by: string, isMet: boolean): Part[] => [
  {
    kind: 'text',
    text: {
      key: isMet ? 'appointed.hello-again' : 'appointed.hello',
      values: { account: name, admin: personText(by) },
    },
  },
  {
    kind: 'block',
    heading: { key: 'appointed.expect' },
    lines: [{ key: 'appointed.digest' }, { key: 'appointed.question' }, { key: 'appointed.asked' }],
    small: [],
    presses: [],
  },
  {
    kind: 'block',
    heading: { key: 'appointed.who-sees' },
    lines: [{ key: 'appointed.see' }, { key: 'appointed.never' }],
    small: [{ key: 'appointed.how-to-stop' }],
    presses: [],
  },
];
