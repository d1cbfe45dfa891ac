import { describe, expect, it } from 'vitest';

import { NO_HOUSE } from '../../src/coaching/house.ts';
import type { Blocker, RecentCheckIn } from '../../src/coaching/member.ts';
import { playbookFacts } from '../../src/coaching/playbook-facts.ts';

const day = (date: string, given: Partial<RecentCheckIn> = {}): RecentCheckIn => ({
  date,
  activities: ['write'],
  plan: 'sharp',
  blocker: 'none',
  number: true,
  learned: true,
  energy: null,
  items: [],
  light: false,
  ...given,
});

const blocker = (openedOn: string, given: Partial<Blocker> = {}): Blocker => ({
  id: `b-${openedOn}`,
  text: 'the price range',
  owner: null,
  category: 'approval',
  shared: false,
  openedOn,
  closedOn: null,
  ...given,
});

const ORDINARY = { country: null, week: null, off: [] };
const NOTHING = { account: null, position: null, plan: null, actions: {} };
const item = (intent: string) => ({ intent, pillar: '', requestedBy: 'operator' });
const factsOf = (recent: RecentCheckIn[], today: string, blockers: Blocker[] = []) =>
  playbookFacts({ ...NOTHING, recent, blockers, zone: 'UTC', calendar: ORDINARY, house: NO_HOUSE }, today);

describe('what the playbook knows of a member', () => {
  it('is little for a newcomer: what is not known is absent', () => {
    const facts = factsOf([], '2026-11-18');
    expect(facts).toMatchObject({ check_ins: 0, n_write: 0, article_only_streak: 0, published_today: false });
    for (const name of ['wd_since_write', 'last_energy', 'promo_ratio_14d', 'oldest_blocker_wd', 'topics_open']) {
      expect(facts).not.toHaveProperty(name);
    }
  });

  it('counts working days since an activity, and since the first check-in for one never reported', () => {
    const recent = [day('2026-11-11'), day('2026-11-13', { activities: ['community', 'write'] }), day('2026-11-17')];
    const facts = factsOf(recent, '2026-11-18');
    expect(facts).toMatchObject({
      wd_since_write: 1,
      wd_since_community: 3,
      wd_since_learning: 5,
      n_community: 1,
      n_learning: 0,
    });
  });

  it('leaves excused days out of the count and out of the streaks', () => {
    const recent = [
      day('2026-11-16'),
      day('2026-11-17', { activities: ['leave'] }),
      day('2026-11-18', { activities: ['out'] }),
    ];
    expect(factsOf(recent, '2026-11-19')).toMatchObject({ wd_since_write: 1, article_only_streak: 1, check_ins: 1 });
  });

  it('sees check-ins in a row that were writing only', () => {
    const mixed = day('2026-11-16', { activities: ['write', 'community'] });
    const only = ['2026-11-17', '2026-11-18', '2026-11-19'].map((date) =>
      day(date, { activities: ['layout_design', 'publish'] }),
    );
    expect(factsOf([mixed, ...only], '2026-11-19')['article_only_streak']).toBe(3);
    expect(factsOf([...only, mixed], '2026-11-19')['article_only_streak']).toBe(0);
  });

  it('does not count a short form’s missing answers as empty', () => {
    const short = { light: true, learned: false, number: false, plan: null };
    const facts = factsOf(
      [day('2026-11-17', { learned: false, number: false, plan: null }), day('2026-11-18', short)],
      '2026-11-18',
    );
    expect(facts).toMatchObject({
      learning_empty_streak: 1,
      number_empty_streak: 1,
      plan_blank_streak: 1,
      plan_vague_of_5: 1,
    });
  });

  it('makes a ratio of promotion only from enough pieces, and none of older ones', () => {
    const old = day('2026-11-04', { items: [item('promo'), item('promo')] });
    const three = day('2026-11-05', { items: [item('promo'), item('value'), item('promo')] });
    expect(factsOf([old, three], '2026-11-18')).not.toHaveProperty('promo_ratio_14d');
    const four = [old, three, day('2026-11-18', { items: [item('company_news')] })];
    expect(factsOf(four, '2026-11-18')).toMatchObject({
      promo_ratio_14d: 0.5,
      promo_items_14d: 2,
      items_14d: 4,
      self_ratio_28d: 5 / 6,
    });
  });

  it('ages open blockers in working days and counts those of approval', () => {
    const blockers = [
      blocker('2026-11-13'),
      blocker('2026-11-10', { closedOn: '2026-11-12' }),
      blocker('2026-11-17', { category: 'design' }),
      blocker('2026-10-01'),
    ];
    const facts = factsOf([], '2026-11-18', blockers.slice(0, 3));
    expect(facts).toMatchObject({ oldest_blocker_wd: 3, approval_blockers_20: 2 });
    expect(factsOf([], '2026-11-18', blockers)['approval_blockers_20']).toBe(2);
  });

  it('takes the last energy that was given', () => {
    const recent = [4, 2, 1, null].map((energy, n) => day(`2026-11-1${n + 6}`, { energy }));
    expect(factsOf(recent, '2026-11-19')).toMatchObject({ last_energy: 1, energy_low_streak: 2 });
  });

  it('knows what was published today and on the working day before', () => {
    const friday = [day('2026-11-13', { activities: ['publish'] })];
    expect(factsOf(friday, '2026-11-13')).toMatchObject({ published_today: true, published_yesterday: false });
    expect(factsOf(friday, '2026-11-16')).toMatchObject({ published_today: false, published_yesterday: true });
    expect(factsOf(friday, '2026-11-17')['published_yesterday']).toBe(false);
  });

  it('counts pieces since the numbers were last looked at', () => {
    const two = { items: [item('value'), item('value')] };
    const recent = [day('2026-11-16', two), day('2026-11-17', { activities: ['data_review'] }), day('2026-11-18', two)];
    expect(factsOf(recent, '2026-11-18')['items_since_review']).toBe(2);
  });

  it.each([
    ['2026-11-25', false, false],
    ['2026-11-26', true, false],
    ['2026-11-30', true, false],
    ['2026-12-01', false, true],
    ['2026-08-03', false, true],
    ['2026-08-01', false, false],
  ])('on %s: month’s end %s, first working day %s', (today, end, first) => {
    expect(factsOf([], today)).toMatchObject({ month_end: end, first_wd_of_month: first });
  });
});
