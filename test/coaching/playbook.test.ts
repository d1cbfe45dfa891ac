import { describe, expect, it } from 'vitest';

import { MONDAY_TO_FRIDAY } from '../../src/calendar/calendar.ts';
import { expressionIn } from '../../src/coaching/blank.ts';
import { NO_HOUSE } from '../../src/coaching/house.ts';
import type { ActionState } from '../../src/coaching/member.ts';
import { ACTIVITIES, playbookFacts } from '../../src/coaching/playbook-facts.ts';
import { suggest } from '../../src/coaching/playbook.ts';
import { readContent } from '../../src/content.ts';
import { evaluate, parse } from '../../src/flow/expression.ts';
import { createTranslate } from '../../src/translate.ts';

const { playbook, catalogs } = await readContent(new URL('../../', import.meta.url));
const translate = createTranslate(catalogs);

const TODAY = '2026-11-18';
const quiet = { shownOn: null, pickedOn: null, doneOn: null, dismissedOn: null, dismissals: 0 } satisfies ActionState;
type Facts = Parameters<typeof suggest>[1];

/** A member of long standing who did a bit of everything yesterday: nothing calls for anything. */
const settled: Facts = {
  ...Object.fromEntries(
    ACTIVITIES.flatMap((activity) => [
      [`wd_since_${activity}`, 1],
      [`n_${activity}`, 5],
    ]),
  ),
  wd_known: 40,
  check_ins: 20,
};
const suggested = (facts: Facts, states: Record<string, ActionState> = {}, today = TODAY) =>
  suggest(playbook, { ...settled, ...facts }, states, { today, calendar: MONDAY_TO_FRIDAY });
const idsOf = (...given: Parameters<typeof suggested>) => suggested(...given).map(({ id }) => id);

describe('what the playbook suggests', () => {
  it('begins with what the facts call for most, and says which fact', () => {
    const [first, ...others] = suggested({ article_only_streak: 3, oldest_blocker_wd: 1, month_end: true });
    expect(first?.id).toBe('A01');
    expect(first && translate('en', first.why)).toBe('Your last 3 check-ins were writing, layout and publishing only.');
    expect(first && translate('zh-CN', first.why)).toBe('最近 3 次小结都只有写稿、排版和发布。');
    expect(others.length).toBeLessThanOrEqual(2);
  });

  it('adds one that is short and one of a kind that has rested', () => {
    const [first, short, rested, ...more] = suggested({ oldest_blocker_wd: 4, wd_since_learning: 12 });
    expect([first?.id, rested?.id, more]).toEqual(['A32', 'A36', []]);
    expect(short?.minutes).toBeLessThanOrEqual(15);
  });

  it('names the kind that has rested', () => {
    const third = suggested({ oldest_blocker_wd: 4, wd_since_audience_research: 4, n_audience_research: 0 }).at(-1);
    expect(third && translate('en', third.why)).toBe(
      'Nothing of this kind in the last 10 working days: audience research.',
    );
  });

  it('stays silent about what it does not know', () => {
    expect(suggested({}).every(({ why }) => why.key === 'why.short')).toBe(true);
    const unknown = playbook.actions.filter(({ id }) => ['A06', 'A16', 'A23', 'A34', 'A39'].includes(id));
    expect(
      unknown.flatMap(({ triggers }) =>
        triggers.filter((one) => evaluate(one.if, { answers: {}, facts: settled, computed: {} }) === true),
      ),
    ).toEqual([]);
  });

  it('leaves an action alone for 15 working days after it was done', () => {
    const facts = { oldest_blocker_wd: 4 };
    const done = { A32: { ...quiet, doneOn: '2026-11-02' } };
    expect(idsOf(facts, done, '2026-11-20')).not.toContain('A32');
    expect(idsOf(facts, done, '2026-11-23')).toContain('A32');
  });

  it('leaves an action alone for the day after one dismissal, and for 30 working days after two', () => {
    const facts = { oldest_blocker_wd: 4 };
    const once = { A32: { ...quiet, dismissedOn: '2026-11-02', dismissals: 1 } };
    expect(idsOf(facts, once, '2026-11-02')).not.toContain('A32');
    expect(idsOf(facts, once, '2026-11-03')).toContain('A32');
    const twice = { A32: { ...quiet, dismissedOn: '2026-11-02', dismissals: 2 } };
    expect(idsOf(facts, twice, '2026-12-11')).not.toContain('A32');
    expect(idsOf(facts, twice, '2026-12-14')).toContain('A32');
  });

  it('says the same all day, and something else the next when nothing calls louder', () => {
    const first = idsOf({});
    const shown = Object.fromEntries(first.map((id) => [id, { ...quiet, shownOn: TODAY }]));
    expect(idsOf({}, shown)).toEqual(first);
    expect(idsOf({}, shown, '2026-11-19')).not.toEqual(first);
  });

  it('always has something for a newcomer: a small win first, a reader second', () => {
    const newcomer = playbookFacts(
      {
        recent: [],
        blockers: [],
        account: null,
        position: null,
        plan: null,
        actions: {},
        zone: 'UTC',
        calendar: { country: null, week: null, off: [] },
        house: NO_HOUSE,
      },
      TODAY,
    );
    const ids = (facts: Facts, states: Record<string, ActionState> = {}) =>
      suggest(playbook, facts, states, { today: TODAY, calendar: MONDAY_TO_FRIDAY }).map(({ id }) => id);
    expect(ids(newcomer)[0]).toBe('A37');
    expect(ids(newcomer)).toContain('A01');
    expect(ids({ ...newcomer, published_yesterday: true })[0]).toBe('A21');
    const tired = Object.fromEntries(
      ['A37', 'A01', 'A21'].map((id) => [id, { ...quiet, dismissedOn: TODAY, dismissals: 1 }]),
    );
    expect(ids(newcomer, tired).length).toBeGreaterThan(0);
  });

  it('never says more than three, nor one twice, whatever is true at once', () => {
    const all = suggested({
      article_only_streak: 9,
      oldest_blocker_wd: 9,
      month_end: true,
      last_energy: 2,
      published_yesterday: true,
    });
    expect(all.length).toBeLessThanOrEqual(3);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});

describe('flows/playbook.json', () => {
  const ids = playbook.actions.map(({ id }) => id);

  it('has the forty actions, each of a known kind', () => {
    expect(ids).toEqual(Array.from({ length: 40 }, (_, n) => `A${String(n + 1).padStart(2, '0')}`));
    for (const { group } of playbook.actions) expect(Object.keys(playbook.groups)).toContain(group);
  });

  it('counts only activities that the check-in knows', () => {
    expect(ACTIVITIES).toEqual(expect.arrayContaining(Object.values(playbook.groups).flat()));
  });

  it('has words for every action, kind and reason, and no reason without an action', () => {
    const reasons = playbook.actions.flatMap(({ triggers }) => triggers.map(({ why }) => `why.${why}`));
    const needed = [
      ...ids.flatMap((id) => ['title', 'do', 'signal'].map((part) => `action.${id}.${part}`)),
      ...Object.keys(playbook.groups).map((group) => `group.${group}`),
      ...reasons,
      'why.short',
      'why.group_new',
      'why.group_rested',
    ];
    for (const catalog of Object.values(catalogs)) {
      expect(Object.keys(catalog)).toEqual(expect.arrayContaining(needed));
      expect(Object.keys(catalog).filter((key) => /^(action|why|group)\./.test(key) && !needed.includes(key))).toEqual(
        [],
      );
    }
  });

  it('has titles short enough to be an option of a menu', () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      for (const id of ids) expect(translate(locale, { key: `action.${id}.title` }).length).toBeLessThanOrEqual(75);
    }
  });

  it('has triggers that parse, and fills every blank of their reasons', () => {
    for (const { triggers } of playbook.actions) {
      for (const { if: condition, why, values } of triggers) {
        const expressions = [condition, ...Object.values(values).map(expressionIn)];
        for (const expression of expressions) expect(() => parse(expression)).not.toThrow();
        const filled = Object.fromEntries(Object.keys(values).map((blank) => [blank, 3]));
        for (const locale of ['en', 'zh-CN'] as const) {
          expect(translate(locale, { key: `why.${why}`, values: filled })).toMatch(/\S/);
        }
      }
    }
  });
});
