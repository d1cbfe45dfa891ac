import { Account } from '../../src/coaching/account.ts';
import type { CheckIn, Member, RecentCheckIn } from '../../src/coaching/member.ts';
import { newPosition, type Position } from '../../src/coaching/position.ts';
import type { Kept } from '../../src/coaching/privacy.ts';

export const OPERATOR = 'T1:UOP';
export const MANAGER = 'T1:UMAN';
export const ID = 'T1:a';
export const WEEK = '2026-W47';

/** What there is: each datum once as its operator keeps it, once as they passed it on. */
export type World = { member: Partial<Member>; checkIn: CheckIn; account: Account; position: Position };

const day = (energy: number | null = null): RecentCheckIn => ({
  date: '2026-11-20',
  activities: ['write'],
  plan: null,
  blocker: null,
  number: false,
  learned: false,
  energy,
  items: [],
  light: false,
});
const answer = (value: string | number, audience: 'operator' | 'manager' | 'both' = 'operator') => ({
  value,
  audience,
});

export function world(): World {
  return {
    member: { account: ID, manager: MANAGER, welcomedOn: '2026-11-02', recent: [day()] },
    checkIn: {
      v: 1,
      kind: 'check-in',
      date: '2026-11-20',
      flow: 'daily-check-in',
      version: 3,
      status: 'submitted',
      submittedAt: '2026-11-20T08:00:00.000Z',
      locale: 'en',
      late: false,
      answers: {},
    },
    account: Account.parse({
      v: 1,
      id: ID,
      name: 'Pumps',
      platforms: ['weibo'],
      operators: [OPERATOR],
      manager: MANAGER,
      since: '2026-09-01',
      digests: [{ week: '2026-W46', on: '2026-11-16', whole: true }],
      asks: [
        {
          id: 'q',
          operator: OPERATOR,
          text: 'Who approves?',
          a: 'x',
          b: 'y',
          prefers: null,
          waiting: null,
          dueOn: null,
          askedOn: '2026-11-09',
          answer: null,
        },
      ],
    }),
    position: newPosition(ID),
  };
}

const withAnswer = (of: World, address: string, given: ReturnType<typeof answer> & { question?: string }): World => ({
  ...of,
  checkIn: { ...of.checkIn, answers: { ...of.checkIn.answers, [address]: given } },
});
const withAccount = (of: World, more: Partial<Account>): World => ({ ...of, account: { ...of.account, ...more } });
const week = (learning: string): Account['weeks'][number] => ({
  week: WEEK,
  operator: OPERATOR,
  status: 'sent',
  on: '2026-11-20',
  heldBack: [],
  learnings: [learning],
  line: null,
  focus: null,
  win: null,
});
const blocker = (text: string) => ({ id: 'b', text, owner: null, category: null, openedOn: '2026-11-20' });
const purpose = (words: string, sharedOn: string | null): Position['elements'] => ({
  purpose: {
    confirmedOn: null,
    versions: [
      {
        id: 'v',
        by: OPERATOR,
        on: '2026-11-02',
        flow: 1,
        sharedOn,
        grade: 'sharp',
        flags: [],
        evidence: null,
        answers: { off_day: { value: words } },
      },
    ],
  },
});
const round = (words: string): Position['alignment'] => {
  const part = {
    by: OPERATOR,
    invitedOn: null,
    declinedOn: null,
    answered: { id: 'x', on: '2026-11-20' },
    shared: null,
    mark: null,
  };
  return {
    past: [],
    decisions: [],
    round: {
      id: 1,
      on: '2026-11-20',
      startedBy: 'operator',
      sides: {
        operator: { ...part, answers: { reader: words } },
        manager: { ...part, by: MANAGER, answers: null, answered: null },
      },
      compared: null,
      marked: null,
      ended: null,
      done: [],
    },
  };
};

/** As nobody but its operator has it; null: there is no such thing. */
export const PRIVATE: Readonly<Record<Kept, ((of: World, value: 'one' | 'two') => World) | null>> = {
  energy: (of, value) =>
    withAnswer(
      { ...of, member: { ...of.member, recent: [day(value === 'one' ? 1 : 5)] } },
      'energy',
      answer(value === 'one' ? 1 : 5),
    ),
  learnings: (of, value) => withAnswer(of, 'learned', answer(value)),
  blockers: (of, value) => ({
    ...of,
    member: { ...of.member, blockers: [{ ...blocker(value), shared: false, closedOn: null }] },
  }),
  'missed-days': (of, value) => ({
    ...of,
    member: { ...of.member, missed: { days: value === 'one' ? 1 : 2, through: '2026-11-23' } },
  }),
  plans: (of, value) =>
    withAnswer(
      { ...of, member: { ...of.member, plan: { text: value, when: null, date: '2026-11-20', grade: null } } },
      'plan',
      answer(value),
    ),
  'pieces-and-numbers': null,
  position: (of, value) => ({ ...of, position: { ...of.position, elements: purpose(value, null) } }),
  alignment: (of, value) => ({ ...of, position: { ...of.position, alignment: round(value) } }),
  'manager-silence': null,
  level: (of, value) => ({
    ...of,
    member: {
      ...of.member,
      position: null,
      actions: { [value]: { shownOn: null, pickedOn: null, doneOn: null, dismissedOn: null, dismissals: 0 } },
    },
  }),
  'own-questions': (of, value) =>
    withAnswer(of, 'own[0].words_own', { ...answer(value), question: 'What did you look up?' }),
};

/** As it was passed on, shared, or agreed to. */
export const SHARED: Readonly<Record<Kept, ((of: World, value: 'one' | 'two') => World) | null>> = {
  energy: null,
  learnings: (of, value) => withAccount(of, { weeks: [week(value)] }),
  blockers: (of, value) => withAccount(of, { blockers: [{ ...blocker(value), operator: OPERATOR, reply: null }] }),
  'missed-days': null,
  plans: null,
  'pieces-and-numbers': (of, value) =>
    withAccount(of, {
      items: [
        {
          id: 'p',
          operator: OPERATOR,
          date: '2026-11-19',
          title: value,
          intent: 'value',
          pillar: '',
          slot: null,
          requestedBy: 'operator',
          topic: null,
        },
      ],
    }),
  position: (of, value) => ({ ...of, position: { ...of.position, elements: purpose(value, '2026-11-03') } }),
  // What both have shared has a suite of its own: alignment-privacy.
  alignment: null,
  'manager-silence': (of, value) =>
    withAccount(of, { events: [{ id: 'e', kind: 'replied', on: value === 'one' ? '2026-11-02' : '2026-11-20' }] }),
  level: (of, value) => withAccount(of, { level: { level: value === 'one' ? 1 : 2, on: '2026-11-20' } }),
  'own-questions': (of, value) =>
    withAccount(of, {
      answers: [
        {
          operator: OPERATOR,
          date: '2026-11-19',
          question: 'Who called?',
          answer: { key: 'literal', values: { text: value } },
        },
      ],
    }),
};
