import { describe, expect, it } from 'vitest';

import { createExercising } from '../support/exercising.ts';
import { OPERATOR } from '../support/weeks.ts';

const TRADE = 'Factory, building materials';
const GOOD = [
  TRADE,
  '4',
  '3',
  '1',
  '2',
  'Foreman Liu: “Don’t open it yet, listen first.”',
  'you',
  'we at the repair shop',
  'Our company is committed to providing premium solutions',
  'Ring us before four, and we are with you the same day',
  'grand\nempower\nworld-class',
  'No customer names without a yes; when unsure, Ms Wang in legal',
];

const begun = (answers: readonly string[]) => createExercising('voice', [...answers]);

describe('the voice exercise', () => {
  it('ends in a voice card with a pair of sentences and a checklist', async () => {
    const { since, version } = await begun(GOOD);
    const said = since(OPERATOR);
    expect(said).toContain('Tone: casual, respectful, matter-of-fact');
    expect(said).toContain('Don’t: “Our company is committed');
    expect(said).toContain('Do: “Ring us before four');
    expect(said).toContain('Not in our texts: grand, empower, world-class');
    expect(said).toContain('Would Foreman Liu say the title like this?');
    expect(said).not.toContain('Would you like to ban');
    expect(await version()).toMatchObject({ grade: 'sharp', flags: [] });
  });

  it('asks which slider to move when all stand in the middle', async () => {
    const { since, type, version } = await begun([TRADE, '3', '3', '3', '3']);
    expect(since(OPERATOR)).toContain('Which one would you move');
    await type(OPERATOR, 'A little livelier', ...GOOD.slice(5));
    expect(since(OPERATOR)).toContain('Tone: A little livelier');
    expect((await version())?.flags).toEqual([]);
  });

  it('gives a tip where 您 and 你 are mixed, and an example where nothing was said anew', async () => {
    const { since, version, type } = await begun([...GOOD.slice(0, 6), '您，有时候用你', 'we', 'Grand opening today']);
    expect(since(OPERATOR)).toContain('You use both 您 and 你');
    await type(OPERATOR, 'Grand opening today', 'keep');
    expect(since(OPERATOR)).toContain('That is the same sentence');
    await type(OPERATOR, 'skip', 'warmly celebrate, empower, one-stop', 'skip');
    expect(since(OPERATOR)).toContain('Not in our texts: warmly celebrate, empower, one-stop');
    expect((await version())?.flags).toEqual(['same_sentence', 'nobody_to_ask']);
  });

  it('does without a printed sentence, and without names that nobody has given', async () => {
    const { since, type } = await begun([...GOOD.slice(0, 6), 'dunno', '.', 'no idea']);
    expect(since(OPERATOR)).toContain('one sentence of your next article, as you would say it on the phone');
    await type(OPERATOR, ...GOOD.slice(9));
    const said = since(OPERATOR);
    expect(said).toContain('Do: “Ring us before four');
    expect(said).toContain('Does the first paragraph say what readers get?');
    expect(said).not.toMatch(/Don’t:|We call/);
  });

  it('is never stuck on lazy answers', async () => {
    const lazy = ['the company', 'the company', 'the company', 'you', 'we', 'text', 'dunno', 'dunno', 'dunno'];
    const { since, version } = await begun([TRADE, '3', '3', '3', '3', 'skip', ...lazy, 'skip', 'skip', 'skip']);
    const said = since(OPERATOR);
    expect(said).toContain('Kept as a draft');
    expect(said).not.toContain('Do: “dunno”');
    expect(await version()).toMatchObject({ grade: 'vague', flags: ['flat', 'few_banned', 'nobody_to_ask'] });
  });
});
