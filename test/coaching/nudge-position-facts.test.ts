import { describe, expect, it } from 'vitest';

import { plusDays } from '../../src/calendar/local-date.ts';
import type { Account } from '../../src/coaching/account.ts';
import type { Member } from '../../src/coaching/member.ts';
import { managerCases } from '../../src/coaching/nudge-cases.ts';
import { operatorFacts } from '../../src/coaching/nudge-facts.ts';
import { briefOf } from '../support/briefs.ts';
import { account, BOSS, checkIn, DAY, ID, item, member } from '../support/nudged.ts';
import { nudges, TODAY, wd } from '../support/nudging.ts';

const factsOf = (given: Partial<Member> = {}, of: Account | null = null) => operatorFacts(member(given), of, DAY);
const days = (ago: number): string => plusDays(TODAY, -ago);

describe('what is missing of a position', () => {
  it('is the purpose first, then the reader, with the minutes it takes', () => {
    expect(factsOf()).toMatchObject({ exercises_missing: 2, exercise_next: 'purpose', exercise_minutes: 6 });
    const position = briefOf({}, { purpose: days(3), voice: days(3) });
    expect(factsOf({ position })).toMatchObject({ exercises_missing: 1, exercise_next: 'audience' });
    const both = factsOf({ position: briefOf({}, { purpose: days(3), audience: days(2) }) });
    expect(both).toMatchObject({ exercises_missing: 0 });
    expect(both).not.toHaveProperty('exercise_next');
  });

  it('is nobody’s who runs no account', () => {
    expect(factsOf({ account: null })).not.toHaveProperty('exercises_missing');
  });
});

describe('what is old of a position', () => {
  it('is the core element that was looked at longest ago', () => {
    const position = briefOf(
      {},
      { audience: days(91), purpose: days(40), difference: days(300), voice: days(200), team: days(200) },
    );
    expect(factsOf({ position })).toMatchObject({
      positioning_age_days: 91,
      positioning_element: 'audience',
      positioning_contradicted: '',
    });
  });

  it('is nothing while no core element was worked out', () => {
    expect(factsOf({ position: briefOf({}, { voice: days(200) }) })).not.toHaveProperty('positioning_age_days');
    expect(factsOf()).not.toHaveProperty('positioning_contradicted');
  });

  it('comes second to what was agreed on since', () => {
    const position = briefOf({ contradicted: ['goals', 'audience'] }, { audience: days(10), purpose: days(50) });
    expect(factsOf({ position })).toMatchObject({
      positioning_age_days: 50,
      positioning_contradicted: 'agreed',
      positioning_element: 'audience',
    });
  });
});

const pieces = (ago: readonly number[], promos: number) =>
  ago.map((days, i) => item(plusDays(TODAY, -days), { id: `p${days}`, intent: i < promos ? 'promo' : 'value' }));

const capWith = (promoShare: number | null) =>
  factsOf({ position: briefOf({ promoShare }) }, account({ promoCap: 0.4 }))['promo_cap'];

describe('a plan of promotion', () => {
  /** Two promotions of four in each fortnight: 50 %. */
  const items = [...pieces([27, 24, 20, 16], 2), ...pieces([12, 9, 6, 2], 2)];
  const contradicted = (promoShare: number | null, on: string, of: readonly ReturnType<typeof item>[] = items) =>
    factsOf({ position: briefOf({ promoShare }, { pillars: on }) }, account({ items: [...of] }))[
      'positioning_contradicted'
    ];

  it('is contradicted by more in two fortnights in a row', () => {
    expect(contradicted(0.4, days(60))).toBe('promo');
    expect(contradicted(0.5, days(60))).toBe('');
    // Without a share in the plan, the account's cap of 40 % counts.
    expect(contradicted(null, days(60))).toBe('promo');
  });

  it('is not contradicted by one of them, by few pieces, or by what lies before it was last looked at', () => {
    expect(contradicted(0.4, days(60), [...pieces([27, 24, 20, 16], 1), ...items.slice(4)])).toBe('');
    expect(contradicted(0.4, days(60), items.slice(1))).toBe('');
    expect(contradicted(0.4, days(28))).toBe('promo');
    expect(contradicted(0.4, days(27))).toBe('');
  });

  it('of theirs counts for them before the account’s cap', () => {
    expect([capWith(null), capWith(0.2)]).toEqual([0.4, 0.2]);
  });
});

describe('what hands can do', () => {
  const piece = { intent: 'value', pillar: '', requestedBy: 'operator' };
  const recent = [5, 4, 3, 2, 1].map((ago) => checkIn(wd(-ago), { items: [piece] }));

  it('is known of roles once the team was looked at', () => {
    const uncovered = ['data', 'paid', 'design'];
    expect(factsOf({ position: briefOf({ uncovered }) })).not.toHaveProperty('roles_uncovered');
    expect(factsOf({ position: briefOf({ uncovered }, { team: days(3) }) })).toMatchObject({ roles_uncovered: 3 });
  });

  it('is held against the pieces of two weeks, six hours each', () => {
    expect(factsOf({ recent, position: briefOf({ hours: 10 }, { team: days(3) }) })).toMatchObject({
      pieces_10wd: 5,
      piece_hours_10wd: 30,
      team_hours_10wd: 20,
      hours_ratio_10wd: 1.5,
    });
    for (const hours of [null, 0]) {
      expect(factsOf({ recent, position: briefOf({ hours }) })).not.toHaveProperty('hours_ratio_10wd');
    }
    expect(factsOf({ recent: recent.slice(1), position: briefOf({ hours: 10 }) })).not.toHaveProperty(
      'hours_ratio_10wd',
    );
  });
});

const factsFor = (alignment: Member['alignment']) =>
  managerCases(nudges, { manager: { id: BOSS, alignment }, accounts: [account()] }, DAY).find(
    ({ rule }) => rule.id === 'N12-manager',
  )?.facts;

describe('the questions that both answer apart', () => {
  it('wait for the operator since the round began, until theirs are there', () => {
    const of = (mine: boolean) =>
      factsOf({ position: briefOf({ alignment: { startedOn: wd(-5), mine, theirs: true } }) });
    expect(of(false)).toMatchObject({ alignment_waits_wd: 5, alignment_answered: false });
    expect(of(true)).toMatchObject({ alignment_answered: true });
    expect(of(true)).not.toHaveProperty('alignment_waits_wd');
    expect(factsOf({ position: briefOf({ aligned: { index: 80, on: days(40) } }) })).toMatchObject({
      alignment_answered: true,
    });
  });

  it('wait for the manager since they were asked: by their own record, and of that account alone', () => {
    expect(factsFor({ [ID]: { askedOn: wd(-6), followersFirst: true } })).toMatchObject({
      alignment_asked_wd: 6,
      followers_first: true,
    });
    expect(factsFor({ 'T1:other': { askedOn: wd(-6), followersFirst: true } })).toMatchObject({
      followers_first: false,
    });
    expect(factsFor({})).not.toHaveProperty('alignment_asked_wd');
  });
});
