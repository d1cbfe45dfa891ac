import { describe, expect, it } from 'vitest';

import type { JsonValue } from '../../src/flow/session.ts';
import { createManaged, TUESDAY } from '../support/managing.ts';
import { OPERATOR } from '../support/weeks.ts';

const ACCOUNT = 'T1:a';
const MONDAY = '2026-11-23';
const NOW = new Date('2026-11-23T08:30:00Z');
const GIVEN = {
  moved: ['write'],
  plan: 'At 10 call two dealers about spare parts',
  blocked: 'none',
  moved_note: null,
  number: null,
  learned: null,
  rotation: null,
  energy: null,
};
const HEARD = 'A dealer on the phone: “Which grease for the rainy season?”';

async function checkedIn(given: Record<string, JsonValue>) {
  const stage = await createManaged();
  await stage.checkIn(OPERATOR, NOW);
  const open = (await stage.member(OPERATOR)).session?.id ?? '';
  await stage.coach.submit(OPERATOR, open, { ...GIVEN, ...given }, { id: 'submit', at: NOW });
  await stage.coach.idle();
  return { ...stage, said: stage.since(OPERATOR), topics: async () => (await stage.positions.read(ACCOUNT))?.topics };
}

describe('what was heard of a reader', () => {
  it('is a topic after one press, and none before', async () => {
    const stage = await checkedIn({ learned: HEARD });
    expect(stage.said).toContain('[Keep as a topic: A dealer on the phone: “Whi…]');
    expect(await stage.topics()).toBeUndefined();
    await stage.press(OPERATOR, 'note-topic', MONDAY, 'learned');
    expect(stage.since(OPERATOR)).toContain(`In the topic bank: ${HEARD}`);
    expect(await stage.topics()).toMatchObject([
      { text: HEARD, source: 'check-in', on: MONDAY, by: OPERATOR, pillar: null, usedOn: null },
    ]);
    expect((await stage.member(OPERATOR)).position).toMatchObject({ topicsOpen: 1, topics: [{ text: HEARD }] });
  });

  it('is noted once, however often it is pressed', async () => {
    const stage = await checkedIn({ learned: HEARD });
    for (let i = 0; i < 3; i += 1) await stage.press(OPERATOR, 'note-topic', MONDAY, 'learned');
    expect(await stage.topics()).toHaveLength(1);
    expect(stage.since(OPERATOR)).toContain('Already noted');
  });

  it('is no topic when there was nothing, or on another day', async () => {
    const nothing = await checkedIn({ learned: 'nothing today' });
    expect(nothing.said).not.toContain('Keep as a topic');
    await nothing.press(OPERATOR, 'note-topic', MONDAY, 'learned');
    expect(await nothing.topics()).toBeUndefined();
    const later = await checkedIn({ learned: HEARD });
    await later.press(OPERATOR, 'note-topic', '2026-11-20', 'learned');
    await later.coach.press(
      OPERATOR,
      { name: 'note-topic', subject: `${ACCOUNT}|${MONDAY}|learned` },
      { id: 'late', at: TUESDAY },
    );
    await later.press(OPERATOR, 'note-topic', MONDAY, 'energy');
    await later.coach.idle();
    expect(await later.topics()).toBeUndefined();
  });

  it('reaches no manager, who has no such button either', async () => {
    const stage = await checkedIn({ learned: HEARD });
    await stage.press('T1:U2', 'note-topic', MONDAY, 'learned');
    expect(await stage.topics()).toBeUndefined();
    await stage.press(OPERATOR, 'note-topic', MONDAY, 'learned');
    expect(JSON.stringify(await stage.account())).not.toContain('grease');
    expect(stage.since('T1:U2')).not.toContain('grease');
  });
});
