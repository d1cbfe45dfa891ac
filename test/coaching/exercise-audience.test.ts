import { describe, expect, it } from 'vitest';

import { createExercising } from '../support/exercising.ts';
import { OPERATOR } from '../support/weeks.ts';

const GOOD = [
  'Factory, building materials',
  'Existing customers',
  'Foreman W. of a paper mill, sent our service a photo of a broken seal on Friday',
  'Repair foreman in a paper mill, when the line stops at night, afraid that he orders the wrong seal',
  'When the machine stops at night, he needs to know whether it can wait until morning',
  'Can I still get the old seal?\n2. How long does it last at 80 degrees?\n- Which grease?',
  'WeChat search, They give up',
  'Bulk buyers, our sales people look after them',
];

const begun = (answers: readonly string[]) => createExercising('audience', [...answers]);

describe('the first-reader exercise', () => {
  it('ends in a reader card, with the readers’ questions among the topics', async () => {
    const { since, position, version, member } = await begun(GOOD);
    const said = since(OPERATOR);
    expect(said).toContain('We write for: Repair foreman in a paper mill');
    expect(said).toContain('“Can I still get the old seal?”');
    expect(said).toContain('Evidence: one real person, 3 questions in their words.');
    expect(said).toContain('one good answer goes a long way');
    expect(await version()).toMatchObject({ evidence: 'observed', grade: 'sharp', flags: ['opportunity'] });
    const topics = (await position()).topics.map(({ text }) => text);
    expect(topics).toEqual(['Can I still get the old seal?', 'How long does it last at 80 degrees?', 'Which grease?']);
    expect((await member(OPERATOR)).position).toMatchObject({
      reader: expect.stringContaining('Repair foreman'),
      topicsOpen: 3,
    });
  });

  it('is an assumption while nobody was met, however that is said', async () => {
    for (const none of ['skip', 'nobody yet']) {
      const { type, since, version } = await begun([...GOOD.slice(0, 2), none]);
      if (none !== 'skip') await type(OPERATOR, 'keep');
      await type(OPERATOR, ...GOOD.slice(3));
      expect(since(OPERATOR)).toContain('a guess so far, nobody met yet');
      expect((await version())?.evidence).toBe('assumption');
    }
  });

  it.each([
    ['Government, media, the public', '“The public” is hard to write for'],
    ['Not decided yet', 'a first guess will do'],
  ])('shows worked examples to whoever chooses %s, and asks once again', async (first, words) => {
    const { since, type } = await begun(['Factory, building materials', first]);
    const said = since(OPERATOR);
    expect(said).toContain(words);
    expect(said).toContain('•');
    await type(OPERATOR, 'Not decided yet');
    expect(since(OPERATOR)).toContain('One real person');
  });

  it('done again brings no topic twice', async () => {
    const { press, type, position } = await begun(GOOD);
    await press(OPERATOR, 'exercise', 'audience');
    await type(OPERATOR, 'keep', 'keep', 'keep', 'keep', 'Which grease?\nWhich seal?', 'keep', 'keep');
    expect((await position()).topics.map(({ text }) => text)).toEqual([
      'Can I still get the old seal?',
      'How long does it last at 80 degrees?',
      'Which grease?',
      'Which seal?',
    ]);
  });

  it('hands no reader on where nothing was said', async () => {
    const { type, since, member } = await begun([...GOOD.slice(0, 3), 'dunno', 'dunno', 'dunno']);
    await type(OPERATOR, ...GOOD.slice(4));
    expect(since(OPERATOR)).toContain('We write for: still open');
    expect((await member(OPERATOR)).position?.reader).toBeNull();
  });

  it('says where own staff are better reached', async () => {
    const { since } = await begun(['Factory, building materials', 'Our own staff']);
    expect(since(OPERATOR)).toContain('WeCom or the office system');
  });

  it('is never stuck on lazy answers, and notes what is missing', async () => {
    const lazy = Array.from({ length: 6 }, () => 'dunno');
    const { type, since, version, position } = await begun([
      'Factory, building materials',
      'Not decided yet',
      'Not decided yet',
      'skip',
    ]);
    await type(OPERATOR, ...lazy, 'skip', 'They give up', 'skip');
    expect(since(OPERATOR)).toContain('Kept as a draft');
    expect(await version()).toMatchObject({
      grade: 'vague',
      evidence: 'assumption',
      flags: ['no_exclusion', 'opportunity'],
    });
    expect((await position()).topics).toEqual([]);
  });
});
