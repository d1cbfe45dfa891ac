import { describe, expect, it } from 'vitest';

import { changed } from '../../src/coaching/account-change.ts';
import { Account, type Item } from '../../src/coaching/account.ts';
import { positionLines, teamLines } from '../../src/coaching/digest-position.ts';
import { shownOf } from '../../src/coaching/digest-shown.ts';
import { digestOf } from '../../src/coaching/digest.ts';
import { exerciseOf } from '../../src/coaching/exercises.ts';
import { versionOf } from '../support/positions.ts';
import { accountOf, itemOf, linesIn, sayIn, WEEK } from '../support/weeks.ts';

const TODAY = '2026-12-07';
const lines = (account: Account, locale: 'en' | 'zh-CN' = 'en'): string[] =>
  positionLines(account, shownOf(account, WEEK), TODAY).map(sayIn(locale));
const piece = (n: number, date: string, intent = 'value'): Item => itemOf(n, { id: `p${n}`, date, intent });

const ofPillars = (items: Item[], on: string) => lines(accountOf({ items, shared: { pillars: on } }))[0];

describe('the positioning in the first digest of a month', () => {
  it('is fresh, or due after 90 days, of the elements that were shared and no other', () => {
    // 90 days before December 7 is September 8.
    const shared = { audience: '2026-09-08', purpose: '2026-09-07', goals: TODAY } as const;
    expect(lines(accountOf({ shared }))).toEqual([
      'Positioning, as shared: Purpose (due for another look), First reader (up to date), Goals (up to date)',
    ]);
    expect(lines(accountOf({ shared: { audience: '2026-09-07' } }), 'zh-CN')).toEqual([
      '已分享的定位：第一读者（该再看一遍了）',
    ]);
    expect(lines(accountOf())).toEqual([]);
  });

  it('differs from what came out when two fortnights in a row went over the cap of a plan four weeks old', () => {
    const over = ['2026-11-10', '2026-11-12', '2026-11-16', '2026-11-20'].map((date, i) => piece(i, date, 'promo'));
    const later = ['2026-11-24', '2026-11-27', '2026-12-01', '2026-12-04'].map((date, i) =>
      piece(i + 4, date, 'promo'),
    );
    const differs = 'Positioning, as shared: Pillars and mix (differs from what came out)';
    const fresh = 'Positioning, as shared: Pillars and mix (up to date)';
    expect(ofPillars([...over, ...later], '2026-11-09')).toBe(differs);
    expect(ofPillars([...over, ...later], '2026-11-10')).toBe(fresh);
    expect(ofPillars([...over, ...later.slice(1)], '2026-11-09')).toBe(fresh);
    const useful = later.map((one) => ({ ...one, intent: 'value' }));
    expect(ofPillars([...over, ...useful], '2026-11-09')).toBe(fresh);
  });
});

const say = (account: Account, locale: 'en' | 'zh-CN' = 'en') => teamLines(account).map(sayIn(locale));

describe('the resources in it', () => {
  it('are the roles and the hours that were shared', () => {
    const team = { uncovered: ['data', 'paid'], hours: 12, capacity: 1 };
    expect(say(accountOf({ team }))).toEqual([
      'Roles with somebody: 4 of 6. Nobody yet: Numbers, Paid promotion',
      'Hours a week: 12, which carry about one article',
    ]);
    expect(say(accountOf({ team }), 'zh-CN')).toEqual([
      '有人负责的角色：4/6，还没有人的：数据、投放',
      '每周工时：12 小时，大约够写 1 篇',
    ]);
    expect(say(accountOf({ team: { uncovered: [], hours: null, capacity: null } }))).toEqual([
      'Roles with somebody: 6 of 6',
    ]);
    expect(say(accountOf({ team: { ...team, capacity: 0 } }), 'zh-CN')[1]).toBe('每周工时：12 小时，大约够写不到 1 篇');
    expect(say(accountOf())).toEqual([]);
  });

  it('come from the audit, once it is shown to the manager', () => {
    const answers = { own: ['planning', 'editing'], shared: ['design'], outsourced: [], hours: 24 };
    const kept = Object.fromEntries(Object.entries(answers).map(([address, value]) => [address, { value }]));
    const changes = exerciseOf('team')?.shared({ ...versionOf('v1', {}), answers: kept }) ?? [];
    const after = changes.reduce(changed, accountOf());
    expect(after.team).toEqual({ uncovered: ['data', 'community', 'paid'], hours: 24, capacity: 2 });
    expect(say(after)).toEqual([
      'Roles with somebody: 3 of 6. Nobody yet: Numbers, Comments and groups, Paid promotion',
      'Hours a week: 24, which carry about 2 articles',
    ]);
  });

  it('and the positioning stand in the first digest of a month, and in no other', () => {
    const digests = [{ week: '2026-W48', on: '2026-11-30', whole: true }];
    const team = { uncovered: [], hours: 6, capacity: 0 };
    const of = (today: string, before = digests): string => {
      const account = accountOf({ digests: before, team, shared: { purpose: '2026-11-02' } });
      return linesIn('en', digestOf(account, { week: '2026-W49', today, say: sayIn('en') })).join('\n');
    };
    expect(of(TODAY)).toContain(
      [
        'Positioning, as shared: Purpose (up to date)',
        'Roles with somebody: 6 of 6',
        'Hours a week: 6, which carry about less than one article',
      ].join('\n'),
    );
    expect(of('2026-12-14', [...digests, { week: '2026-W49', on: TODAY, whole: true }])).not.toContain('Positioning');
  });
});

describe('an account', () => {
  it('takes a shared plan with its cap, and keeps the one it had where there is none in it', () => {
    const plan = { pillars: [{ name: 'Repairs', share: 1 }], promoCap: 0.2, perWeek: 2 };
    expect(changed(accountOf(), { kind: 'plan', plan })).toMatchObject({ plan, promoCap: 0.2 });
    expect(changed(accountOf(), { kind: 'plan', plan: { ...plan, promoCap: null } })).toMatchObject({ promoCap: 0.4 });
  });

  it('knows when an element was shared or last said to be true; told again, an older day changes nothing', () => {
    const first = changed(accountOf(), { kind: 'element', element: 'audience', on: '2026-11-09' });
    const later = changed(first, { kind: 'element', element: 'audience', on: '2026-11-20' });
    expect(changed(later, { kind: 'element', element: 'audience', on: '2026-11-09' }).shared).toEqual({
      audience: '2026-11-20',
    });
    expect(Account.parse(later)).toEqual(later);
  });
});
