import { describe, expect, it } from 'vitest';

import { newMember } from '../../src/coaching/new-member.ts';
import type { Post } from '../../src/coaching/post.ts';
import { createStage } from '../support/stage.ts';

const PERSON = { name: 'Person', locale: 'en', zone: 'Asia/Shanghai', kind: 'person' } as const;

const ME = 'T1:U1';
const begin = { name: 'begin', subject: 'daily-check-in' } as const;
const post = (id: string): Post => ({
  id,
  parts: [{ kind: 'text', text: { key: 'literal', values: { text: id } } }],
  leaseUntil: '2026-11-23T08:30:00.000Z',
  then: [],
  bulk: false,
});
const type = (text: string) => ({ kind: 'text', text }) as const;

describe('delivery', () => {
  it('says what failed before what came after it', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    stage.failOn('c1');
    await stage.coach.press(ME, begin, stage.cause('c1'));
    await stage.coach.idle();
    await stage.coach.hear(ME, type('write'), stage.cause('c2'));
    await stage.coach.idle();
    expect(stage.said.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect((await stage.members.read(ME))?.outbox).toEqual([]);
  });

  it('keeps the order when both fail', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    stage.failOn('c1');
    await stage.coach.press(ME, begin, stage.cause('c1'));
    await stage.coach.idle();
    stage.failOn('c1');
    await stage.coach.hear(ME, type('write'), stage.cause('c2'));
    await stage.coach.idle();
    expect(stage.said).toEqual([]);
    stage.failOn('c1');
    await stage.coach.hear(ME, type('skip'), stage.cause('c3'));
    await stage.coach.idle();
    expect(stage.said).toEqual([]);
    await stage.coach.recover(stage.later(60));
    await stage.coach.idle();
    expect(stage.said.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
  });

  it('says the rest when one post can’t be said at all', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    stage.refuse('c1');
    stage.failOn('c2');
    await stage.coach.press(ME, begin, stage.cause('c1'));
    await stage.coach.hear(ME, type('write'), stage.cause('c2'));
    await stage.coach.idle();
    await stage.coach.recover(stage.later(60));
    await stage.coach.idle();
    expect(stage.said.map(({ id }) => id)).toEqual(['c2']);
  });
});

it('says what comes to several people under one id to each of them', async () => {
  const stage = await createStage({ welcomedOn: '2026-11-02' });
  const other = 'T1:U2';
  await stage.members.update(other, () => ({
    member: { ...newMember(other, PERSON), welcomedOn: '2026-11-02' },
    result: null,
  }));
  for (const id of [ME, other]) await stage.coach.press(id, begin, stage.cause('at-nine'));
  await stage.coach.idle();
  expect(stage.said.map(({ id }) => id)).toEqual(['at-nine', 'at-nine']);
  expect((await stage.members.read(other))?.outbox).toEqual([]);
});

describe('somebody whom nothing reaches', () => {
  const told = { kind: 'tell', member: ME, news: { kind: 'talk-proposed', name: 'Example' } } as const;

  it('is tried once for each thing, and nothing is kept for them', async () => {
    const stage = await createStage({ welcomedOn: '2026-11-02' });
    stage.gone.add(ME);
    await stage.coach.press(ME, begin, stage.cause('c1'));
    await stage.coach.idle();
    await stage.members.update(ME, (member) => ({
      member: member && { ...member, outbox: [{ ...post('later'), leaseUntil: '2026-11-23T08:30:00.000Z' }] },
      result: null,
    }));
    for (const seconds of [60, 120, 180]) await stage.coach.recover(stage.later(seconds), stage.later(seconds));
    expect(stage.tried).toEqual(['c1', 'later']);
    expect(stage.givenUp).toEqual(['member-unreachable user_disabled', 'member-unreachable user_disabled']);
    expect(await stage.members.read(ME)).toMatchObject({
      outbox: [],
      dueAt: null,
      unreachable: { code: 'user_disabled' },
    });
  });

  it('still passes on what they had to pass on', async () => {
    const stage = await createStage({
      welcomedOn: '2026-11-02',
      outbox: [post('c1'), { ...post('c2'), then: [told] }],
    });
    stage.gone.add(ME);
    await stage.coach.recover(stage.later(60), stage.later(60));
    await stage.coach.idle();
    expect(stage.tried).toContain('c1');
    expect((await stage.members.read(ME))?.seen).toContain('c2>talk-proposed');
  });

  it('keeps a pause that they asked for when they are there again', async () => {
    const paused = { since: '2026-11-20', why: 'asked' } as const;
    const stage = await createStage({
      welcomedOn: '2026-11-02',
      paused,
      unreachable: { code: 'x', since: '2026-11-20' },
    });
    await stage.coach.hear(ME, type('hello'), stage.cause('c1'));
    expect(await stage.members.read(ME)).toMatchObject({ paused, unreachable: null });
  });
});

it('leaves out what came by itself more than a day ago, and says what somebody waits for', async () => {
  const old = { ...post('check-in@2026-11-20T08:30:00.000Z'), bulk: true };
  const stage = await createStage({ welcomedOn: '2026-11-02', outbox: [old, post('c1')] });
  await stage.coach.recover(stage.later(60), stage.later(60));
  await stage.coach.idle();
  expect(stage.said.map(({ id }) => id)).toEqual(['c1']);
  expect(stage.givenUp).toEqual(['too-late check-in']);
  expect((await stage.members.read(ME))?.outbox).toEqual([]);
});
