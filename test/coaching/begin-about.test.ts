import { beforeEach, describe, expect, it } from 'vitest';

import { createWeekStage } from '../support/week-stage.ts';
import { WEEK } from '../support/weeks.ts';

let stage: Awaited<ReturnType<typeof createWeekStage>>;
beforeEach(async () => {
  stage = await createWeekStage();
});

describe('a conversation about something, begun while another is open', () => {
  it('takes its place where nothing was answered there yet', async () => {
    await stage.press('begin', 'daily-check-in');
    expect(await stage.press('review')).toContain('What is next week for?');
    expect(await stage.me()).toMatchObject({
      session: { flow: 'weekly-review' },
      parked: [{ flow: 'daily-check-in' }],
    });
  });

  it('gives its own place up in the same way', async () => {
    await stage.press('review');
    expect(await stage.press('begin', 'daily-check-in')).toContain('What moved forward today?');
    expect((await stage.me()).parked).toMatchObject([{ flow: 'weekly-review' }]);
  });

  it('waits with its facts where something was, until the person chooses', async () => {
    await stage.press('begin', 'daily-check-in');
    await stage.hear('Looked at the numbers');
    expect(await stage.press('review')).toContain('still open, with your answers in it');
    expect(stage.lastPresses()).toEqual(['finish-first', 'park']);
    expect(await stage.press('park', 'weekly-review')).toContain('What is next week for?');
    expect((await stage.me()).session?.facts).toMatchObject({ account: 'T1:a', week: WEEK });
    expect((await stage.me()).parked.map(({ flow }) => flow)).toEqual(['daily-check-in']);
  });

  it('goes on where it is about the same thing', async () => {
    await stage.press('review');
    await stage.hear('A page');
    expect(await stage.press('review')).not.toContain('still open, with your answers');
    expect((await stage.me()).session?.answers['focus']?.value).toBe('A page');
  });

  it('gives way to one about another thing of the same kind', async () => {
    await stage.press('review');
    await stage.hear('A page');
    await stage.press('review', 'T1:a|2026-W46');
    expect(await stage.press('park', 'weekly-review')).toContain('What is next week for?');
    expect((await stage.me()).session?.facts['week']).toBe('2026-W46');
    expect((await stage.me()).parked.map(({ facts }) => facts['week'])).toEqual([WEEK]);
  });
});
