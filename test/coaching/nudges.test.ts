import { describe, expect, it } from 'vitest';

import { NEVER_SAID, type NudgeState } from '../../src/coaching/nudge-state.ts';
import type { NudgeCase } from '../../src/coaching/nudges.ts';
import { MANAGER_ROWS } from '../support/nudge-rows-of-managers.ts';
import { OPERATOR_ROWS } from '../support/nudge-rows-of-operators.ts';
import { nudges, picked, ruleOf, TODAY, wd } from '../support/nudging.ts';

const ROWS = [...OPERATOR_ROWS, ...MANAGER_ROWS];
const said = (given: Partial<NudgeState>): NudgeState => ({ ...NEVER_SAID, times: 1, wording: 1, ...given });
const pick = (id: string, facts: NudgeCase['facts'], on: Parameters<typeof picked>[2] = {}) =>
  picked([ruleOf(id)], facts, on).pick;

/** Said so many working days ago. */
const after = (id: string, facts: NudgeCase['facts'], given: Partial<NudgeState>, days: number) =>
  pick(id, facts, { states: { [id]: said({ ...given, said: [wd(-days)] }) } });

describe.each(ROWS)('$id', ({ id, fires, below, variant }) => {
  const rule = ruleOf(id);

  it('is said when it is so', () => {
    expect(pick(id, fires)?.state).toMatchObject({ said: [TODAY], times: 1, wording: 1, variant: variant ?? null });
  });

  it('is not said when it is just not so', () => {
    expect(pick(id, { ...fires, ...below })).toBeNull();
  });

  it('is silent when a fact is missing', () => {
    for (const name of Object.keys(below)) {
      expect(pick(id, Object.fromEntries(Object.entries(fires).filter(([fact]) => fact !== name)))).toBeNull();
    }
  });

  it('rests until its cooldown is over', () => {
    expect(after(id, fires, { times: 0 }, rule.cooldown - 1)).toBeNull();
    expect(after(id, fires, { times: 0 }, rule.cooldown)).not.toBeNull();
  });

  it('waits for another day when this one had its reminder', () => {
    const other = nudges.rules.find((one) => one.to === rule.to && one.id !== id)?.id ?? '';
    const today = picked([rule], fires, { states: { [other]: said({ said: [TODAY] }) } });
    expect(today.pick).toBeNull();
    expect(today.states[id]?.waitingSince).toBe(TODAY);
  });

  it('is silent while it is turned off', () => {
    expect(pick(id, fires, { states: { [id]: { ...NEVER_SAID, offUntil: wd(1) } } })).toBeNull();
    expect(pick(id, fires, { states: { [id]: { ...NEVER_SAID, offUntil: TODAY } } })).not.toBeNull();
  });

  it('is said in the first two days only when it belongs to them', () => {
    expect(pick(id, fires, { isFirstDays: true }) !== null).toBe(id.startsWith('O'));
  });
});

describe.each(ROWS.filter(({ stops }) => stops))('$id once it is over', ({ id, fires, stops }) => {
  it('is not said, and counts anew', () => {
    const states = { [id]: said({ said: [wd(-1)], times: 3, ignored: 2 }) };
    const over = picked([ruleOf(id)], { ...fires, ...stops }, { states });
    expect(over.pick).toBeNull();
    expect(over.states[id]).toMatchObject({ times: 0, ignored: 0 });
  });
});

describe.each(ROWS.filter(({ id }) => ruleOf(id).max))('$id said as often as it may be', ({ id, fires }) => {
  const { cooldown, max } = ruleOf(id);
  const times = max?.times ?? 0;

  it('is silent, for good or for long', () => {
    expect(after(id, fires, { times: times - 1 }, cooldown)).not.toBeNull();
    expect(after(id, fires, { times }, cooldown)).toBeNull();
    expect(after(id, fires, { times }, (max?.thenEvery ?? 200) - 1)).toBeNull();
  });
});

it('a silent manager is reminded once in a month after two reminders', () => {
  const facts = MANAGER_ROWS.find(({ id }) => id === 'N06')?.fires ?? {};
  expect(after('N06', facts, { times: 2 }, 20)).not.toBeNull();
});

it('every rule has a row', () => {
  expect(new Set(ROWS.map(({ id }) => id))).toEqual(new Set(nudges.rules.map(({ id }) => id)));
});
