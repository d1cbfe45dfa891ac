import { describe, expect, it } from 'vitest';

import { plusDays } from '../../src/calendar/local-date.ts';
import { isoDay } from '../../src/calendar/working-days.ts';
import { Account, type Item } from '../../src/coaching/account.ts';
import { maturityFacts, type Recorded } from '../../src/coaching/maturity-facts.ts';
import { evaluated, type Maturity, UNKNOWN } from '../../src/coaching/maturity-level.ts';
import { scoresOf } from '../../src/coaching/maturity-scores.ts';
import { standingOf } from '../../src/coaching/maturity-standing.ts';
import { levelOf, missingFor, type Level } from '../../src/coaching/maturity.ts';
import type { CheckIn, Member } from '../../src/coaching/member.ts';
import { briefOf } from '../../src/coaching/position-brief-of.ts';
import type { PositionBrief } from '../../src/coaching/position-brief.ts';
import { newPosition } from '../../src/coaching/position.ts';

const TODAY = '2026-11-20';
const calendar = { isWorkingDay: (date: string) => isoDay(date) <= 5 };
const ME = 'T1:U1';

/** The last working days up to today, latest first. */
const days = (count: number): string[] => {
  const found: string[] = [];
  for (let day = TODAY; found.length < count; day = plusDays(day, -1)) if (calendar.isWorkingDay(day)) found.push(day);
  return found;
};

type Day = { readonly moved?: string[]; readonly plan?: 'sharp' | 'vague'; readonly learned?: string; energy?: number };

const checkIn = (date: string, { moved = ['write'], plan = 'sharp', learned, energy }: Day = {}): CheckIn => ({
  v: 1,
  kind: 'check-in',
  date,
  flow: 'daily-check-in',
  version: 1,
  status: 'submitted',
  submittedAt: `${date}T09:00:00.000Z`,
  locale: 'en',
  late: false,
  answers: {
    moved: { value: moved, audience: 'operator' },
    plan: { value: 'something', grade: plan, audience: 'operator' },
    ...(learned && { learned: { value: learned, audience: 'operator' as const } }),
    ...(energy && { energy: { value: energy, audience: 'operator' as const } }),
  },
});

const item = (n: number, more: Partial<Item> = {}): Item => ({
  id: `i${n}`,
  operator: ME,
  date: plusDays(TODAY, -2 - n * 3),
  title: `Piece ${n}`,
  intent: 'value',
  pillar: 'Fix it',
  slot: null,
  requestedBy: 'operator',
  topic: `t${n}`,
  ...more,
});

const ON = '2026-11-02';
const done = (grade: 'sharp' | 'partial', evidence: 'observed' | 'assumption' | null = null) => ({
  on: ON,
  grade,
  evidence,
  flags: [],
});
const brief = (more: Partial<PositionBrief>): PositionBrief => ({ ...briefOf(newPosition('T1:a')), ...more });
const account = (more: object = {}): Account =>
  Account.parse({ v: 1, id: 'T1:a', name: 'A', platforms: [], operators: [ME], manager: 'T1:U2', ...more });
const member = (more: Partial<Member> = {}): Recorded['member'] => ({ id: ME, actions: {}, blockers: [], ...more });

const recorded = (more: Partial<Recorded> = {}): Recorded => ({
  today: TODAY,
  calendar,
  member: member(),
  account: account(),
  brief: null,
  checkIns: days(20).map((date) => checkIn(date)),
  ...more,
});

const two = recorded({
  brief: brief({
    done: { purpose: done('partial'), audience: done('partial', 'assumption') },
    pillars: [{ name: 'Fix it', question: null, role: null, share: 1 }],
    perWeek: 2,
    topicsOpen: 6,
  }),
});

const KINDS = ['audience_research', 'community', 'planning', 'data_review', 'distribution', 'write'];
const SHARP = {
  purpose: done('sharp'),
  audience: done('sharp', 'observed'),
  difference: done('sharp'),
  pillars: done('sharp'),
};
const three = recorded({
  brief: { ...(two.brief ?? brief({})), done: SHARP },
  account: account({ items: [0, 1, 2, 3, 4].map((n) => item(n, n < 3 ? { topic: null } : {})) }),
  checkIns: days(20).map((date, i) =>
    checkIn(date, { moved: [KINDS[i % 6] ?? ''], learned: i % 2 ? 'Li asks why' : '' }),
  ),
});

const weekNumber = (n: number) => ({
  subject: `i${n}`,
  name: 'readers',
  value: 100,
  on: TODAY,
  age: 7,
  source: 'form' as const,
});
const FRESH = { shownOn: null, pickedOn: null, doneOn: null, dismissedOn: null, dismissals: 0 };
const four = {
  ...three,
  brief: { ...(three.brief ?? brief({})), done: { ...SHARP, goals: done('sharp') }, lead: 'inquiries' },
  account: account({ items: [0, 1, 2, 3, 4].map((n) => item(n)), numbers: [0, 1, 2, 3, 4].map(weekNumber) }),
  member: member({ actions: { A30: { ...FRESH, doneOn: '2026-11-10' } } }),
};

const asked = (id: string, answeredOn: string | null) => ({
  id,
  operator: ME,
  text: 'May we show prices?',
  a: 'Yes',
  b: 'No',
  prefers: null,
  waiting: null,
  dueOn: null,
  askedOn: '2026-11-09',
  answer: answeredOn ? { choice: 'a' as const, note: null, to: null, on: answeredOn } : null,
});
const signal = (on: string) => ({
  subject: 'account',
  name: 'inquiries',
  value: 3,
  on,
  age: null,
  source: 'form' as const,
});
const five = {
  ...four,
  brief: {
    ...four.brief,
    done: { ...four.brief.done, team: done('sharp') },
    uncovered: ['paid', 'design'],
    departments: 2,
    changedOn: '2026-10-20',
    aligned: { index: 80, on: '2026-10-30' },
  },
  account: account({
    items: four.account.items,
    numbers: [...four.account.numbers, signal('2026-11-15'), signal('2026-11-08'), signal('2026-11-01')],
    asks: [asked('q1', '2026-11-10'), asked('q2', '2026-11-11')],
  }),
  member: member({ actions: { ...four.member.actions, A40: { ...FRESH, doneOn: '2026-09-01' } } }),
};

const level = (of: Recorded): Level | null => levelOf(maturityFacts(of));

describe('a level', () => {
  it('is not said on fewer than twelve check-ins', () => {
    expect(level(recorded({ checkIns: days(11).map((date) => checkIn(date)) }))).toBeNull();
    expect(level(recorded({ checkIns: days(12).map((date) => checkIn(date)) }))).toBe(1);
  });

  it('counts no check-in from before the last twenty working days, and none that was not given whole', () => {
    const old = days(40).slice(20);
    expect(level(recorded({ checkIns: old.map((date) => checkIn(date)) }))).toBeNull();
    const partial = days(20).map((date) => ({ ...checkIn(date), status: 'partial' as const }));
    expect(level(recorded({ checkIns: partial }))).toBeNull();
  });

  it.each([
    [1, recorded()],
    [2, two],
    [3, three],
    [4, four],
    [5, five],
  ] as const)('%i is read from what was recorded', (expected, of) => {
    expect(level(of)).toBe(expected);
  });

  it('needs all of those below it', () => {
    const { purpose: _, ...without } = five.brief.done;
    expect(level({ ...five, brief: { ...five.brief, done: without } })).toBe(1);
  });

  it.each([
    [
      'a guessed reader',
      { brief: { ...five.brief, done: { ...five.brief.done, audience: done('sharp', 'assumption') } } },
      2,
    ],
    ['a lead number that is followers', { brief: { ...five.brief, lead: 'followers' } }, 3],
    ['an alignment from before the quarter', { brief: { ...five.brief, aligned: { index: 90, on: '2026-08-01' } } }, 4],
    ['a question that waits', { account: account({ ...five.account, asks: [asked('q1', null)] }) }, 4],
  ])('falls with %s', (_, change, expected) => {
    expect(level({ ...five, ...change })).toBe(expected);
  });

  it('does not know how anybody felt', () => {
    const tired = five.checkIns.map((one) => ({
      ...one,
      answers: { ...one.answers, energy: { value: 1, audience: 'operator' as const } },
    }));
    expect(maturityFacts({ ...five, checkIns: tired })).toEqual(maturityFacts(five));
  });

  it('leaves out days that were excused', () => {
    const away = days(20).map((date, i) => checkIn(date, i < 12 ? {} : { moved: ['leave'] }));
    const facts = maturityFacts(
      recorded({ checkIns: away.map((one, i) => (i < 12 ? one : { ...one, status: 'excused' })) }),
    );
    expect(facts.submittedShare).toBe(1);
  });
});

describe('what is missing', () => {
  it('names the nearest first', () => {
    const missing = missingFor(1, maturityFacts({ ...two, brief: { ...(two.brief ?? brief({})), topicsOpen: 4 } }));
    expect(missing).toEqual([{ id: 'planned', has: 4, needs: 5 }]);
    const more = missingFor(1, maturityFacts(recorded()));
    expect(more.map(({ id }) => id)).toEqual(['purpose-done', 'audience-done', 'planned']);
  });

  it('is nothing at the top', () => {
    expect(missingFor(5, maturityFacts(five))).toEqual([]);
  });
});

const weeks = (...levels: readonly (Level | null)[]): Maturity =>
  levels.reduce<Maturity>((before, one, n) => evaluated(before, `2026-W${n + 10}`, one), UNKNOWN);

describe('weeks', () => {
  it('hold a level after two in a row, and let it go after two that fail', () => {
    expect(weeks(2).level).toBeNull();
    expect(weeks(2, 2).level).toBe(2);
    expect(weeks(2, 2, 3).level).toBe(2);
    expect(weeks(2, 2, 3, 3).level).toBe(3);
    expect(weeks(3, 3, 1).level).toBe(3);
    expect(weeks(3, 3, 1, 2).level).toBe(2);
    expect(weeks(3, 3, 1, 3).level).toBe(3);
  });

  it('with too little to say are left out, and one looked at twice counts once', () => {
    expect(weeks(2, null, 2).level).toBe(2);
    const once = evaluated(weeks(2), '2026-W10', 3);
    expect(once).toEqual({ ...UNKNOWN, evaluated: [{ week: '2026-W10', level: 3 }] });
  });

  it('show a level by one week only as such', () => {
    const standing = standingOf(three, null);
    expect(standing).toMatchObject({ level: 3, isHeld: false });
    expect(standingOf(three, { ...UNKNOWN, evaluated: [{ week: '2026-W46', level: 3 }] }).isHeld).toBe(true);
  });
});

describe('the sides', () => {
  it('are nothing where nothing was recorded, and whole at the top', () => {
    const none = scoresOf(maturityFacts(recorded({ checkIns: [] })), () => true);
    expect(none).toEqual({ positioning: 0, audience: 0, plan: 0, data: 0, team: 0, alignment: 0 });
    const all = scoresOf(maturityFacts(five), () => true);
    expect(all).toEqual({ positioning: 100, audience: 100, plan: 100, data: 100, team: 100, alignment: 100 });
  });

  it('count what is old for half', () => {
    expect(scoresOf(maturityFacts(five), () => false).positioning).toBe(50);
  });
});
