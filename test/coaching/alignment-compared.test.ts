import { describe, expect, it } from 'vitest';

import { noteOf } from '../../src/coaching/alignment-note.ts';
import { ACCOUNT, ANSWERS, createCompared } from '../support/aligning-stage.ts';
import { MANAGER, OPERATOR } from '../support/weeks.ts';

describe('the comparison', () => {
  it('explains with one measured fact why followers are no target, where only the manager puts them first', async () => {
    const stage = await createCompared();
    const sheet = stage.since(OPERATOR);
    expect(sheet).toContain('January 2021 to July 2022');
    expect(sheet).toContain('[Look at team and resources]');
    expect(noteOf(await stage.member(MANAGER), ACCOUNT)).toEqual({ askedOn: null, followersFirst: true });
  });

  it('has an index that is preliminary until both have marked their own words', async () => {
    const stage = await createCompared();
    expect(stage.since(OPERATOR)).toContain('index, preliminary: 6');
    await stage.press(OPERATOR, 'align-mark', 1, 'different');
    await stage.press(OPERATOR, 'align-mark', 1, 'same');
    expect(stage.since(MANAGER)).toBe('');
    await stage.press(MANAGER, 'align-mark', 1, 'same');
    expect(stage.since(MANAGER)).toContain('*Alignment index: 18*');
    expect((await stage.member(OPERATOR)).position?.aligned?.index).toBe(18);
    // Marked by both, it stands.
    await stage.press(OPERATOR, 'align-mark', 1, 'different');
    expect((await stage.position()).alignment?.round?.sides.operator.mark).toBe('same');
  });

  it('is made anew after a while, with the index of the time before', async () => {
    const stage = await createCompared();
    await stage.press(OPERATOR, 'align-again');
    expect((await stage.member(OPERATOR)).session).toBeNull();
    stage.wait(30);
    await stage.press(OPERATOR, 'align');
    expect(stage.since(OPERATOR)).toContain('[Compare again]');
    await stage.press(OPERATOR, 'align-again');
    expect((await stage.member(OPERATOR)).session?.answers).toEqual({});
    await stage.answer(OPERATOR, ANSWERS.operator);
    await stage.press(OPERATOR, 'align-share', 2);
    await stage.press(MANAGER, 'align');
    await stage.answer(MANAGER, ANSWERS.operator);
    await stage.press(MANAGER, 'align-share', 2);
    expect(stage.since(MANAGER)).toMatch(/preliminary: 100[\s\S]*The time before, Monday, November 23: 6/);
    expect((await stage.position()).alignment?.past).toMatchObject([{ round: 1, index: 6 }]);
  });

  it('answers a button of an earlier round with where it stands', async () => {
    const stage = await createCompared();
    stage.since(OPERATOR);
    await stage.press(OPERATOR, 'align-share', 7);
    expect(stage.since(OPERATOR)).toContain('Side by side: Fewer Breakdowns');
  });
});

/** The operator proposes dealers as first reader. */
async function createProposed() {
  const stage = await createCompared();
  await stage.press(OPERATOR, 'align-propose', 1, 'reader');
  await stage.type(OPERATOR, 'dealers', 'both', '2026-12-31');
  return stage;
}

describe('a decision', () => {
  it('holds once the other side agrees, and is part of the position with both names', async () => {
    const stage = await createProposed();
    expect(stage.since(MANAGER)).toContain('@U1 proposes – First reader: *Dealers and partners*');
    expect((await stage.position()).settled).toEqual({});
    await stage.press(OPERATOR, 'align-agree', 1, '1-reader-operator-1');
    expect((await stage.position()).settled).toEqual({});
    await stage.press(MANAGER, 'align-agree', 1, '1-reader-operator-1');
    expect(stage.since(OPERATOR)).toContain('Settled on November 23 – First reader');
    expect((await stage.position()).settled.reader).toMatchObject({ operator: OPERATOR, manager: MANAGER });
  });

  it('may be said differently, and the one who proposed it first agrees to that', async () => {
    const stage = await createProposed();
    await stage.press(MANAGER, 'align-differ', 1, '1-reader-operator-1');
    expect((await stage.member(MANAGER)).session?.answers['reader']).toMatchObject({ value: 'dealers', preset: true });
    await stage.type(MANAGER, 'staff', 'manager', 'skip');
    expect(stage.since(OPERATOR)).toContain('@U2 proposes – First reader: *Our own staff*');
    // The one before can no longer be agreed to.
    await stage.press(MANAGER, 'align-agree', 1, '1-reader-operator-1');
    await stage.press(OPERATOR, 'align-agree', 1, '1-reader-manager-2');
    expect((await stage.position()).settled.reader?.value).toBe('staff');
  });

  it('on promotion is the limit of the account from then on, also when it is carried out twice', async () => {
    const stage = await createCompared();
    await stage.press(OPERATOR, 'align-propose', 1, 'promo');
    await stage.type(OPERATOR, '25', 'both', 'skip');
    stage.crashNext();
    await stage.press(MANAGER, 'align-agree', 1, '1-promo-operator-1');
    await stage.recover();
    expect((await stage.account()).promoCap).toBe(0.25);
    const told = stage.since(OPERATOR).match(/Settled for/g);
    expect(told).toHaveLength(1);
  });

  it('that was stopped is proposed to nobody', async () => {
    const stage = await createCompared();
    await stage.press(OPERATOR, 'align-propose', 1, 'look');
    stage.since(MANAGER);
    await stage.type(OPERATOR, 'stop');
    expect(stage.since(MANAGER)).toBe('');
    expect((await stage.position()).alignment?.decisions).toEqual([]);
  });
});
