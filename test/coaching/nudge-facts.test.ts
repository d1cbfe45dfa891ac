import { describe, expect, it } from 'vitest';

import { plusDays } from '../../src/calendar/local-date.ts';
import type { Account } from '../../src/coaching/account.ts';
import type { Member, RecentCheckIn } from '../../src/coaching/member.ts';
import { operatorCases } from '../../src/coaching/nudge-cases.ts';
import { operatorFacts } from '../../src/coaching/nudge-facts.ts';
import { account, checkIn, DAY, item, ME, member, snapshot } from '../support/nudged.ts';
import { nudges, TODAY, wd } from '../support/nudging.ts';

const factsOf = (given: Partial<Member> = {}, of: Account | null = null) => operatorFacts(member(given), of, DAY);

const plans = (...grades: RecentCheckIn['plan'][]) => grades.map((plan, i) => checkIn(wd(i - grades.length), { plan }));
describe('what is known of an operator', () => {
  it('counts their first working day as the first, and calendar days for a month', () => {
    expect(factsOf()).toMatchObject({ tenure_wd: 3, tenure_days: 3, has_manager: true, missed_wd: 0 });
    expect(factsOf({ welcomedOn: '2026-10-20' })).toMatchObject({ tenure_days: 30 });
  });

  it('leaves days that were excused, or away, out of the age of a blocker', () => {
    const blockers = [
      { id: 'b1', text: 'x', owner: null, category: null, shared: false, openedOn: wd(-5), closedOn: null },
    ];
    const ageOf = (given: Partial<Member>) =>
      operatorCases(nudges, { member: member({ blockers, ...given }), account: null }, DAY).find(
        ({ rule }) => rule.id === 'N04',
      )?.facts['blocker_wd'];
    expect(ageOf({})).toBe(5);
    expect(ageOf({ recent: [checkIn(wd(-2), { activities: ['leave'] })] })).toBe(4);
    expect(ageOf({ away: { from: wd(-3), until: wd(-2) } })).toBe(3);
  });

  it('has no manager in themselves', () => {
    expect(factsOf({ manager: ME })).toMatchObject({ has_manager: false });
    expect(factsOf({ manager: null })).toMatchObject({ has_manager: false });
  });

  it('has no ratio without pieces, no figures without an account', () => {
    for (const name of ['promo_ratio_14d', 'self_ratio_28d', 't1_share_of_5'])
      expect(factsOf({}, account())).not.toHaveProperty(name);
    expect(factsOf()).not.toHaveProperty('items_without_t1');
  });

  it('counts promotion of the last two and four weeks, of their own pieces', () => {
    const items = [
      item(plusDays(TODAY, -28), { intent: 'promo' }),
      item(plusDays(TODAY, -14), { intent: 'promo', requestedBy: 'manager' }),
      item(plusDays(TODAY, -13), { intent: 'promo', requestedBy: 'department' }),
      item(plusDays(TODAY, -3), { intent: 'company_news' }),
      item(TODAY, { intent: 'promo', operator: 'T1:U9' }),
    ];
    expect(factsOf({}, account({ items }))).toMatchObject({
      items_14d: 2,
      promo_items_14d: 1,
      promo_ratio_14d: 0.5,
      items_28d: 3,
      self_items_28d: 3,
      promo_requested_share: 1,
    });
  });

  it('misses the first figures only of pieces three working days old', () => {
    const items = [item(wd(-5)), item(wd(-3)), item(wd(-2))];
    expect(factsOf({}, account({ items }))).toMatchObject({ items_without_t1: 2, t1_share_of_5: 0 });
    const numbers = [snapshot({ subject: items[0]?.id ?? '', name: 'readers', age: 1 })];
    expect(factsOf({}, account({ items, numbers }))).toMatchObject({ items_without_t1: 1, t1_share_of_5: 0.5 });
  });

  it('says that numbers are all about reach only of five from check-ins', () => {
    const days = [1, 2, 3, 4, 5].map((day) => snapshot({ name: 'readers', on: wd(-day), source: 'check-in' }));
    expect(factsOf({}, account({ numbers: days.slice(1) }))).not.toHaveProperty('numbers_reach_only');
    expect(factsOf({}, account({ numbers: days }))).toMatchObject({ numbers_reach_only: true });
    const mixed = [...days, snapshot({ name: 'finish_rate', on: TODAY, source: 'check-in' })];
    expect(factsOf({}, account({ numbers: mixed }))).toMatchObject({ numbers_reach_only: false });
  });

  it('knows what is usual of unfollows from three earlier weeks on', () => {
    const weeks = [40, 8, 12, 10].map((value, i) => snapshot({ value, on: plusDays(TODAY, -7 * i) }));
    expect(factsOf({}, account({ numbers: weeks }))).toMatchObject({ unfollows_week: 40, unfollows_usual: 10 });
    expect(factsOf({}, account({ numbers: weeks.slice(0, 3) }))).not.toHaveProperty('unfollows_week');
    const old = weeks.map((one) => ({ ...one, on: plusDays(one.on, -11) }));
    expect(factsOf({}, account({ numbers: old }))).not.toHaveProperty('unfollows_week');
  });

  it('has a win in the best of its pieces at the same age, as long as that is news', () => {
    const items = [-25, -22, -19, -16, -10].map((days) => item(plusDays(TODAY, days)));
    const values = [30, 35, 31, 28, 36];
    const numbers = items.map(({ id }, i) =>
      snapshot({ subject: id, name: 'finish_rate', value: values[i] ?? 0, age: 7 }),
    );
    const win = { win: 'metric', win_metric: 'finish_rate', win_title: items[4]?.title };
    expect(factsOf({}, account({ items, numbers }))).toMatchObject(win);
    expect(factsOf({}, account({ items, numbers: numbers.slice(1) }))).toMatchObject({ win: '' });
    const level = numbers.map((one) => ({ ...one, value: 36 }));
    expect(factsOf({}, account({ items, numbers: level }))).toMatchObject({ win: '' });
    expect(operatorFacts(member(), account({ items, numbers }), { ...DAY, today: plusDays(TODAY, 5) })).toMatchObject({
      win: '',
    });
  });

  it('has a win in a blocker that came free, and in five plans that were kept', () => {
    const blockers = [
      { id: 'b1', text: 'the price', owner: null, category: null, shared: false, openedOn: wd(-9), closedOn: wd(-1) },
    ];
    expect(factsOf({ blockers })).toMatchObject({ win: 'blocker', win_title: 'the price' });
    expect(
      factsOf({
        blockers: [
          {
            ...blockers[0],
            id: 'b1',
            text: '',
            owner: null,
            category: null,
            shared: false,
            openedOn: wd(-9),
            closedOn: wd(-2),
          },
        ],
      }),
    ).toMatchObject({ win: '' });
    const kept = [-5, -4, -3, -2, -1].map((day) => checkIn(wd(day), { planKept: 'yes' }));
    expect(factsOf({ recent: kept })).toMatchObject({ win: 'plans' });
    expect(factsOf({ recent: kept.slice(1) })).toMatchObject({ win: '' });
    expect(factsOf({ recent: [...kept.slice(0, 4), checkIn(wd(-1), { planKept: 'partly' })] })).toMatchObject({
      win: '',
    });
  });

  it('counts sharp plans from the latest on', () => {
    expect(factsOf({ recent: plans('vague', 'sharp', 'sharp') })).toMatchObject({ plan_sharp_streak: 2 });
    expect(factsOf({ recent: plans('sharp', 'sharp', 'vague') })).toMatchObject({ plan_sharp_streak: 0 });
  });
});
