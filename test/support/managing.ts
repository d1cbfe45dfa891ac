import type { Account, Ask, SharedBlocker } from '../../src/coaching/account.ts';
import type { Locale, Member } from '../../src/coaching/member.ts';
import type { Press } from '../../src/coaching/post.ts';
import { toSubject } from '../../src/coaching/subject.ts';
import { createStage } from './stage.ts';
import { accountOf, linesIn, MANAGER, memberOf, OPERATOR } from './weeks.ts';

const ACCOUNT = 'T1:a';
/** Monday, 16:30 in Shanghai. */
const NOW = new Date('2026-11-23T08:30:00Z');

export const MONDAY_EVENING = new Date('2026-11-23T10:00:00Z');
export const TUESDAY = new Date('2026-11-24T08:30:00Z');

/** What a check-in says before its first question. */
export const before = (lines: string): string => lines.split('What moved forward')[0] ?? '';

export const ask: Ask = {
  id: 'ask-1',
  operator: OPERATOR,
  text: 'May the guide show a price range?',
  a: 'Show a range',
  b: 'Ask service',
  prefers: 'a',
  waiting: 'the guide stays in the drawer',
  dueOn: '2026-11-27',
  askedOn: '2026-11-18',
  answer: null,
};

export const blocker: SharedBlocker = {
  id: 'b-2026-11-17',
  operator: OPERATOR,
  text: 'Waiting for the photo archive',
  owner: { member: MANAGER },
  category: 'access',
  openedOn: '2026-11-17',
  reply: null,
};

const DIGEST = { week: '2026-W47', on: '2026-11-23', whole: true } as const;

type Known = {
  readonly account?: Partial<Account>;
  readonly members?: readonly (Partial<Member> & Pick<Member, 'id'>)[];
  readonly locale?: Locale;
};

/** An operator, their manager and an account between them, with a question and a blocker that wait. */
export async function createManaged({ account = {}, members = [], locale = 'en' }: Known = {}) {
  const stage = await createStage();
  const known = [
    memberOf(OPERATOR, { account: ACCOUNT, manager: MANAGER }),
    memberOf(MANAGER, { manages: [ACCOUNT], welcomedOn: null }),
    ...members.map(({ id, ...rest }) => memberOf(id, rest)),
  ];
  for (const member of known) {
    await stage.members.update(member.id, () => ({ member: { ...member, locale }, result: null }));
  }
  const first = accountOf({ asks: [ask], blockers: [blocker], digests: [DIGEST], ...account });
  await stage.accounts.update(ACCOUNT, () => [first, null]);
  let count = 0;
  const cause = (at: Date) => ({ id: `c${(count += 1)}`, at });
  const linesTo = (id: string): string[] =>
    stage.heard.filter(({ member }) => member === id).flatMap(({ post }) => linesIn(locale, post.parts));
  return {
    ...stage,
    linesTo,
    /** What a member has heard since the last look. */
    since(id: string): string {
      const lines = linesTo(id).join('\n');
      stage.heard.splice(0);
      return lines;
    },
    async press(id: string, name: Press['name'], ...rest: readonly string[]) {
      await stage.coach.press(id, { name, subject: toSubject(ACCOUNT, ...rest) }, cause(NOW));
      await stage.coach.idle();
    },
    async pressOther(id: string, name: Press['name'], subject: string) {
      await stage.coach.press(id, { name, subject }, cause(NOW));
      await stage.coach.idle();
    },
    async type(id: string, ...texts: readonly string[]) {
      for (const text of texts) {
        const people = [...text.matchAll(/@(U\d)/g)].map(([, user]) => `T1:${user}`);
        await stage.coach.hear(id, { kind: 'text', text, people }, cause(NOW));
      }
      await stage.coach.idle();
    },
    async checkIn(id: string, at: Date) {
      await stage.coach.press(id, { name: 'begin', subject: 'daily-check-in' }, cause(at));
      await stage.coach.idle();
    },
    async hearAt(id: string, at: Date, ...texts: readonly string[]) {
      for (const text of texts) await stage.coach.hear(id, { kind: 'text', text }, cause(at));
      await stage.coach.idle();
    },
    async due(id: string, at: string) {
      await stage.coach.due(id, new Date(at));
      await stage.coach.idle();
    },
    account: async () => (await stage.accounts.read(ACCOUNT)) ?? first,
    member: async (id: string) => (await stage.members.read(id)) ?? memberOf(id),
  };
}
