import { describe, expect, it } from 'vitest';

import { Account } from '../../src/coaching/account.ts';
import type { Member } from '../../src/coaching/member.ts';
import type { Position } from '../../src/coaching/position.ts';
import { pieceIn } from '../../src/coaching/published.ts';
import type { AnswerValue, JsonValue, Session } from '../../src/flow/session.ts';
import { briefOf, pillar, topic } from '../support/briefs.ts';
import { createStage } from '../support/stage.ts';

const ME = 'T1:U1';
const MONDAY = '2026-11-23';
const ACCOUNT = 'T1:a';
const DAILY = { name: 'begin', subject: 'daily-check-in' } as const;
const TOPICS = [topic('t1', 'Which grease fits the old ones?'), topic('t2', 'How often is too often?')];
const PLANNED = {
  ...briefOf({ pillars: [pillar('Fewer breakdowns', 0.6), pillar('Spare parts', 0.4)], topics: TOPICS, topicsOpen: 2 }),
  account: ACCOUNT,
};
const REST = {
  moved: ['publish'],
  plan: 'At 10 call two dealers about spare parts',
  blocked: 'none',
  moved_note: null,
  number: null,
  learned: null,
  rotation: null,
  energy: null,
};
const PIECE = { 'published[0].title': 'Three questions', 'published[0].intent': 'promo' };
const ASKED = {
  'published[0].column': null,
  'published[0].slot': null,
  'published[0].requested_by': 'operator',
  'published[0].another': 'no',
};

let count = 0;
const moment = () => ({ id: `cause-${count++}`, at: new Date(`${MONDAY}T08:30:00Z`) });

async function stageOf(known: Partial<Member> = {}) {
  const stage = await createStage({ welcomedOn: '2026-11-02', account: ACCOUNT, ...known });
  const bare = Account.parse({ v: 1, id: ACCOUNT, name: 'A', platforms: [], operators: [ME], manager: 'T1:U2' });
  await stage.accounts.update(ACCOUNT, () => [bare, null]);
  const topics = TOPICS.map((one) => ({ ...one, source: 'audience', on: '2026-11-09', by: ME, usedOn: null }) as const);
  const position: Position = {
    v: 1,
    account: ACCOUNT,
    trade: null,
    elements: {},
    topics: [...topics],
    alignment: null,
    settled: {},
  };
  await stage.positions.update(ACCOUNT, () => [position, null]);
  const open = async (): Promise<Session | null> => (await stage.members.read(ME))?.session ?? null;
  return {
    ...stage,
    open,
    async begin() {
      await stage.coach.press(ME, DAILY, moment());
      await stage.coach.idle();
    },
    async edit() {
      await stage.coach.press(ME, { name: 'edit', subject: MONDAY }, moment());
      await stage.coach.idle();
    },
    asked: async (typed: Record<string, JsonValue>): Promise<string[]> =>
      ((await stage.coach.form(ME, (await open())?.id ?? '', typed))?.questions ?? []).map(({ step }) => step),
    async submit(given: Record<string, JsonValue>) {
      const values = { ...REST, ...PIECE, ...ASKED, ...given };
      expect(await stage.coach.submit(ME, (await open())?.id ?? '', values, moment())).toMatchObject({ kind: 'taken' });
      await stage.coach.idle();
    },
    items: async () => (await stage.accounts.read(ACCOUNT))?.items,
    used: async () => (await stage.positions.read(ACCOUNT))?.topics.map(({ usedOn }) => usedOn),
  };
}

const round = (answers: Record<string, AnswerValue>) =>
  pieceIn(Object.fromEntries(Object.entries(answers).map(([step, value]) => [step, { value }])));

describe('a piece', () => {
  it('belongs to the column chosen from the plan, or to the one that was typed without a plan', () => {
    expect(round({ title: 'x', column: 'Spare parts' })).toMatchObject({ pillar: 'Spare parts' });
    expect(round({ title: 'x', pillar: 'My own column' })).toMatchObject({ pillar: 'My own column' });
    expect(round({ title: 'x', column: 'none_of_these' })).toMatchObject({ pillar: '' });
    expect(round({ title: 'x' })).toEqual({
      title: 'x',
      intent: '',
      pillar: '',
      slot: null,
      requestedBy: '',
      topic: null,
    });
  });
});

const given = (value: AnswerValue) => ({ value, followUps: 0, settled: true });

describe('the check-in about a piece', () => {
  it('offers the columns of the plan and none of these, and the newest topics first', async () => {
    const stage = await stageOf({ position: PLANNED });
    await stage.begin();
    const form = await stage.coach.form(ME, (await stage.open())?.id ?? '', { moved: ['publish'] });
    const optionsOf = (step: string) =>
      form?.questions.find((one) => one.step === step)?.options.map(({ text }) => text.values?.['text'] ?? text.key);
    expect(optionsOf('column')).toEqual([
      'Fewer breakdowns',
      'Spare parts',
      'content-item.column.option.none_of_these',
    ]);
    expect(optionsOf('topic')).toEqual(['How often is too often?', 'Which grease fits the old ones?']);
    expect(form?.questions.map(({ step }) => step)).not.toContain('pillar');
  });

  it('asks for a few words where there is no plan, and for no topic where there is none', async () => {
    for (const position of [null, { ...PLANNED, pillars: [], topics: [] }, { ...PLANNED, account: 'T1:other' }]) {
      const stage = await stageOf({ position });
      await stage.begin();
      const asked = await stage.asked({ moved: ['publish'] });
      expect(asked).toContain('pillar');
      expect(asked).not.toContain('column');
      expect(asked).not.toContain('topic');
    }
  });

  it('ticks off the topic that the piece answers, and opens it again when an edit takes it out', async () => {
    const stage = await stageOf({ position: PLANNED });
    await stage.begin();
    await stage.submit({ 'published[0].column': 'Spare parts', 'published[0].topic': 't1' });
    expect(await stage.items()).toMatchObject([{ pillar: 'Spare parts', topic: 't1', intent: 'promo' }]);
    expect(await stage.used()).toEqual([MONDAY, null]);
    expect((await stage.members.read(ME))?.position).toMatchObject({ topicsOpen: 1, topics: [{ id: 't2' }] });
    await stage.edit();
    await stage.submit({ 'published[0].topic': 't2' });
    expect(await stage.used()).toEqual([null, MONDAY]);
    expect(await stage.items()).toMatchObject([{ topic: 't2' }]);
  });

  it('goes on where it was left before there were columns and topics', async () => {
    const stage = await stageOf({ position: PLANNED });
    const old: Session = {
      id: 'daily-check-in@old',
      flow: 'daily-check-in',
      version: 1,
      facts: {
        today: MONDAY,
        weekday: 'mon',
        rotation: 'mon1',
        light: false,
        has_manager: true,
        yesterday_plan: '',
        open_blockers: [],
        actions: [],
        last_item: '',
        from_manager: '',
      },
      answers: {
        moved: given(['publish']),
        moved_note: given('a note'),
        'published[0].title': given('Three questions'),
        'published[0].intent': given('value'),
        'published[0].pillar': given('Fewer breakdowns'),
      },
      at: 'published[0].slot',
      said: [],
      turn: 5,
      draft: {},
    };
    await stage.members.update(ME, (member) => ({ member: member && { ...member, session: old }, result: null }));
    for (const text of ['lead', 'mine', 'no']) await stage.coach.hear(ME, { kind: 'text', text }, moment());
    await stage.coach.idle();
    // Nothing was picked back then: the plan is what comes next.
    expect(await stage.open()).toMatchObject({ at: 'plan', version: 3 });
    for (const text of ['At 10 call two dealers about parts', 'none', 'skip', 'skip', 'skip', 'skip']) {
      await stage.coach.hear(ME, { kind: 'text', text }, moment());
    }
    await stage.coach.idle();
    expect(await stage.items()).toMatchObject([{ pillar: 'Fewer breakdowns', slot: 'lead', topic: null }]);
  });
});
