import { describe, expect, it } from 'vitest';

import { canvasOf, DUE_AFTER_DAYS, type Sees } from '../../src/coaching/canvas.ts';
import type { Position } from '../../src/coaching/position.ts';
import { EXERCISES, positionOf, versionOf, world } from '../support/positions.ts';
import { accountOf, sayIn } from '../support/weeks.ts';

const seen = (position: Position, sees: Sees = 'all', today = '2026-11-23') =>
  canvasOf(position, accountOf(), { sees, today, world }, EXERCISES);
const cardOf = (position: Position, sees: Sees = 'all', today = '2026-11-23') =>
  seen(position, sees, today).cards.find(({ element }) => element === 'purpose');

const first = versionOf('v1', { what: 'repairs', why: 'they call us' }, { on: '2026-11-02' });
const second = versionOf('v2', { what: 'repairs', why: 'they save a call' }, { on: '2026-11-16' });

describe('a canvas', () => {
  it('has a card for every element, in the order in which they are best done', () => {
    const { cards } = seen(positionOf({}));
    expect(cards.map(({ element }) => element)).toEqual([
      'purpose',
      'audience',
      'difference',
      'pillars',
      'goals',
      'voice',
      'team',
    ]);
    expect(new Set(cards.map(({ state }) => state))).toEqual(new Set(['none']));
  });

  it.each([
    ['fresh on its ninetieth day', 'sharp', DUE_AFTER_DAYS, 'fresh'],
    ['due the day after', 'sharp', DUE_AFTER_DAYS + 1, 'due'],
    ['usable with a partial answer', 'partial', 0, 'fresh'],
    ['a draft while it is vague, however old', 'vague', DUE_AFTER_DAYS + 1, 'draft'],
  ] as const)('is %s', (_, grade, days, state) => {
    const on = new Date(Date.UTC(2026, 10, 23 - days)).toISOString().slice(0, 10);
    expect(cardOf(positionOf({ purpose: [versionOf('v', { what: 'x' }, { on, grade })] }))?.state).toBe(state);
  });

  it('counts the days from when somebody last said that it is still true', () => {
    const old = versionOf('v1', { what: 'x' }, { on: '2026-07-01' });
    const position: Position = {
      ...positionOf({}),
      elements: { purpose: { versions: [old], confirmedOn: '2026-11-01' } },
    };
    expect(cardOf(position)).toMatchObject({ state: 'fresh', confirmedOn: '2026-11-01' });
  });

  it('tells what changed against the version before, by question: was and is', () => {
    const card = cardOf(positionOf({ purpose: [first, second] }));
    expect(card?.changedFrom).toBe('2026-11-02');
    expect(card?.changes).toEqual([
      {
        label: { key: 'told-purpose.why.label' },
        was: { key: 'literal', values: { text: 'they call us' } },
        is: { key: 'literal', values: { text: 'they save a call' } },
      },
    ]);
  });

  it('tells of an answer that is new and of one that is gone', () => {
    const short = versionOf('v0', { what: 'repairs' });
    expect(cardOf(positionOf({ purpose: [short, first] }))?.changes).toMatchObject([{ was: null }]);
    expect(cardOf(positionOf({ purpose: [first, short] }))?.changes).toMatchObject([{ is: null }]);
  });

  it('says nothing of a question that the flow asks no longer', () => {
    const asked = versionOf('v3', { what: 'repairs', why: 'they call us', gone: 'x' });
    expect(cardOf(positionOf({ purpose: [first, asked] }))?.changes).toEqual([]);
  });

  it('has the mix of the pillars, and counts the topics that wait', () => {
    const topic = { pillar: null, source: 'audience', on: '2026-11-02', by: 'T1:U1' } as const;
    const topics = [
      { ...topic, id: 'a', text: 'one', usedOn: null },
      { ...topic, id: 'b', text: 'two', usedOn: '2026-11-20' },
    ];
    const canvas = seen(positionOf({ pillars: [versionOf('p', { what: 'Repairs', why: 'Cases' })] }, { topics }));
    expect(canvas.mix).toEqual([
      { name: 'Repairs', share: 0.5 },
      { name: 'Cases', share: 0.5 },
    ]);
    expect([canvas.promoShare, canvas.topicsOpen]).toEqual([0.2, 1]);
  });

  it('has what both sides agreed on, and no proposal that nobody agreed to', () => {
    const decision = {
      id: 'd1',
      round: 1,
      matter: 'promo',
      value: 20,
      side: 'operator',
      proposedBy: 'T1:U1',
      on: '2026-11-18',
      owner: 'both',
      due: null,
      agreed: { by: 'T1:U2', on: '2026-11-20' },
      replacedBy: null,
    } as const;
    const open = { ...decision, id: 'd2', matter: 'hours', value: 40, agreed: null } as const;
    const position = positionOf({}, { alignment: { round: null, past: [], decisions: [decision, open] }, settled: {} });
    expect(seen(position, 'shared').agreed.log.map(({ matter, value }) => [matter, value].map(sayIn('en')))).toEqual([
      ['Share of promotion', '20%'],
    ]);
  });
});

describe('a manager’s canvas', () => {
  const shared = { ...first, sharedOn: '2026-11-03' };

  it('has the last version that was shared, and not the one after it', () => {
    const card = cardOf(positionOf({ purpose: [shared, second] }), 'shared');
    expect(card?.version?.id).toBe('v1');
    expect(JSON.stringify(seen(positionOf({ purpose: [shared, second] }), 'shared'))).not.toContain('save a call');
  });

  it('has neither grades nor the coach’s notes, neither changes nor topics', () => {
    const vague = { ...second, grade: 'vague', sharedOn: '2026-11-17' } as const;
    const card = cardOf(positionOf({ purpose: [shared, vague] }), 'shared');
    expect(card).toMatchObject({ state: 'fresh', small: [], changes: [], changedFrom: null });
    expect(seen(positionOf({}), 'shared').topicsOpen).toBeNull();
  });

  it('tells that it is still true only of the version that they see', () => {
    const parts = { versions: [shared, second], confirmedOn: '2026-11-20' };
    const position: Position = { ...positionOf({}), elements: { purpose: parts } };
    expect(cardOf(position, 'shared')?.confirmedOn).toBeNull();
    expect(cardOf(position)?.confirmedOn).toBe('2026-11-20');
  });
});
