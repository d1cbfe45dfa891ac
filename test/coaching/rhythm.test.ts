import { describe, expect, it } from 'vitest';

import { readAway } from '../../src/coaching/away-words.ts';
import type { Member, RecentCheckIn } from '../../src/coaching/member.ts';
import { NEVER_SAID } from '../../src/coaching/nudge-state.ts';
import { createStage } from '../support/stage.ts';

const ME = 'T1:U1';
const MONDAY = '2026-11-23';
const DONE = { 'check-in': '2026-11-20', reminder: '2026-11-23', nudge: '2026-11-20', summary: '2026-11-20' };
const OPERATOR: Partial<Member> = { welcomedOn: '2026-11-02', account: 'T1:a', occurred: DONE };
const day = (date: string): RecentCheckIn => ({
  date,
  activities: ['write'],
  plan: null,
  blocker: null,
  number: false,
  learned: false,
  energy: null,
  items: [],
  light: false,
});

describe('away', () => {
  it.each([
    ['', MONDAY, MONDAY],
    ['tomorrow', '2026-11-24', '2026-11-24'],
    ['明天', '2026-11-24', '2026-11-24'],
    ['3d', MONDAY, '2026-11-25'],
    ['for 3 days', MONDAY, '2026-11-25'],
    ['3天', MONDAY, '2026-11-25'],
    ['until 2026-12-01', MONDAY, '2026-12-01'],
    ['到12月1日', MONDAY, '2026-12-01'],
    ['until Friday', MONDAY, '2026-11-27'],
    ['周五', '2026-11-27', '2026-11-27'],
  ])('“%s” is %s to %s', (words, from, until) => {
    expect(readAway(words, MONDAY)).toEqual({ from, until });
  });

  it.each(['yesterday', 'until 2026-11-20', 'soon', '400d', '2028-01-01', '0d', '3 weeks'])(
    '“%s” is no time away',
    (words) => {
      expect(readAway(words, MONDAY)).toBeNull();
    },
  );

  it('keeps what comes by itself away, and back brings it again', async () => {
    const stage = await createStage(OPERATOR);
    const away = await stage.coach.rhythm(ME, { rhythm: 'away', words: '3d' }, stage.cause('a1'));
    expect(away.parts).toMatchObject([{ text: { key: 'rhythm.away-days' } }]);
    expect((await stage.members.read(ME))?.dueAt).toBe('2026-11-26T02:00:00.000Z');
    await stage.coach.rhythm(ME, { rhythm: 'back', words: '' }, stage.cause('a2'));
    expect((await stage.members.read(ME))?.away).toBeNull();
    expect((await stage.members.read(ME))?.dueAt).toBe('2026-11-23T02:00:00.000Z');
  });

  it('says kindly what it could not read, and changes nothing', async () => {
    const stage = await createStage({ ...OPERATOR, away: { from: MONDAY, until: MONDAY } });
    const { parts } = await stage.coach.rhythm(ME, { rhythm: 'away', words: 'soon' }, stage.cause('a1'));
    expect(parts).toMatchObject([{ text: { key: 'rhythm.away-unclear', values: { words: 'soon' } } }]);
    expect((await stage.members.read(ME))?.away).toEqual({ from: MONDAY, until: MONDAY });
  });
});

describe('the time of the check-in', () => {
  it.each([
    ['17:00', '17:00'],
    ['5pm', '17:00'],
    ['下午5点半', '17:30'],
  ])('“%s” sets it to %s', async (words, time) => {
    const stage = await createStage(OPERATOR);
    await stage.coach.rhythm(ME, { rhythm: 'time', words }, stage.cause('t1'));
    expect((await stage.members.read(ME))?.checkInAt).toBe(time);
  });

  it.each(['3am', 'never', '22:00'])('“%s” leaves it as it is', async (words) => {
    const stage = await createStage(OPERATOR);
    await stage.coach.rhythm(ME, { rhythm: 'time', words }, stage.cause('t1'));
    expect((await stage.members.read(ME))?.checkInAt).toBe('16:30');
  });
});

describe('a pause', () => {
  it('that was asked for lasts until they are back, whatever they say', async () => {
    const stage = await createStage(OPERATOR);
    await stage.coach.rhythm(ME, { rhythm: 'pause', words: '' }, stage.cause('p1'));
    await stage.coach.hear(ME, { kind: 'text', text: 'hello' }, stage.cause('p2'));
    expect((await stage.members.read(ME))?.paused).toEqual({ since: MONDAY, why: 'asked' });
    await stage.coach.press(ME, { name: 'back', subject: '' }, stage.cause('p3'));
    expect((await stage.members.read(ME))?.paused).toBeNull();
  });

  it('of a manager ends without a word of check-ins', async () => {
    const stage = await createStage({
      welcomedOn: null,
      manages: ['T1:a'],
      paused: { since: '2026-11-20', why: 'asked' },
    });
    const { parts } = await stage.coach.rhythm(ME, { rhythm: 'back', words: '' }, stage.cause('b1'));
    expect(parts).toMatchObject([{ text: { key: 'rhythm.back-manager' } }]);
  });

  it('after silence ends with any word of theirs', async () => {
    const stage = await createStage({ ...OPERATOR, paused: { since: '2026-11-20', why: 'quiet' } });
    await stage.coach.hear(ME, { kind: 'text', text: 'hello' }, stage.cause('p1'));
    expect((await stage.members.read(ME))?.paused).toBeNull();
  });
});

describe('a day that went by', () => {
  it('can be given after all, while today stays as it is', async () => {
    const stage = await createStage(OPERATOR);
    await stage.coach.press(ME, { name: 'fill-in', subject: '2026-11-20' }, stage.cause('f1'));
    await stage.coach.hear(ME, { kind: 'text', text: 'leave' }, stage.cause('f2'));
    const [given] = await stage.history.checkIns(ME, '2026-11-01', '2026-11-30');
    expect(given).toMatchObject({ date: '2026-11-20', status: 'excused', late: true });
    expect((await stage.members.read(ME))?.recent.map(({ date }) => date)).toEqual(['2026-11-20']);
  });

  it('does not take the place of today, which can still be changed', async () => {
    const stage = await createStage(OPERATOR);
    await stage.coach.press(ME, { name: 'begin', subject: 'daily-check-in' }, stage.cause('f1'));
    await stage.coach.hear(ME, { kind: 'text', text: 'out' }, stage.cause('f2'));
    await stage.coach.press(ME, { name: 'fill-in', subject: '2026-11-20' }, stage.cause('f3'));
    await stage.coach.hear(ME, { kind: 'text', text: 'leave' }, stage.cause('f4'));
    expect((await stage.members.read(ME))?.done?.facts['today']).toBe(MONDAY);
  });

  it('can be left, and counts as a day without work for the account', async () => {
    const stage = await createStage(OPERATOR);
    await stage.coach.press(ME, { name: 'skip-day', subject: '2026-11-20' }, stage.cause('f1'));
    expect((await stage.members.read(ME))?.recent).toMatchObject([{ date: '2026-11-20', activities: ['nothing'] }]);
    expect(await stage.history.checkIns(ME, '2026-11-01', '2026-11-30')).toMatchObject([{ status: 'excused' }]);
    await stage.coach.press(ME, { name: 'fill-in', subject: '2026-11-20' }, stage.cause('f2'));
    await stage.coach.idle();
    expect(stage.said.at(-1)?.parts).toMatchObject([{ text: { key: 'coach.fill-in-given' } }]);
  });

  it.each(['2026-11-23', '2026-11-24', '2026-10-01', 'nonsense', '2026-11-2x'])(
    'of %s is an old button',
    async (subject) => {
      const stage = await createStage({ ...OPERATOR, recent: [day('2026-11-19')] });
      await stage.coach.press(ME, { name: 'fill-in', subject }, stage.cause('f1'));
      await stage.coach.idle();
      expect(stage.said.at(-1)?.parts).toMatchObject([{ text: { key: 'conversation.old-button' } }]);
    },
  );
});

describe('a question put off', () => {
  it('is asked again by itself, where it was left, once', async () => {
    const stage = await createStage({ ...OPERATOR, occurred: { ...DONE, nudge: MONDAY, 'check-in': MONDAY } });
    await stage.coach.press(ME, { name: 'begin', subject: 'daily-check-in' }, stage.cause('l1'));
    await stage.coach.hear(ME, { kind: 'text', text: 'later' }, stage.cause('l2'));
    const again = (await stage.members.read(ME))?.askAgainAt ?? '';
    expect(again).toBe('2026-11-23T10:30:00.000Z');
    await stage.coach.idle();
    const before = stage.said.length;
    await stage.coach.due(ME, new Date(again));
    await stage.coach.due(ME, new Date(again));
    await stage.coach.idle();
    const asked = stage.said.slice(before).filter(({ id }) => id.startsWith('again@'));
    expect(asked).toHaveLength(1);
    expect(asked[0]?.parts).toMatchObject([{ kind: 'effects' }]);
  });

  it('is not asked again once it is answered', async () => {
    const stage = await createStage(OPERATOR);
    await stage.coach.press(ME, { name: 'begin', subject: 'daily-check-in' }, stage.cause('l1'));
    await stage.coach.hear(ME, { kind: 'text', text: 'later' }, stage.cause('l2'));
    await stage.coach.hear(ME, { kind: 'text', text: 'write' }, stage.cause('l3'));
    expect((await stage.members.read(ME))?.askAgainAt).toBeNull();
  });
});

describe('why', () => {
  const REASONS: readonly (readonly [string, Partial<Member>])[] = [
    ['why-me.nobody-yet', { name: 'Operator' }],
    ['why-me.daily', OPERATOR],
    ['why-me.done', { ...OPERATOR, recent: [day(MONDAY)] }],
    ['why-me.away', { ...OPERATOR, away: { from: MONDAY, until: '2026-11-25' } }],
    ['why-me.paused-asked', { ...OPERATOR, paused: { since: '2026-11-20', why: 'asked' } }],
    ['why-me.paused-quiet', { ...OPERATOR, paused: { since: '2026-11-20', why: 'quiet' } }],
    ['why-me.no-working-day', { ...OPERATOR, calendar: { country: null, week: null, off: [MONDAY] } }],
    ['why-me.manager', { manages: ['T1:a'], greetedOn: '2026-11-02' }],
  ];
  it.each(REASONS)('gives the reason %s', async (key, known) => {
    const stage = await createStage(known);
    const { parts } = await stage.coach.why(ME, stage.later(0));
    expect(parts[0]).toMatchObject({ text: { key } });
  });

  it('says which reminder came last, and which fact made it', async () => {
    const state = { ...NEVER_SAID, said: ['2026-11-20'], wording: 1, variant: null, values: { count: 3 } };
    const stage = await createStage({ ...OPERATOR, nudges: { N01: state } });
    const { parts } = await stage.coach.why(ME, stage.later(0));
    expect(parts[1]).toMatchObject({ text: { key: 'nudge.why.latest' } });
    expect(parts[2]).toMatchObject({ lines: [{ key: 'nudge.why.N01', values: { count: 3 } }] });
  });

  it('says what comes next, soonest first', async () => {
    const stage = await createStage(OPERATOR);
    const { parts } = await stage.coach.why(ME, stage.later(0));
    expect(parts[1]).toMatchObject({
      lines: [
        { values: { what: { key: 'routine.check-in' }, time: '16:30' } },
        { values: { what: { key: 'routine.summary' }, day: { values: { date: '2026-11-27' } } } },
      ],
    });
  });
});

it('moves with the zone of its member, and is asked once on a date all the same', async () => {
  const stage = await createStage({ ...OPERATOR, occurred: { ...DONE, nudge: MONDAY, 'check-in': MONDAY } });
  const profile = { name: 'Operator', locale: 'en', kind: 'person' } as const;
  await stage.coach.noteProfile(ME, async () => ({ ...profile, zone: 'America/New_York' }), stage.cause('e1'));
  const due = (await stage.members.read(ME))?.dueAt;
  expect(due).toBe('2026-11-24T14:30:00.000Z');
  const { parts } = await stage.coach.why(ME, stage.later(0));
  expect(JSON.stringify(parts[1])).not.toContain(`"date":"${MONDAY}"`);
});

describe('the week so far', () => {
  it('is told on any day, to its operator alone, and sends nothing', async () => {
    const stage = await createStage({ ...OPERATOR, recent: [day(MONDAY)] });
    const { parts } = await stage.coach.week(ME, stage.cause('w1'));
    expect(JSON.stringify(parts)).toContain('summary.');
    await stage.coach.idle();
    expect(stage.said).toEqual([]);
  });

  it('of somebody without an account says how to begin', async () => {
    const stage = await createStage({ name: 'Operator' });
    const { parts } = await stage.coach.week(ME, stage.cause('w1'));
    expect(parts).toMatchObject([{ text: { key: 'why-me.nobody-yet' } }]);
  });
});
