import { describe, expect, it } from 'vitest';

import type { Member } from '../../src/coaching/member.ts';
import { idlePillar } from '../../src/coaching/pillar-facts.ts';
import { playbookFacts } from '../../src/coaching/playbook-facts.ts';
import { suggest } from '../../src/coaching/playbook.ts';
import type { PositionBrief } from '../../src/coaching/position-brief.ts';
import { readContent } from '../../src/content.ts';
import { createTranslate } from '../../src/translate.ts';
import { briefOf, pillar, topic } from '../support/briefs.ts';
import { checkIn, DAY, member } from '../support/nudged.ts';
import { TODAY, wd } from '../support/nudging.ts';

const { playbook, catalogs } = await readContent(new URL('../../', import.meta.url));
const translate = createTranslate(catalogs);

const factsOf = (given: Partial<Member>) => playbookFacts(member(given), TODAY);
const piece = (of = '') => ({ intent: 'value', pillar: of, requestedBy: 'operator' });
/** A check-in so many working days ago, with these pieces. */
const day = (ago: number, pillars: string[] = [], activities = ['write']) =>
  checkIn(wd(-ago), { activities, items: pillars.map(piece) });

/** The reason given for one action, in both languages. */
function whyOf(id: string, given: Partial<Member>): string[] {
  const only = { ...playbook, actions: playbook.actions.filter((action) => action.id === id) };
  const [suggested] = suggest(only, factsOf(given), {}, DAY);
  return suggested ? [translate('en', suggested.why), translate('zh-CN', suggested.why)] : [];
}

const cardOf = (evidence: 'assumption' | 'observed'): PositionBrief['done'] => ({
  audience: { on: TODAY, grade: 'sharp', evidence, flags: [] },
});

const isChanged = (changedOn: string | null) => factsOf({ position: briefOf({ changedOn }) })['positioning_changed'];

describe('what the position calls for', () => {
  it('is nothing where there is none, or it is of another account', () => {
    for (const position of [null, { ...briefOf({ topicsOpen: 1, jobs: ['trust'] }), account: 'T1:another' }]) {
      const facts = factsOf({ position });
      for (const name of ['reader_card', 'topics_open', 'places_10wd', 'roles_dropped', 'positioning_changed']) {
        expect(facts).not.toHaveProperty(name);
      }
    }
  });

  it('is a talk with a reader, named as they named them, while the card rests on guesses', () => {
    const guessed = briefOf({ reader: 'Head of equipment in a county hospital' });
    expect(whyOf('A01', { position: { ...guessed, done: cardOf('assumption') } })).toEqual([
      'Your reader card, “Head of equipment in a county hospital”, still rests on guesses.',
      '读者卡写的“Head of equipment in a county hospital”还停在猜测上。',
    ]);
    const met = { ...guessed, done: cardOf('observed') };
    expect(factsOf({ position: met })).toMatchObject({ reader_card: 'observed' });
    const long = briefOf({ reader: '县'.repeat(60) });
    expect(factsOf({ position: long })['reader']).toBe(`${'县'.repeat(39)}…`);
  });

  it('counts open topics once there is a bank for them, and how many of them ask something', () => {
    expect(factsOf({ position: briefOf({}, { voice: TODAY }) })).not.toHaveProperty('topics_open');
    expect(factsOf({ position: briefOf({}, { audience: TODAY }) })).toMatchObject({ topics_open: 0 });
    const topics = [topic('t1', 'Which grease fits?'), topic('t2', '梅雨季怎么换油？'), topic('t3', 'The new shaft')];
    expect(factsOf({ position: briefOf({ topics, topicsOpen: 14 }) })).toMatchObject({
      topics_open: 14,
      open_reader_questions: 2,
      topic_next: 'Which grease fits?',
    });
  });

  it('is a fuller bank, with the pillar that has nothing in it', () => {
    const position = briefOf(
      {
        pillars: [pillar('Fewer breakdowns', 0.6), pillar('Spare parts', 0.4)],
        topics: [topic('t1', 'Which grease?', 'Fewer breakdowns')],
        topicsOpen: 1,
      },
      { pillars: TODAY },
    );
    expect(whyOf('A06', { position })).toEqual([
      'The topic bank has 1 open topic, and none for “Spare parts”.',
      '选题库里还有 1 个待写的选题，“Spare parts”一个也没有。',
    ]);
    // Of eleven topics ten are at hand: the eleventh may be of that pillar.
    expect(factsOf({ position: { ...position, topicsOpen: 11 } })).not.toHaveProperty('pillar_bare');
  });

  it('is a calendar, when fewer topics are ready than the plan has places', () => {
    const position = briefOf({ perWeek: 2, pillars: [pillar('Repairs', 1)], topicsOpen: 2 }, { pillars: TODAY });
    expect(factsOf({ position })).toMatchObject({ places_10wd: 4, planned_items_10wd: 2 });
    expect(whyOf('A07', { position })[0]).toBe('Your plan has room for 4 pieces in two weeks, and 2 topics are ready.');
    // One a week: two places, and both are taken.
    expect(whyOf('A07', { position: { ...position, perWeek: 1 } })).toEqual([]);
  });

  it('is a look at the calendar, when a pillar has had no piece for four weeks', () => {
    const pillars = [pillar('Repairs', 0.5), pillar('Parts', 0.3), pillar('Fair', 0.2, 'hero')];
    const position = briefOf({ pillars }, { pillars: TODAY });
    const recent = [day(19, ['Repairs', 'Repairs']), day(3, ['Repairs', 'Fairs'])];
    expect(whyOf('A07', { position, recent })).toEqual([
      '“Parts” has had no piece for four weeks.',
      '“Parts”这个栏目四周没有更新了。',
    ]);
  });

  it('is a veteran to listen to, when four pieces came out without new material', () => {
    const position = briefOf({ assets: ['veterans', 'repairs'] });
    const gathered = day(6, ['a'], ['material_collection', 'write']);
    expect(factsOf({ position, recent: [gathered, day(4, ['a', 'b']), day(2, ['c'])] })).not.toHaveProperty(
      'unused_asset',
    );
    const recent = [gathered, day(4, ['a', 'b']), day(2, ['c', 'd'])];
    expect(factsOf({ position, recent })).toMatchObject({ unused_asset: 'veterans', pieces_without_material: 4 });
    expect(whyOf('A14', { position, recent })).toEqual([
      'Only you have this: “What old hands know”. No gathering of material was noted for the last 4 pieces.',
      '只有你们有的：“老师傅的经验”。最近 4 篇，都没记过收集素材。',
    ]);
  });

  it('is titles and a page of notes, with the topic that waits, before something goes out', () => {
    const position = briefOf({ topics: [topic('t1', 'Which grease fits the old ones?')], topicsOpen: 1 });
    const plan = { text: 'Publish at 10', when: null, date: TODAY, grade: 'sharp' } as const;
    expect(whyOf('A11', { position, plan })[0]).toBe(
      'By your plan, something goes out by tomorrow; “Which grease fits the old ones?” waits in the topic bank.',
    );
    expect(whyOf('A11', { plan })[0]).toBe('By your plan, something goes out by tomorrow.');
    expect(whyOf('A09', { plan })[1]).toBe('按你的计划，两个工作日内要发下一篇。');
  });

  it('knows whether the account is to bring inquiries or trust, once that was worked out', () => {
    const of = (jobs: string[]) => factsOf({ position: briefOf({ jobs }, { purpose: TODAY }) });
    expect(of(['service', 'trust'])).toMatchObject({ purpose_is_inquiries_or_trust: true });
    expect(of(['inquiries'])).toMatchObject({ purpose_is_inquiries_or_trust: true });
    expect(of(['hire', 'keep'])).toMatchObject({ purpose_is_inquiries_or_trust: false });
    expect(factsOf({ position: briefOf() })).not.toHaveProperty('purpose_is_inquiries_or_trust');
  });

  it('notes a change of the position for ten days', () => {
    expect([null, '2026-11-08', '2026-11-09', TODAY].map(isChanged)).toEqual([false, false, true, true]);
  });

  it('knows of departments only what was said', () => {
    expect(factsOf({ position: briefOf() })).not.toHaveProperty('material_departments');
    expect(factsOf({ position: briefOf({ departments: 1 }) })).toMatchObject({ material_departments: 1 });
  });
});

describe('a pillar without a piece', () => {
  const pillars = [pillar('Repairs', 0.3), pillar('Parts', 0.5), pillar('People', 0.2)];
  const four = ['Repairs', 'Repairs', 'Repairs', 'Repairs'];

  it('is the one that was to have most of those without', () => {
    expect(idlePillar(pillars, [day(1, four)], TODAY)).toBe('Parts');
    expect(idlePillar(pillars, [day(1, [...four, 'Parts'])], TODAY)).toBe('People');
    expect(idlePillar(pillars, [day(1, [...four, 'Parts', 'People'])], TODAY)).toBeNull();
  });

  it('is none while there are fewer than four pieces, or older ones only', () => {
    expect(idlePillar(pillars, [day(1, four.slice(1))], TODAY)).toBeNull();
    // 2026-10-21 is 28 days ago.
    const old = checkIn('2026-10-21', { items: four.map(piece) });
    expect(idlePillar(pillars, [old], TODAY)).toBeNull();
    expect(idlePillar(pillars, [{ ...old, date: '2026-10-22' }], TODAY)).toBe('Parts');
  });
});

const roleOf = (id: string) => playbook.actions.find((action) => action.id === id)?.role;

describe('actions of a role that the team does without', () => {
  it('are not suggested, whatever calls for them', () => {
    const facts = { ...factsOf({}), month_end: true, published_yesterday: true, n_data_review: 0, check_ins: 15 };
    const idsOf = (dropped: string[]) =>
      Array.from({ length: 40 }).reduce<string[]>((ids) => {
        const quiet = { shownOn: null, pickedOn: null, doneOn: TODAY, dismissedOn: null, dismissals: 0 };
        const states = Object.fromEntries(ids.map((id) => [id, quiet]));
        return [...ids, ...suggest(playbook, { ...facts, roles_dropped: dropped }, states, DAY).map(({ id }) => id)];
      }, []);
    expect(idsOf([])).toEqual(expect.arrayContaining(['A21', 'A27', 'A38']));
    const without = idsOf(['community', 'data']);
    expect(without.map(roleOf).filter((role) => role === 'community' || role === 'data')).toEqual([]);
    expect(without.length).toBeGreaterThan(3);
  });

  it('are some of each role but paid promotion, of which there are none; talks with readers are nobody’s alone', () => {
    const roles = new Set(playbook.actions.flatMap(({ role }) => role ?? []));
    expect([...roles].toSorted()).toEqual(['community', 'data', 'design', 'editing', 'planning']);
    expect(['A01', 'A02', 'A03', 'A06', 'A14', 'A31', 'A36'].map(roleOf).filter(Boolean)).toEqual([]);
  });
});
