import { describe, expect, it } from 'vitest';

import { createExercising } from '../support/exercising.ts';
import { createManaged } from '../support/managing.ts';
import { OPERATOR } from '../support/weeks.ts';

const LOOKED = [
  'Factory, building materials',
  'Pump Weekly',
  'Every Tuesday an engineer answers one question in 300 words; they never say what it costs',
  'skip',
  'skip',
];
const PROMISE =
  'Unlike Pump Weekly, which prints data sheets, we always show one repair bill with its hours and never a leaflet';

const begun = (answers: readonly string[]) => createExercising('difference', [...answers]);

describe('the difference exercise', () => {
  it('ends in a sentence that can be checked, a grid of others, and what is stopped', async () => {
    const { since, version, member } = await begun([
      ...LOOKED,
      '1',
      'Repair and complaint records, What old hands know',
      PROMISE,
      'Holiday posters, Something else',
      'The staff magazine as an article',
      '3',
    ]);
    const said = since(OPERATOR);
    expect(said).toContain(PROMISE);
    expect(said).toContain('Pump Weekly: Every Tuesday an engineer');
    expect(said).toContain('We stop: Holiday posters, The staff magazine as an article – about 3 hours a week freed');
    expect(await version()).toMatchObject({ flags: [], grade: 'sharp' });
    expect((await member(OPERATOR)).position?.assets).toEqual(['repairs', 'veterans']);
  });

  it('says what titles that anybody could print mean, and asks who is asked for advice where nothing is own', async () => {
    const { since, type, version } = await begun([...LOOKED, '2', 'None of these']);
    const said = since(OPERATOR);
    expect(said).toContain('the titles could be anybody’s');
    expect(said).toContain('who in the firm is asked for advice');
    await type(OPERATOR, 'skip', PROMISE, 'Nothing');
    expect(since(OPERATOR)).toContain('brought the fewest readers last month');
    await type(OPERATOR, 'skip');
    expect(await version()).toMatchObject({ flags: ['alike', 'no_asset', 'no_stop'] });
  });

  it('puts the sentence beside the reader who is known', async () => {
    const stage = await createManaged();
    await stage.press(OPERATOR, 'exercise', 'audience');
    const role = 'Repair foreman in a paper mill, when the line stops at night, afraid that he orders the wrong seal';
    await stage.type(
      OPERATOR,
      'Factory, building materials',
      'Existing customers',
      'skip',
      role,
      role,
      'skip',
      'WeChat search',
      'skip',
    );
    await stage.press(OPERATOR, 'exercise', 'difference');
    await stage.type(
      OPERATOR,
      'skip',
      'skip',
      'skip',
      '0',
      'Repair and complaint records',
      PROMISE,
      'Holiday posters',
      'skip',
    );
    expect(stage.since(OPERATOR)).toContain(`is for ${role}. ${PROMISE}`);
  });

  it('is never stuck on lazy answers', async () => {
    const { type, since, version } = await begun([
      'Factory, building materials',
      'skip',
      'skip',
      'skip',
      '3',
      'None of these',
      'skip',
    ]);
    await type(OPERATOR, 'we are better', 'we are more professional', 'better quality', 'Nothing', 'skip');
    expect(since(OPERATOR)).toContain('Kept as a draft');
    expect((await version())?.grade).toBe('vague');
  });
});
