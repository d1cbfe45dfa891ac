import { describe, expect, it } from 'vitest';

import { noteOf } from '../../src/coaching/alignment-note.ts';
import { alignmentParts } from '../../src/coaching/alignment-where.ts';
import { ACCOUNT, ANSWERS, createAligning, createCompared, OTHER_OPERATOR } from '../support/aligning-stage.ts';
import { linesIn, MANAGER, OPERATOR } from '../support/weeks.ts';

const NEW_MANAGER = 'T1:U8';

/** Their operator answered, and asked the manager to. */
async function createAsked(known: Parameters<typeof createAligning>[0] = {}) {
  const stage = await createAligning(known);
  await stage.press(OPERATOR, 'align');
  await stage.answer(OPERATOR, ANSWERS.operator);
  await stage.press(OPERATOR, 'align-ask', 1);
  return stage;
}

describe('a round', () => {
  it('tells the manager nothing before the operator asks them', async () => {
    const stage = await createAligning();
    await stage.press(OPERATOR, 'align');
    await stage.answer(OPERATOR, ANSWERS.operator);
    await stage.press(OPERATOR, 'align-share', 1);
    expect(stage.since(MANAGER)).toBe('');
    await stage.press(OPERATOR, 'align-ask', 1);
    const invitation = stage.since(MANAGER);
    expect(invitation).toContain('6 to 8 minutes');
    expect(invitation).toContain('Nobody sees your answers');
    expect(invitation).toContain('[Not now]');
  });

  it('is asked for once a day, and again on another', async () => {
    const stage = await createAsked();
    stage.since(MANAGER);
    await stage.press(OPERATOR, 'align-ask', 1);
    expect(stage.since(MANAGER)).toBe('');
    stage.wait(3);
    await stage.press(OPERATOR, 'align-ask', 1);
    expect(stage.since(MANAGER)).toContain('[Answer]');
  });

  it('is kindly declined, and nothing keeps the manager from answering later', async () => {
    const stage = await createAsked();
    stage.since(OPERATOR);
    await stage.press(MANAGER, 'align-later', 1);
    expect(stage.since(OPERATOR)).toContain('says nothing about you');
    await stage.press(MANAGER, 'align');
    await stage.answer(MANAGER, ANSWERS.manager);
    expect(stage.since(OPERATOR)).toContain('@U2 answered the eight questions');
    expect((await stage.position()).alignment?.round?.sides.manager.declinedOn).toBeNull();
  });

  it('may be begun by the manager, who asks the operator', async () => {
    const stage = await createAligning();
    await stage.press(MANAGER, 'align');
    await stage.answer(MANAGER, ANSWERS.manager);
    expect(stage.since(OPERATOR)).toBe('');
    await stage.press(MANAGER, 'align-ask', 1);
    expect(stage.since(OPERATOR)).toContain('@U2 has suggested something');
    await stage.press(OPERATOR, 'align');
    await stage.answer(OPERATOR, ANSWERS.operator);
    expect(stage.since(MANAGER)).toContain('@U1 answered the eight questions');
  });

  it('stopped half-way goes on where it was left, and nothing of it went anywhere', async () => {
    const stage = await createAsked();
    await stage.press(MANAGER, 'align');
    await stage.answer(MANAGER, ANSWERS.manager, 4);
    stage.since(OPERATOR);
    await stage.type(MANAGER, 'stop');
    expect(stage.since(OPERATOR)).toBe('');
    expect((await stage.position()).alignment?.round?.sides.manager.answers).toBeNull();
    await stage.press(MANAGER, 'align');
    expect((await stage.member(MANAGER)).session?.at).toBe('number_2');
  });

  it('lets answers be changed until they are shared', async () => {
    const stage = await createAsked();
    await stage.press(OPERATOR, 'align', 'change');
    expect((await stage.member(OPERATOR)).session?.answers['reader']).toMatchObject({ value: 'dealers', preset: true });
    await stage.answer(OPERATOR, { ...ANSWERS.operator, reader: 'customers' });
    expect((await stage.position()).alignment?.round?.sides.operator.answers?.reader).toBe('customers');
    await stage.press(OPERATOR, 'align-share', 1);
    await stage.press(OPERATOR, 'align', 'change');
    expect((await stage.member(OPERATOR)).session).toBeNull();
  });

  it('takes one number for an answer, and whatever else is left out', async () => {
    const stage = await createAligning();
    await stage.press(OPERATOR, 'align');
    const least = { reader: 'customers', job: 'service', number_1: 'reads', alone: 'none', look: 'weekly' };
    await stage.answer(OPERATOR, least);
    expect((await stage.position()).alignment?.round?.sides.operator.answers).toEqual({
      reader: 'customers',
      job: 'service',
      numbers: ['reads'],
      alone: ['none'],
      look: 'weekly',
    });
  });

  it('can be answered in one form, which offers no number twice', async () => {
    const stage = await createAligning();
    await stage.press(OPERATOR, 'align');
    const session = (await stage.member(OPERATOR)).session?.id ?? '';
    const offered = async (typed: Readonly<Record<string, string>>) =>
      Object.fromEntries(
        ((await stage.coach.form(OPERATOR, session, typed))?.questions ?? []).map(({ address, options }) => [
          address,
          options.map(({ id }) => id),
        ]),
      );
    expect((await offered({}))['number_1']).toHaveLength(9);
    const chosen = await offered({ number_1: 'inquiries', number_2: 'reads' });
    expect(chosen['number_2']).not.toContain('inquiries');
    expect(chosen['number_3']).toHaveLength(7);
    const typed = { ...ANSWERS.operator, alone: ['topic', 'title'] };
    const twice = await stage.coach.submit(OPERATOR, session, { ...typed, number_2: 'inquiries' }, stage.cause('f1'));
    expect(twice).toMatchObject({ kind: 'refused', errors: { number_2: {} } });
    expect(await stage.coach.submit(OPERATOR, session, typed, stage.cause('f2'))).toMatchObject({ kind: 'taken' });
    await stage.coach.idle();
    expect((await stage.position()).alignment?.round?.sides.operator.answers).toMatchObject({
      numbers: ['inquiries', 'share_rate', 'finish_rate'],
      alone: ['topic', 'title'],
    });
  });

  it('counts as a word from the manager, and says nothing of what it was', async () => {
    const stage = await createAsked();
    await stage.press(MANAGER, 'align');
    await stage.answer(MANAGER, ANSWERS.manager);
    const { events } = await stage.account();
    expect(events.map(({ kind }) => kind)).toEqual(['answered_question']);
  });

  it('is answered for those who run the account by the operator who begins it', async () => {
    const stage = await createAligning({ operators: [OPERATOR, OTHER_OPERATOR] });
    await stage.press(MANAGER, 'align');
    await stage.answer(MANAGER, ANSWERS.manager);
    await stage.press(MANAGER, 'align-ask', 1);
    for (const id of [OPERATOR, OTHER_OPERATOR]) {
      expect(stage.heard.some(({ member }) => member === id)).toBe(true);
    }
    await stage.press(OTHER_OPERATOR, 'align');
    stage.since(OPERATOR);
    await stage.press(OPERATOR, 'align');
    expect(stage.since(OPERATOR)).toContain('@U3 answers the eight questions');
    expect((await stage.position()).alignment?.round?.sides.operator.by).toBe(OTHER_OPERATOR);
  });
});

describe('where there are no two sides', () => {
  it.each([
    ['nobody answers for the account', { manager: null }, 'Nobody answers for Fewer Breakdowns yet'],
    ['the operator answers for it', { manager: OPERATOR }, 'answer for it yourself'],
  ])('because %s, the questions are offered just for oneself', async (_, known, words) => {
    const stage = await createAligning(known);
    await stage.press(OPERATOR, 'align');
    expect(stage.since(OPERATOR)).toContain(words);
    await stage.press(OPERATOR, 'align', 'alone');
    await stage.answer(OPERATOR, ANSWERS.operator);
    expect(stage.since(OPERATOR)).toContain('Only you see these');
    expect((await stage.position()).alignment).toBeNull();
  });
});

describe('a manager who leaves', () => {
  it('ends the open round, honestly: nothing was shown, the answers of whoever left are deleted', async () => {
    const stage = await createAsked();
    await stage.press(MANAGER, 'align');
    await stage.answer(MANAGER, ANSWERS.manager);
    await stage.press(MANAGER, 'align-share', 1);
    stage.since(MANAGER);
    await stage.appoint('U8');
    const heard = stage.heard.flatMap(({ member, post }) =>
      linesIn('en', post.parts).map((line) => `${member} ${line}`),
    );
    const ended = heard.filter((line) => line.includes('has ended')).map((line) => line.slice(0, 5));
    expect(new Set(ended)).toEqual(new Set([OPERATOR, MANAGER]));
    expect(heard.join()).toContain('Your answers were shown to nobody');
    expect(heard.join()).toContain('Nothing of your answers was shown to anybody, and they are deleted');
    expect(JSON.stringify(await stage.position())).not.toContain('mgmark');
    await stage.press(OPERATOR, 'align-share', 1);
    expect(JSON.stringify(stage.heard)).not.toContain('alignment.sheet');
  });

  it('in the middle of answering is asked nothing more, and what they had answered reaches nobody', async () => {
    const stage = await createAsked();
    await stage.press(MANAGER, 'align');
    await stage.answer(MANAGER, ANSWERS.manager, 9);
    await stage.appoint('U8');
    expect(await stage.member(MANAGER)).toMatchObject({ session: null, parked: [], alignment: {} });
    await stage.type(MANAGER, 'daily');
    expect((await stage.position()).alignment?.round?.sides.manager.answers).toBeNull();
  });

  it('leaves the operator their own answers, to be kept or changed in a round with the next one', async () => {
    const stage = await createAsked();
    await stage.appoint('U8');
    await stage.press(OPERATOR, 'align');
    expect((await stage.member(OPERATOR)).session?.answers['success']).toMatchObject({
      value: ANSWERS.operator.success,
      preset: true,
    });
    await stage.answer(OPERATOR, ANSWERS.operator);
    await stage.press(OPERATOR, 'align-ask', 2);
    expect(stage.since(NEW_MANAGER)).toContain('@U1 has suggested something');
  });

  it('leaves an operator who was still answering what they answered', async () => {
    const stage = await createAligning();
    await stage.press(OPERATOR, 'align');
    await stage.answer(OPERATOR, ANSWERS.operator, 9);
    await stage.type(OPERATOR, 'stop');
    await stage.appoint('U8');
    await stage.coach.press(OPERATOR, { name: 'resume', subject: 'positioning-alignment' }, stage.cause('resumed'));
    stage.since(OPERATOR);
    await stage.answer(OPERATOR, ANSWERS.operator);
    expect(stage.since(OPERATOR)).toContain('That round was over before your answers came');
    await stage.press(OPERATOR, 'align');
    expect((await stage.member(OPERATOR)).session?.answers['reader']).toMatchObject({ value: 'dealers', preset: true });
  });

  it('after the comparison leaves it to the two who made it: the next one sees none of it', async () => {
    const stage = await createCompared();
    await stage.appoint('U8');
    await stage.press(OPERATOR, 'align');
    expect((await stage.member(OPERATOR)).session?.facts['round']).toBe(2);
    await stage.press(NEW_MANAGER, 'align');
    expect(JSON.stringify(stage.heard.filter(({ member }) => member === NEW_MANAGER))).not.toMatch(
      /opmark|mgmark|index/,
    );
    expect((await stage.position()).alignment?.past).toMatchObject([{ manager: MANAGER }]);
  });
});

describe('what the day’s work knows', () => {
  it('is how far the open round is, for operator and manager each their own', async () => {
    const stage = await createAligning();
    await stage.press(OPERATOR, 'align');
    expect((await stage.member(OPERATOR)).position?.alignment).toEqual({
      startedOn: '2026-11-23',
      mine: false,
      theirs: false,
    });
    await stage.answer(OPERATOR, ANSWERS.operator);
    await stage.press(OPERATOR, 'align-ask', 1);
    expect((await stage.member(OPERATOR)).position?.alignment).toMatchObject({ mine: true, theirs: false });
    expect(noteOf(await stage.member(MANAGER), ACCOUNT).askedOn).toBe('2026-11-23');
    await stage.press(MANAGER, 'align-later', 1);
    expect((await stage.member(OPERATOR)).position?.alignment).toBeNull();
    expect(noteOf(await stage.member(MANAGER), ACCOUNT).askedOn).toBeNull();
    await stage.press(MANAGER, 'align');
    await stage.answer(MANAGER, ANSWERS.manager);
    expect((await stage.member(OPERATOR)).position?.alignment).toMatchObject({ mine: true, theirs: true });
  });

  it('can be shown anywhere, to whoever may see it', async () => {
    const stage = await createAsked();
    const { alignment } = await stage.position();
    const shown = async (member: string) =>
      linesIn('en', alignmentParts(alignment, await stage.account(), { member, today: '2026-11-24' })).join('\n');
    expect(await shown(OPERATOR)).toContain('Your answers');
    expect(await shown(MANAGER)).toMatch(/wait for you[\s\S]*\[Answer\]/);
    expect(await shown(MANAGER)).not.toContain('opmark');
  });

  it('says nothing of a round to whoever was not asked yet', async () => {
    const stage = await createAligning();
    await stage.press(MANAGER, 'align');
    expect((await stage.member(OPERATOR)).position?.alignment).toBeNull();
    const { alignment } = await stage.position();
    const seeing = { member: OPERATOR, today: '2026-11-24' };
    const shown = linesIn('en', alignmentParts(alignment, await stage.account(), seeing)).join('\n');
    expect(shown).toContain('You and your manager, eight questions');
    await stage.answer(MANAGER, ANSWERS.manager);
    stage.wait(2);
    await stage.press(MANAGER, 'align-ask', 1);
    expect((await stage.member(OPERATOR)).position?.alignment?.startedOn).toBe('2026-11-25');
  });
});
