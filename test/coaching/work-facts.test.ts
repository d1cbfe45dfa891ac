import { describe, expect, it } from 'vitest';

import type { Member } from '../../src/coaching/member.ts';
import { playbookFacts } from '../../src/coaching/playbook-facts.ts';
import { checkIn, member } from '../support/nudged.ts';
import { TODAY, wd } from '../support/nudging.ts';

const factsOf = (given: Partial<Member>) => playbookFacts(member(given), TODAY);
const day = (ago: number, activities = ['write']) => checkIn(wd(-ago), { activities });
const state = { shownOn: null, pickedOn: null, doneOn: null, dismissedOn: null, dismissals: 0 };

const daysWith = (numbers: boolean[]) => numbers.map((number, i) => ({ ...day(numbers.length - i), number }));

describe('what the log says of the work', () => {
  it('counts production among all that was ticked in ten working days', () => {
    // 8 ticks, of which 3 + 2 + 1 are write, layout_design and publish.
    const recent = [
      day(9, ['write', 'community']),
      day(4, ['write', 'layout_design', 'publish']),
      day(3, ['write']),
      day(2, ['planning']),
      day(1, ['layout_design']),
    ];
    expect(factsOf({ recent })).toMatchObject({ production_share_10wd: 6 / 8, production_percent_10wd: 75 });
    // Ten working days ago is outside; days of leave count for nothing.
    expect(factsOf({ recent: [day(10, ['video', 'video']), ...recent] })['production_percent_10wd']).toBe(75);
    expect(factsOf({ recent: [...recent.slice(1), day(0, ['leave'])] })).not.toHaveProperty('production_share_10wd');
  });

  it('counts the pieces that came out in these days', () => {
    const piece = { intent: 'value', pillar: '', requestedBy: 'operator' };
    const recent = [5, 4, 3, 2, 1].map((ago) => ({ ...day(ago), items: ago > 3 ? [piece, piece] : [] }));
    expect(factsOf({ recent })).toMatchObject({ pieces_10wd: 4 });
  });

  it('counts how many check-ins had their number, of the last ten that ask for one', () => {
    expect(factsOf({ recent: daysWith([true, true, true, false]) })).not.toHaveProperty('figures_complete');
    expect(factsOf({ recent: daysWith([true, true, true, false, false]) })).toMatchObject({ figures_complete: 0.6 });
    const eleven = daysWith([false, ...Array.from({ length: 10 }, () => true)]);
    expect(factsOf({ recent: eleven })).toMatchObject({ figures_complete: 1 });
    const short = eleven.map((one) => ({ ...one, light: true, number: false }));
    expect(factsOf({ recent: short })).not.toHaveProperty('figures_complete');
  });

  it('knows when the last test and the last look at the rules were done', () => {
    expect(factsOf({})).toMatchObject({ experimented: false });
    const actions = { A30: { ...state, doneOn: '2026-10-21' }, A39: { ...state, doneOn: '2026-08-18' } };
    expect(factsOf({ actions })).toMatchObject({
      experimented: true,
      days_since_experiment: 28,
      days_since_rules_check: 92,
    });
  });

  it('has an insight while the last check-in is a day old at most', () => {
    const learned = (ago: number, isSo: boolean) => factsOf({ recent: [{ ...day(ago), learned: isSo }] });
    expect(learned(0, true)['insight_logged']).toBe(true);
    expect(learned(1, true)['insight_logged']).toBe(true);
    expect(learned(2, true)['insight_logged']).toBe(false);
    expect(learned(0, false)['insight_logged']).toBe(false);
    expect(factsOf({})['insight_logged']).toBe(false);
  });
});
