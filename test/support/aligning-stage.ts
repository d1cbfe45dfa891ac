import type { Locale } from '../../src/coaching/member.ts';
import { newPosition } from '../../src/coaching/position.ts';
import type { Press } from '../../src/coaching/post.ts';
import { toSubject } from '../../src/coaching/subject.ts';
import { createStage } from './stage.ts';
import { accountOf, linesIn, MANAGER, memberOf, OPERATOR } from './weeks.ts';

/** As the onboarding of the operator names it. */
export const ACCOUNT = 'T1:account-of-U1';
/** Runs the account too. */
export const OTHER_OPERATOR = 'T1:U3';

/** By the question that waits: what each side types. None of it is the other's. */
export const ANSWERS = {
  operator: {
    reader: 'dealers',
    job: 'channel',
    promo: '11',
    number_1: 'inquiries',
    number_2: 'share_rate',
    number_3: 'finish_rate',
    hours: '13',
    alone: 'topic, title',
    success: 'Ten dealers a month opmark call about an article they read',
    look: 'daily',
  },
  manager: {
    reader: 'applicants',
    job: 'hire',
    promo: '57',
    number_1: 'followers',
    number_2: 'reads',
    number_3: 'unfollows',
    hours: '29',
    alone: 'money, cooperation',
    success: 'Twelve people a quarter mgmark apply because of an article',
    look: 'on_request',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

type Known = { readonly operators?: readonly string[]; readonly manager?: string | null; readonly locale?: Locale };

/** An account with its people, and what each of them does about the alignment. */
export async function createAligning({ operators = [OPERATOR], manager = MANAGER, locale = 'en' }: Known = {}) {
  const stage = await createStage();
  for (const id of operators) {
    const member = { ...memberOf(id, { account: ACCOUNT, manager }), locale };
    await stage.members.update(id, () => ({ member, result: null }));
  }
  if (manager !== null && !operators.includes(manager)) {
    const member = { ...memberOf(manager, { manages: [ACCOUNT], welcomedOn: null }), locale };
    await stage.members.update(manager, () => ({ member, result: null }));
  }
  await stage.accounts.update(ACCOUNT, () => [accountOf({ id: ACCOUNT, operators: [...operators], manager }), null]);
  let count = 0;
  let days = 0;
  const cause = () => ({ id: `c${(count += 1)}`, at: stage.later(days * 86_400 + count) });
  const member = async (id: string) => (await stage.members.read(id)) ?? memberOf(id);
  const type = async (id: string, ...texts: readonly string[]): Promise<void> => {
    for (const text of texts) {
      const people = [...text.matchAll(/@(U\d)/g)].map(([, user]) => `T1:${user}`);
      await stage.coach.hear(id, { kind: 'text', text, people }, cause());
    }
    await stage.coach.idle();
  };
  return {
    ...stage,
    member,
    type,
    /** The post of the next cause is not said at first: what it brings with it is carried out once more later. */
    crashNext: () => stage.failOn(`c${count + 1}`),
    async recover() {
      const at = stage.later(days * 86_400 + count + 120);
      await stage.replica().recover(at, at);
      await stage.coach.idle();
    },
    wait: (more: number) => void (days += more),
    async press(id: string, name: Press['name'], ...rest: readonly (string | number)[]) {
      await stage.coach.press(id, { name, subject: toSubject(ACCOUNT, ...rest.map(String)) }, cause());
      await stage.coach.idle();
    },
    /** The operator names somebody else as the manager. */
    async appoint(user: string) {
      await stage.coach.press(OPERATOR, { name: 'begin', subject: 'onboarding-operator' }, cause());
      await type(OPERATOR, 'Fewer Breakdowns', 'douyin', `@${user}`, 'skip');
    },
    /** Answers as many of the questions that are open as are asked for. */
    async answer(id: string, answers: Readonly<Record<string, string>>, most = 20) {
      for (let times = 0; times < most; times += 1) {
        const { session } = await member(id);
        const at = session?.at ?? null;
        if (at === null || !session?.flow.endsWith('alignment')) return;
        await type(id, answers[at] ?? 'skip');
      }
    },
    /** What a member has heard since the last look. */
    since(id: string): string {
      const lines = stage.heard
        .filter((one) => one.member === id)
        .flatMap(({ post }) => linesIn(locale, post.parts))
        .join('\n');
      stage.heard.splice(0);
      return lines;
    },
    position: async () => (await stage.positions.read(ACCOUNT)) ?? newPosition(ACCOUNT),
    account: async () => (await stage.accounts.read(ACCOUNT)) ?? accountOf(),
  };
}

/** Both have answered and shared. */
export async function createCompared(known: Known = {}) {
  const stage = await createAligning(known);
  await stage.press(OPERATOR, 'align');
  await stage.answer(OPERATOR, ANSWERS.operator);
  await stage.press(OPERATOR, 'align-ask', 1);
  await stage.press(MANAGER, 'align');
  await stage.answer(MANAGER, ANSWERS.manager);
  await stage.press(OPERATOR, 'align-share', 1);
  await stage.press(MANAGER, 'align-share', 1);
  return stage;
}
