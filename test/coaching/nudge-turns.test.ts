import { describe, expect, it } from 'vitest';

import { keptStates, NEVER_SAID, type NudgeState } from '../../src/coaching/nudge-state.ts';
import type { NudgeCase } from '../../src/coaching/nudges.ts';
import { nudges, picked, ruleOf, TODAY, wd } from '../support/nudging.ts';

const said = (given: Partial<NudgeState> = {}): NudgeState => ({ ...NEVER_SAID, times: 1, wording: 1, ...given });

/** Of each priority one that is so, and a second of the last. */
const FACTS: NudgeCase['facts'] = {
  energy_low_streak: 3,
  last_energy: 1,
  check_ins: 5,
  article_only_streak: 3,
  learning_empty_streak: 5,
  numbers_reach_only: true,
};
const RULES = ['N16', 'N13', 'N01', 'N08'].map(ruleOf);
const idOf = (...given: Parameters<typeof picked>) => picked(...given).pick?.rule.id ?? null;

describe('of several things that are so', () => {
  it('the most pressing is said', () => {
    expect(idOf(RULES, FACTS)).toBe('N08');
    expect(idOf(RULES.slice(0, 3), FACTS)).toBe('N01');
  });

  it('among equals what was never said goes first, then what was said longest ago', () => {
    const equals = ['N16', 'N13'].map(ruleOf);
    expect(idOf(equals, FACTS, { states: { N16: said({ said: [wd(-60)] }) } })).toBe('N13');
    const both = { N16: said({ said: [wd(-60)] }), N13: said({ said: [wd(-61)] }) };
    expect(idOf(equals, FACTS, { states: both })).toBe('N13');
    expect(idOf(equals, FACTS, { states: { ...both, N16: said({ said: [wd(-62)] }) } })).toBe('N16');
  });

  it('the others wait for two working days, and then rest as if they had been said', () => {
    const rule = ruleOf('N01');
    const at = (days: number) => idOf([rule], FACTS, { states: { N01: { ...NEVER_SAID, waitingSince: wd(-days) } } });
    expect(at(2)).toBe('N01');
    expect(at(3)).toBeNull();
    expect(at(2 + rule.cooldown)).toBeNull();
    expect(at(3 + rule.cooldown)).toBe('N01');
  });

  it('what is no longer so does not wait', () => {
    const states = { N01: { ...NEVER_SAID, waitingSince: wd(-1) } };
    expect(
      picked([ruleOf('N01')], { ...FACTS, article_only_streak: 2 }, { states }).states['N01']?.waitingSince,
    ).toBeNull();
  });
});

const others = (dates: readonly string[]) =>
  Object.fromEntries(dates.map((date, i) => [`N0${i + 2}`, said({ said: [date] })]));
const fewer = (on: string) => ({ N02: said({ fewerOn: on }), N03: said({ fewerOn: on, said: [wd(-2)] }) });

describe('a day and a week', () => {
  it('have one and three for an operator', () => {
    expect(idOf(RULES, FACTS, { states: others([TODAY]) })).toBeNull();
    expect(idOf(RULES, FACTS, { states: others([wd(-1), wd(-2)]) })).toBe('N08');
    expect(idOf(RULES, FACTS, { states: others([wd(-1), wd(-2), wd(-3)]) })).toBeNull();
    expect(idOf(RULES, FACTS, { states: others([wd(-1), wd(-2), wd(-5)]) })).toBe('N08');
  });

  it('have two a week for a manager, whatever the same person hears as an operator', () => {
    const facts = { account_name: 'F', quiet_wd: 6, questions: 1, updates: 0 };
    const on = (states: Record<string, NudgeState>) => idOf([ruleOf('N06')], facts, { states, ids: ['T1:A1'] });
    expect(on({ N01: said({ said: [TODAY] }), N03: said({ said: [wd(-1)] }) })).toBe('N06');
    expect(on({ 'N07:T1:A1:ask': said({ said: [wd(-1)] }) })).toBe('N06');
    expect(on({ 'N07:T1:A1:ask': said({ said: [wd(-2), wd(-1)] }) })).toBeNull();
  });

  it('count each saying of one matter', () => {
    expect(idOf(RULES, FACTS, { states: { 'N04:b1': said({ said: [wd(-3), wd(-2), wd(-1)] }) } })).toBeNull();
  });

  it('have at most one when fewer of two kinds were asked for, for thirty days', () => {
    expect(idOf(RULES, FACTS, { states: fewer('2026-11-10') })).toBeNull();
    expect(idOf(RULES, FACTS, { states: fewer('2026-10-19') })).toBe('N08');
    expect(idOf(RULES, FACTS, { states: { N03: fewer('2026-11-10').N03 } })).toBe('N08');
  });
});

const afterSilence = (days: number) =>
  picked([ruleOf('N01')], FACTS, { states: { N01: said({ said: [wd(-days)], isOpen: true }) } }).states['N01'];
const withIgnored = (days: number, ignored: number) =>
  idOf([ruleOf('N01')], FACTS, { states: { N01: said({ said: [wd(-days)], ignored }) } });

describe('what became of the last saying', () => {
  it('was ignored when nobody pressed anything for two working days', () => {
    expect(afterSilence(1)).toMatchObject({ isOpen: true, ignored: 0 });
    expect(afterSilence(2)).toMatchObject({ isOpen: false, ignored: 1 });
  });

  it('doubles the cooldown after two that were ignored, and again after four', () => {
    expect([
      withIgnored(5, 1),
      withIgnored(9, 2),
      withIgnored(10, 2),
      withIgnored(10, 3),
      withIgnored(19, 4),
      withIgnored(20, 4),
    ]).toEqual(['N01', null, 'N01', 'N01', null, 'N01']);
  });

  it('comes once more on the next working day when it was put off, whatever its cooldown', () => {
    const states = { N01: said({ said: [wd(-1)], againOn: TODAY }) };
    const { pick } = picked([ruleOf('N01')], FACTS, { states });
    expect(pick?.state).toMatchObject({ said: [wd(-1), TODAY], times: 1, wasPutOff: true, againOn: null, wording: 2 });
    expect(idOf([ruleOf('N01')], FACTS, { states: { N01: said({ said: [wd(-1)], againOn: wd(1) }) } })).toBeNull();
  });

  it('is not kept for what is no longer so', () => {
    const states = { N01: said({ said: [wd(-1)], againOn: TODAY }) };
    const after = picked([ruleOf('N01')], { ...FACTS, article_only_streak: 2 }, { states });
    expect(after.pick).toBeNull();
    expect(after.states['N01']?.againOn).toBeNull();
  });
});

describe('the words', () => {
  it('go round, never the same twice running', () => {
    const wordings = [null, 1, 2, 3].map(
      (wording) =>
        picked([ruleOf('N01')], FACTS, { states: { N01: said({ said: [wd(-9)], wording }) } }).pick?.state.wording,
    );
    expect(wordings).toEqual([1, 2, 3, 1]);
  });

  it('are kept with what was in their blanks, so that why can be told later', () => {
    expect(picked([ruleOf('N01')], FACTS).pick?.state.values).toEqual({ count: 3 });
  });
});

describe('each blocker', () => {
  it('is a matter of its own, and its rule is turned off for all of them', () => {
    const facts = {
      blocker_wd: 4,
      blocker_at_manager: false,
      blocker_shared: false,
      blocker_text: 'the price',
      has_manager: true,
    };
    const states = { 'N04:b1': said({ said: [wd(-1)] }) };
    expect(idOf([ruleOf('N04')], facts, { states, ids: ['b1'] })).toBeNull();
    expect(idOf([ruleOf('N04')], facts, { states, ids: ['b2'] })).toBe('N04');
    const off = { ...states, N04: { ...NEVER_SAID, offUntil: wd(3) } };
    expect(idOf([ruleOf('N04')], facts, { states: off, ids: ['b2'] })).toBeNull();
  });

  it('is forgotten ten days after it was over, and never are more than sixty kept', () => {
    const states = {
      N04: said({ offUntil: wd(1) }),
      'N04:new': said({ said: [wd(-1)] }),
      'N04:old': said({ said: ['2026-10-01'] }),
    };
    expect(Object.keys(keptStates(states, [], TODAY))).toEqual(['N04', 'N04:new']);
    expect(Object.keys(keptStates(states, ['N04:old'], TODAY))).toContain('N04:old');
    const many = Object.fromEntries(Array.from({ length: 90 }, (_, i) => [`N04:b${i}`, said({ said: [wd(-1)] })]));
    expect(Object.keys(keptStates(many, [], TODAY))).toHaveLength(60);
  });
});

it('thresholds are those of the file', () => {
  expect(nudges.limits).toMatchObject({
    firstDays: 2,
    waits: 2,
    operator: { perDay: 1, perWeek: 3 },
    manager: { perWeek: 2 },
  });
});
