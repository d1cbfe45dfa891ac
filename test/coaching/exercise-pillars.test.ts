import { describe, expect, it } from 'vitest';

import { weeksOf } from '../../src/coaching/pillar-weeks.ts';
import { createExercising } from '../support/exercising.ts';
import { createManaged } from '../support/managing.ts';
import { OPERATOR } from '../support/weeks.ts';

const pillar = (
  name: string,
  role = '1',
  topics = 'One?\nTwo?\nThree?',
  source = 'Foreman Zhang of the repair shop',
) => [`${name}: why does the ${name.toLowerCase()} fail?`, role, topics, source];
const THREE = ['1', ...pillar('Pump'), ...pillar('Valve', '2'), ...pillar('Seal', '2')];

const begun = (answers: readonly string[]) => createExercising('pillars', ['Factory, building materials', ...answers]);

describe('the pillars exercise', () => {
  it('ends in pillars with their shares, a cap on promotion, and four weeks laid out', async () => {
    const { since, position, version, member } = await begun([...THREE, '50', '30', '20', '1']);
    const said = since(OPERATOR);
    expect(said).toContain('There is no first reader yet');
    expect(said).toContain('That leaves 20 per cent for “Seal”');
    expect(said).toContain('Pump: why does the pump fail? (help, 50%, facts from Foreman Zhang of the repair shop)');
    expect(said).toContain('Promotion: 20% at most. Pace: 1 piece a week');
    expect(said).toContain('Week 1: Pump (“One?”)');
    expect(said).toContain('Week 4:');
    expect(await version()).toMatchObject({ grade: 'sharp', flags: [] });
    expect((await position()).topics).toHaveLength(9);
    expect((await member(OPERATOR)).position).toMatchObject({
      promoShare: 0.2,
      perWeek: 1,
      pillars: [
        { name: 'Pump', question: 'why does the pump fail?', role: 'help', share: 0.5 },
        { name: 'Valve', share: 0.3 },
        { name: 'Seal', share: 0.2 },
      ],
    });
  });

  it('gives the manager the plan once it is shared, and not before', async () => {
    const { press, account, version } = await begun([...THREE, '50', '30', '20', '1']);
    expect((await account()).plan).toBeNull();
    await press(OPERATOR, 'share-element', 'pillars', (await version())?.id ?? '');
    expect((await account()).plan).toEqual({
      pillars: [
        { name: 'Pump', share: 0.5 },
        { name: 'Valve', share: 0.3 },
        { name: 'Seal', share: 0.2 },
      ],
      promoCap: 0.2,
      perWeek: 1,
    });
    expect((await account()).promoCap).toBe(0.2);
  });

  it('takes no more than the whole, and asks for fewer pillars than six', async () => {
    const { since, type } = await begun([...THREE, '80', '30']);
    expect(since(OPERATOR)).toContain('That is more than is left');
    await type(OPERATOR, '10', '20', '1');
    expect(since(OPERATOR)).toContain('That leaves 10 per cent');
    const more = await begun(['More than five']);
    expect(more.since(OPERATOR)).toContain('Which would you keep');
    await more.type(OPERATOR, 'Four', ...THREE.slice(1), ...pillar('Gear'), '10', '20', '30', '0', '1');
    expect((await more.version())?.answers['pillars[3].pillar']?.value).toContain('Gear');
    expect(more.since(OPERATOR)).toContain('That leaves 40 per cent for “Gear');
  });

  it.each([
    ['35', [], 'about one piece in three sells', 'promo_amber'],
    ['60', ['a price that only followers get'], 'In return for promotion: a price', 'promo_red'],
  ])('says what %s per cent of promotion means', async (promo, value, words, flag) => {
    const { since, type, version } = await begun([...THREE, '50', '30', promo]);
    await type(OPERATOR, ...value, '1');
    const said = since(OPERATOR);
    expect(said).toContain(words);
    expect((await version())?.flags).toEqual([flag]);
  });

  it('shows what the hours of the audit carry', async () => {
    const stage = await createManaged();
    const known = await stage.member(OPERATOR);
    const { briefOf } = await import('../../src/coaching/position-brief-of.ts');
    const { newPosition } = await import('../../src/coaching/position.ts');
    const position = { ...briefOf(newPosition('T1:a')), hours: 12, reader: 'Repair foremen' };
    await stage.members.update(OPERATOR, () => ({ member: { ...known, position }, result: null }));
    await stage.press(OPERATOR, 'exercise', 'pillars');
    await stage.type(OPERATOR, 'Something else', 'Not any more', ...THREE, '50', '30', '20', '3');
    const said = stage.since(OPERATOR);
    expect(said).toContain('Is this still whom you write for? “Repair foremen”');
    expect(said).toContain('Do the first-reader exercise again');
    expect(said).toContain('it comes to 1 a week');
  });

  it('asks no share of what has nothing left to share, and calls a pillar by its name', async () => {
    const { since, version } = await begun([...THREE, '100', '20', '1']);
    const said = since(OPERATOR);
    expect(said).toContain('How much of all that comes out should be “Pump”, in per cent?');
    expect(said).not.toContain('And “Valve”?');
    expect(said).toContain('That leaves 0 per cent for “Seal”.');
    expect((await version())?.answers['share_2']).toBeUndefined();
  });

  it('says which pillar it asks about, and keeps what has no name out of the daily work', async () => {
    const unnamed = ['dunno', 'dunno', 'dunno', '1', '.', 'skip'];
    const { since, version, member, press, account, position } = await begun([
      '1',
      ...pillar('Pump'),
      ...unnamed,
      ...pillar('Seal'),
      '50',
      '30',
      '20',
      '1',
    ]);
    const said = since(OPERATOR);
    expect(said).toContain('Three topics for pillar 2 that you could write now');
    expect(said).toContain('Pillar 2, name still open (help, 30%)');
    expect((await member(OPERATOR)).position?.pillars.map(({ name }) => name)).toEqual(['Pump', 'Seal']);
    expect((await position()).topics).toHaveLength(6);
    await press(OPERATOR, 'share-element', 'pillars', (await version())?.id ?? '');
    expect((await account()).plan?.pillars.map(({ name }) => name)).toEqual(['Pump', 'Seal']);
  });

  it('does not call one piece in two weeks too much', async () => {
    const stage = await createExercising('team', [
      'Something else',
      'Planning',
      'None',
      'None',
      '1',
      'skip',
      '6',
      '50',
    ]);
    await stage.type(OPERATOR, '10', '10', 'Nothing', '1', '1', 'None', 'None of these', 'skip');
    await stage.press(OPERATOR, 'exercise', 'pillars');
    await stage.type(OPERATOR, ...THREE, '50', '30', '20', '0.5');
    expect(stage.since(OPERATOR)).not.toContain('something will give');
  });

  it('is never stuck on lazy answers, and says what is thin', async () => {
    const lazy = ['products', 'news', 'products', '1', 'skip', 'skip'];
    const { since, version } = await begun([
      '1',
      ...lazy,
      ...lazy,
      ...lazy.with(3, '3'),
      '0',
      '0',
      '100',
      'skip',
      '20',
    ]);
    const said = since(OPERATOR);
    expect(said).toContain('Kept as a draft');
    expect(said).toContain('Thin: products, products, products');
    expect(await version()).toMatchObject({ grade: 'vague', flags: ['thin', 'single_source', 'promo_red'] });
  });
});

const planned = (name: string, share: number, topics: string[] = []) => ({ name, share, topics });

describe('four weeks', () => {
  it('hold the pillars by their shares', () => {
    const weeks = weeksOf([planned('a', 0.5), planned('b', 0.25), planned('c', 0.25)], 2);
    const all = weeks.flat().map(({ pillar: name }) => name);
    expect(weeks.map((week) => week.length)).toEqual([2, 2, 2, 2]);
    expect(all.filter((one) => one === 'a')).toHaveLength(4);
    expect(all.filter((one) => one === 'b')).toHaveLength(2);
  });

  it('give each topic once, and may stay empty', () => {
    expect(weeksOf([planned('a', 1, ['t1'])], 0.5)).toEqual([
      [{ pillar: 'a', topic: 't1' }],
      [],
      [{ pillar: 'a', topic: null }],
      [],
    ]);
    expect(weeksOf([], 3)).toEqual([[], [], [], []]);
    expect(weeksOf([planned('a', 1)], 0)).toEqual([[], [], [], []]);
  });
});
