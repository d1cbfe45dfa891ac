import { describe, expect, it } from 'vitest';

import { createExercising } from '../support/exercising.ts';
import { OPERATOR } from '../support/weeks.ts';

const TRADE = 'Factory, building materials';
const RESULT = ['Fewer service calls', 'Fewer calls about resetting the meter, from 40 a week to 25'];
const TARGET = 'By 28 February, 12 inquiries a month from articles, now 8';
const DECISION = 'Ms Li and I on Fridays; under 8 we change the opening of the next piece';

const begun = (answers: readonly string[]) => createExercising('goals', [TRADE, ...answers]);

describe('the goals exercise', () => {
  it('ends in a tree of numbers and a small board, and gives the digest its number once shared', async () => {
    const answers = [...RESULT, 'Writes us a message', 'Inquiries', 'Unfollows, Finish rate', '8', 'skip', TARGET];
    const { since, version, member, account, press } = await begun([...answers, '12', '2027-02-28', DECISION]);
    const said = since(OPERATOR);
    expect(said).toContain('Result: Fewer service calls – Fewer calls about resetting');
    expect(said).toContain('Lead number: Inquiries, today 8');
    expect(said).toContain('Every week: Inquiries, Unfollows, Finish rate, Share of promotion');
    expect(said).not.toContain('more than double');
    expect(await version()).toMatchObject({ grade: 'sharp', flags: [] });
    expect((await member(OPERATOR)).position).toMatchObject({ lead: 'inquiries', hasBaseline: true });
    await press(OPERATOR, 'share-element', 'goals', (await version())?.id ?? '');
    expect((await account()).leadMetric).toBe('inquiries');
  });

  it('pushes back on exposure, and on a number that is only followers', async () => {
    const { since, type, version } = await begun(['Something else', 'brand exposure', 'keep', 'Comments']);
    since(OPERATOR);
    await type(OPERATOR, 'Total followers');
    expect(since(OPERATOR)).toContain('would it be a success');
    await type(OPERATOR, 'Not really', 'Share rate', 'Unfollows', 'skip', TARGET, 'skip', 'skip');
    const said = since(OPERATOR);
    expect(said).toContain('Lead number: Share rate, today’s value not known yet');
    expect((await version())?.flags).toEqual(['no_baseline', 'metric_without_decision']);
  });

  it('lets somebody keep followers, and says what that is worth', async () => {
    const answers = [
      ...RESULT,
      'Comments',
      'Total followers',
      'Yes, it would',
      'Unfollows',
      'skip',
      TARGET,
      'skip',
      DECISION,
    ];
    const { since, version } = await begun(answers);
    expect(since(OPERATOR)).toContain('say little about whether readers were served');
    expect(await version()).toMatchObject({ grade: 'vague', flags: ['fans_only', 'no_baseline'] });
  });

  it('asks what makes it possible to more than double within three months', async () => {
    const answers = [...RESULT, 'Comments', 'Inquiries', 'Unfollows', '4', 'skip', TARGET, '12', '2027-01-31'];
    const { since, type } = await begun(answers);
    expect(since(OPERATOR)).toContain('From 4 to 12 is more than double');
    await type(OPERATOR, 'A day of design a week', DECISION);
    expect(since(OPERATOR)).toContain('Possible because: A day of design a week');
    const later = await begun([...answers.slice(0, -1), '2027-10-31']);
    expect(later.since(OPERATOR)).toContain('Who looks at it every week');
  });

  it('goes on with a draft where no act is known', async () => {
    const { since, type, version } = await begun([...RESULT, 'None that I know of']);
    expect(since(OPERATOR)).toContain('What did the last three customers do');
    await type(OPERATOR, 'Inquiries', 'Unfollows', 'skip', 'dunno', 'dunno', 'dunno', 'skip', 'skip');
    expect(since(OPERATOR)).toContain('Kept as a draft');
    expect(await version()).toMatchObject({
      grade: 'vague',
      flags: ['no_baseline', 'no_act', 'metric_without_decision'],
    });
  });
});
