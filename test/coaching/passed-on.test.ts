import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { changed } from '../../src/coaching/account-change.ts';
import { Account } from '../../src/coaching/account.ts';
import type { Finish } from '../../src/coaching/decision.ts';
import type { Member } from '../../src/coaching/member.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import { passedOn } from '../../src/coaching/passed-on.ts';
import { readContent } from '../../src/content.ts';
import type { AnswerValue, JsonValue } from '../../src/flow/session.ts';
import { createStage } from '../support/stage.ts';
import { coaching } from '../support/weeks.ts';

const { flows } = await readContent(new URL('../../', import.meta.url));
const MONDAY = '2026-11-23';
const ME = 'T1:U1';
const BASE: Member = {
  ...newMember(ME, { name: 'Operator', locale: 'en', zone: 'Asia/Shanghai', kind: 'person' }),
  account: 'T1:a',
  manager: 'T1:U2',
};
const day = (date: string, pieces = 1, number = false): Member['recent'][number] => ({
  date,
  activities: ['publish'],
  plan: null,
  blocker: null,
  number,
  learned: false,
  energy: null,
  items: Array.from({ length: pieces }, () => ({ intent: 'value', pillar: '', requestedBy: 'operator' })),
  light: false,
});
const session = { id: 's', flow: 'daily-check-in', version: 1, answers: {}, at: null, said: [], turn: 9, draft: {} };

function finish(answers: Record<string, AnswerValue | null | undefined>, weekday = 'mon', settled = true): Finish {
  const given = Object.entries(answers).map(([address, value]) => [
    address,
    { value: value ?? null, followUps: 0, settled },
  ]);
  return {
    kind: 'finish',
    outcome: 'done',
    session: { ...session, facts: { weekday } },
    answers: Object.fromEntries(given),
  };
}
const PIECE = {
  'published[0].title': 'Three questions',
  'published[0].intent': 'value',
  'published[0].slot': 'lead',
  'published[0].requested_by': 'operator',
};
const BLOCKER = { blocked: 'new', blocker: 'Approval takes days', blocker_share: 'yes' };
const EMPTY = Account.parse({ v: 1, id: 'T1:a', name: 'A', platforms: [], operators: [ME], manager: 'T1:U2' });

const after = (account: Account, member: Member, ended: Finish, date = MONDAY): Account =>
  passedOn(coaching, member, { finish: ended, date }).reduce(
    (known, one) => (one.kind === 'change' ? changed(known, one.change) : known),
    account,
  );

describe('a check-in passes on', () => {
  it('what was published, whole', () => {
    expect(after(EMPTY, BASE, finish(PIECE)).items).toEqual([
      {
        id: '2026-11-23-U1-1',
        operator: ME,
        date: MONDAY,
        title: 'Three questions',
        intent: 'value',
        pillar: '',
        slot: 'lead',
        requestedBy: 'operator',
        topic: null,
      },
    ]);
  });

  it('the same when it comes twice', () => {
    const ended = finish({ ...PIECE, ...BLOCKER, number: 12 });
    const once = after(EMPTY, BASE, ended);
    expect(once).toMatchObject({ items: [{}], blockers: [{}], numbers: [{}] });
    expect(after(once, BASE, ended)).toEqual(once);
  });

  it('in place of what it passed on before it was edited', () => {
    const first = after(EMPTY, BASE, finish(PIECE));
    const edited = after(first, { ...BASE, recent: [day(MONDAY)] }, finish({ moved: ['leave'] }));
    expect(edited.items).toEqual([]);
  });

  it('a blocker once it may be passed on, and no longer than it is open', () => {
    expect(passedOn(coaching, BASE, { finish: finish({ ...BLOCKER, blocker_share: 'no' }), date: MONDAY })).toEqual([]);
    expect(passedOn(coaching, BASE, { finish: finish(BLOCKER, 'mon', false), date: MONDAY })).toEqual([]);
    const open = after(EMPTY, BASE, finish(BLOCKER));
    expect(open.blockers).toMatchObject([{ id: 'b-2026-11-23', operator: ME, text: 'Approval takes days' }]);
    const known = { id: 'b-2026-11-23', text: 'Approval takes days', owner: null, category: null, shared: true };
    const later = { ...BASE, blockers: [{ ...known, openedOn: MONDAY, closedOn: null }] };
    const freed = finish({ blocked: 'freed', freed: ['b-2026-11-23'] }, 'tue');
    expect(after(open, later, freed, '2026-11-24').blockers).toEqual([]);
    expect(after(open, later, finish({ blocked: 'still' }, 'tue'), '2026-11-24').blockers).toHaveLength(1);
  });

  it.each([
    ['mon', MONDAY, { subject: 'account', name: 'net_followers', on: '2026-11-22', age: null }],
    ['tue', '2026-11-24', { subject: '2026-11-20-U1-1', name: 'readers', on: '2026-11-21', age: 1 }],
    ['wed', '2026-11-25', { subject: '2026-11-20-U1-1', name: 'finish_rate', on: '2026-11-23', age: 3 }],
    ['thu', '2026-11-26', { subject: '2026-11-24-U1-1', name: 'share_rate', on: '2026-11-25', age: 1 }],
    ['fri', '2026-11-27', { subject: 'account', name: 'inquiries', on: '2026-11-26', age: null }],
  ])('the number of %s, as the question means it', (weekday, date, of) => {
    const member = { ...BASE, recent: [day('2026-11-20', 2), day('2026-11-24'), day(MONDAY, 0)] };
    expect(after(EMPTY, member, finish({ number: 12 }, weekday), date).numbers).toEqual([
      { ...of, value: 12, source: 'check-in' },
    ]);
  });

  it('no number of a piece that nobody told of', () => {
    expect(passedOn(coaching, BASE, { finish: finish({ number: 12 }, 'wed'), date: '2026-11-25' })).toEqual([]);
  });

  it('that a number was taken back, and leaves one that was entered elsewhere', () => {
    const first = after(EMPTY, BASE, finish({ number: 12 }));
    const edited = { ...BASE, recent: [day(MONDAY, 0, true)] };
    expect(after(first, edited, finish({ number: null })).numbers).toEqual([]);
    const form = { ...first, numbers: first.numbers.map((one) => ({ ...one, source: 'form' as const })) };
    expect(after(form, edited, finish({ number: null })).numbers).toHaveLength(1);
  });

  it('nothing when there is no account', () => {
    expect(passedOn(coaching, { ...BASE, account: null }, { finish: finish(PIECE), date: MONDAY })).toEqual([]);
  });
});

const anyAnswer = (at: string): fc.Arbitrary<AnswerValue | null> => {
  if (at === 'blocked') return fc.constantFrom('none', 'new', 'still', 'freed');
  if (at === 'blocker_share') return fc.constantFrom('no', 'yes');
  if (at === 'energy') return fc.constantFrom(1.0625, 5.0625);
  return fc.constantFrom<AnswerValue | null>(`words of ${at}`, [`words of ${at}`], null);
};

describe('what only the operator may see', () => {
  const steps = [
    ...(flows.get('daily-check-in')?.steps ?? []).map((step) => ({ step, at: step.id })),
    ...(flows.get('content-item')?.steps ?? []).map((step) => ({ step, at: `published[0].${step.id}` })),
  ].flatMap(({ step, at }) => (step.kind === 'ask' ? [{ at, audience: step.audience }] : []));
  const answers = fc.record(Object.fromEntries(steps.map(({ at }) => [at, anyAnswer(at)])), { requiredKeys: [] });
  const member = fc.record({
    text: fc.constant('an older blocker'),
    shared: fc.boolean(),
    recent: fc.constantFrom<Member['recent']>([], [day('2026-11-20')], [day('2026-11-20'), day(MONDAY, 2, true)]),
  });

  it('never goes along, whatever was answered', () => {
    expect(steps.filter(({ audience }) => audience === 'operator').length).toBeGreaterThan(8);
    const weekday = fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri');
    fc.assert(
      fc.property(answers, member, weekday, fc.boolean(), (given, { text, shared, recent }, asked, settled) => {
        const older = { id: 'b-2026-11-02', text, owner: null, category: null, openedOn: '2026-11-02', closedOn: null };
        const known: Member = {
          ...BASE,
          recent,
          blockers: [{ ...older, shared }],
          plan: { text: 'words of the last plan', when: null, date: '2026-11-20', grade: null },
        };
        const told = JSON.stringify(passedOn(coaching, known, { finish: finish(given, asked, settled), date: MONDAY }));
        const isPassed = given['blocker_share'] === 'yes' && settled;
        const kept = [
          ...steps.filter(({ audience }) => audience === 'operator').map(({ at }) => `words of ${at}"`),
          ...(shared ? [] : [text]),
          ...(isPassed ? [] : ['words of blocker']),
          'words of the last plan',
          '0625',
        ];
        expect(kept.filter((words) => told.includes(words))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

it('is carried to the account when the check-in ends, and taken back when it is edited', async () => {
  const stage = await createStage({ welcomedOn: '2026-11-02', account: 'T1:a', manager: 'T1:U2' });
  await stage.accounts.update('T1:a', () => [EMPTY, null]);
  const at = new Date(`${MONDAY}T08:30:00Z`);
  const submit = async (values: Record<string, JsonValue>, id: string): Promise<void> => {
    const open = (await stage.members.read(ME))?.session?.id ?? '';
    expect(await stage.coach.submit(ME, open, values, { id, at })).toMatchObject({ kind: 'taken' });
    await stage.coach.idle();
  };
  await stage.coach.press(ME, { name: 'begin', subject: 'daily-check-in' }, { id: 'c1', at });
  const given = {
    moved: ['publish'],
    plan: 'Call two dealers at ten about spare parts',
    blocked: 'none',
    number: '12',
  };
  const left = { moved_note: null, plan_when: null, learned: null, rotation: null, energy: '4' };
  await submit({ ...given, ...left, ...PIECE, 'published[0].pillar': null, 'published[0].another': 'no' }, 'c2');
  expect(await stage.accounts.read('T1:a')).toMatchObject({
    items: [{ title: 'Three questions', slot: 'lead' }],
    numbers: [{ name: 'net_followers', value: 12 }],
  });
  await stage.coach.press(ME, { name: 'edit', subject: MONDAY }, { id: 'c3', at });
  await submit({ moved: ['leave'] }, 'c4');
  expect(await stage.accounts.read('T1:a')).toMatchObject({ items: [], numbers: [] });
});
