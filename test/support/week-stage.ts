import type { Account } from '../../src/coaching/account.ts';
import type { Member } from '../../src/coaching/member.ts';
import type { Press } from '../../src/coaching/post.ts';
import { draftOf } from '../../src/coaching/week-draft.ts';
import { createStage } from './stage.ts';
import { accountOf, itemOf, linesIn, MANAGER, memberOf, OPERATOR, operatorOf, pressesIn, WEEK } from './weeks.ts';

const FRIDAY = new Date('2026-11-20T09:10:00Z');

export const draft = {
  ...draftOf(null, { week: WEEK, account: 'T1:a' }),
  heard: ['A dealer asked which grease', 'A fitter wants drawings'],
  wins: ['“Piece 1” came out'],
};

export const blocker: Account['blockers'][number] = {
  id: 'b-2026-11-17',
  operator: OPERATOR,
  text: 'The guide waits for sales',
  owner: null,
  category: null,
  openedOn: '2026-11-17',
  reply: null,
};

type Known = { readonly member?: Partial<Member>; readonly account?: Partial<Account> };

/** The Friday of WEEK, after the summary: an operator with a draft, and their manager, before the real coach. */
export async function createWeekStage({ member = {}, account = {} }: Known = {}) {
  const stage = await createStage(operatorOf({ week: draft, ...member }), OPERATOR);
  await stage.members.update(MANAGER, () => ({
    member: memberOf(MANAGER, { locale: 'zh-CN', welcomedOn: null, manages: ['T1:a'] }),
    result: null,
  }));
  await stage.accounts.update('T1:a', () => [
    accountOf({ items: [itemOf(1), itemOf(2)], blockers: [blocker], ...account }),
    null,
  ]);
  let now = FRIDAY;
  let count = 0;
  const cause = () => ({ id: `c${(count += 1)}`, at: now });
  /** What is said of it, to whomever. */
  async function after(act: Promise<void>): Promise<string> {
    const before = stage.said.length;
    await act;
    await stage.coach.idle();
    const parts = stage.said.slice(before).flatMap((post) => post.parts);
    return linesIn('en', parts).join('\n');
  }
  return {
    ...stage,
    goTo: (at: string) => void (now = new Date(at)),
    press: (name: Press['name'], subject = `T1:a|${WEEK}`) =>
      after(stage.coach.press(OPERATOR, { name, subject }, cause())),
    hear: (text: string) => after(stage.coach.hear(OPERATOR, { kind: 'text', text }, cause())),
    due: (member: string) => after(stage.coach.due(member, now)),
    account: async (): Promise<Account> => (await stage.accounts.read('T1:a')) ?? accountOf(),
    me: async (): Promise<Member> => (await stage.members.read(OPERATOR)) ?? operatorOf(),
    lastPresses: () => pressesIn(stage.said.at(-1)?.parts ?? []).map(({ name }) => name),
    lastWords: () => linesIn('en', stage.said.at(-1)?.parts ?? []).join('\n'),
  };
}
