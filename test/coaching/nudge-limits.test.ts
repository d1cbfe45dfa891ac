import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { calendarOf } from '../../src/calendar/calendar.ts';
import { plusDays } from '../../src/calendar/local-date.ts';
import { nextWorkingDay } from '../../src/calendar/working-days.ts';
import type { NudgeStates } from '../../src/coaching/nudge-state.ts';
import { pickNudge, type NudgeCase } from '../../src/coaching/nudges.ts';
import { nudges } from '../support/nudging.ts';

const CHINA = calendarOf({ country: 'cn', week: null, off: [] });
const MONDAY = '2026-01-05';

type Said = { readonly date: string; readonly id: string; readonly wording: number | null };
type Wanted = Parameters<typeof pickNudge>[0]['wanted'];
type Habit = { readonly isSo: boolean; readonly pressesLater: boolean };

/** Everything that any rule needs, so that on a loud day all of them are so at once. */
const LOUD: NudgeCase['facts'] = {
  check_ins: 9,
  article_only_streak: 3,
  learning_empty_streak: 5,
  number_empty_streak: 5,
  items_without_t1: 2,
  items_14d: 6,
  promo_items_14d: 4,
  promo_ratio_14d: 0.6,
  promo_cap: 0.4,
  items_28d: 9,
  self_items_28d: 8,
  self_ratio_28d: 0.9,
  items_before_14d: 6,
  promo_ratio_before_14d: 0.6,
  promo_requested_share: 1,
  promo_items_28d: 6,
  promo_requested_28d: 6,
  energy_low_streak: 3,
  last_energy: 1,
  plan_vague_of_5: 4,
  plan_sharp_streak: 0,
  missed_wd: 2,
  has_manager: true,
  numbers_reach_only: true,
  unfollows_week: 30,
  unfollows_usual: 5,
  win: 'metric',
  win_title: 'It',
  win_metric: 'share_rate',
  win_of: 8,
  blocker_wd: 9,
  blocker_at_manager: false,
  blocker_shared: false,
  blocker_text: 'x',
  blocker_answered: false,
  ask_text: 'x',
  ask_due: MONDAY,
  ask_overdue_wd: 9,
  ask_answered: false,
  account_name: 'F',
  quiet_wd: 9,
  questions: 1,
  updates: 1,
  thanks_wd: 12,
  operator_wd: 3,
  talk_wd: 3,
  talked_lately: false,
};

/** Working days one after the other, with a world that is loud or quiet, and a person who presses *later* or nothing. */
function lived(to: 'operator' | 'manager', habits: readonly Habit[], wanted: Wanted = 'usual'): Said[] {
  const all: Said[] = [];
  let states: NudgeStates = {};
  let date = MONDAY;
  for (const [day, { isSo, pressesLater }] of habits.entries()) {
    const facts = isSo
      ? { ...LOUD, tenure_wd: day + 1, blocker_at_manager: to === 'manager' }
      : { check_ins: 9, tenure_wd: day + 1 };
    const cases = nudges.rules
      .filter((rule) => rule.to === to)
      .flatMap((rule) =>
        (rule.per ? ['a', 'b', 'c'] : ['']).map((id): NudgeCase => ({ rule, ids: id ? [id] : [], facts })),
      );
    const today = { date, calendar: CHINA, isFirstDays: day < nudges.limits.firstDays };
    const { pick, states: after } = pickNudge({ nudges, to, cases, states, wanted, today });
    states = after;
    if (pick) {
      all.push({ date, id: [pick.rule.id, ...pick.ids].join(':'), wording: pick.state.wording });
      const key = [pick.rule.id, ...pick.ids].join(':');
      const state = states[key];
      if (pressesLater && state)
        states = { ...states, [key]: { ...state, isOpen: false, againOn: nextWorkingDay(CHINA, date) } };
    }
    date = nextWorkingDay(CHINA, date);
  }
  return all;
}

const habits = fc.array(fc.record({ isSo: fc.boolean(), pressesLater: fc.boolean() }), {
  minLength: 60,
  maxLength: 60,
});

describe.each(['operator', 'manager'] as const)('in sixty days of anything, the %s', (to) => {
  const { perDay, perWeek } = nudges.limits[to];

  it('who wants none hears none, and who wants fewer at most one in seven days', () => {
    fc.assert(
      fc.property(habits, (some) => {
        expect(lived(to, some, 'none')).toEqual([]);
        const said = lived(to, some, 'fewer');
        for (const { date } of said) {
          const inWeek = said.filter((one) => one.date <= date && one.date > plusDays(date, -7));
          expect(inWeek.length).toBeLessThanOrEqual(nudges.limits.fewer.perWeek);
        }
      }),
      { numRuns: 30 },
    );
    const loud = Array.from({ length: 60 }, () => ({ isSo: true, pressesLater: false }));
    expect(lived(to, loud, 'fewer').length).toBeGreaterThan(0);
    expect(lived(to, loud, 'fewer').length).toBeLessThan(lived(to, loud).length);
  });

  it('never hears more than a day and a week may have', () => {
    fc.assert(
      fc.property(habits, (some) => {
        const said = lived(to, some);
        for (const { date } of said) {
          expect(said.filter((one) => one.date === date).length).toBeLessThanOrEqual(perDay);
          const week = said.filter((one) => one.date > plusDays(date, -7) && one.date <= date);
          expect(week.length).toBeLessThanOrEqual(perWeek);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('never hears the same words of a matter twice running, nor anything but beginnings in the first two days', () => {
    fc.assert(
      fc.property(habits, (some) => {
        const said = lived(to, some);
        for (const [at, { id, wording }] of said.entries()) {
          const before = said.slice(0, at).findLast((one) => one.id === id);
          expect(before?.wording).not.toBe(wording);
        }
        const early = said.filter(({ date }) => date <= plusDays(MONDAY, 1));
        expect(early.filter(({ id }) => !id.startsWith('O'))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('hears something on loud days', () => {
    const loud = Array.from({ length: 60 }, () => ({ isSo: true, pressesLater: false }));
    expect(lived(to, loud).length).toBeGreaterThan(6);
  });
});
