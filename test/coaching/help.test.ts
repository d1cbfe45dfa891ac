import { describe, expect, it } from 'vitest';

import { createStage } from '../support/stage.ts';

const ME = 'T1:U1';
type Known = NonNullable<Parameters<typeof createStage>[0]>;

const keysFor = async (known: Known, admins: readonly string[] = []): Promise<string[]> => {
  const { coach } = await createStage(known, ME, {}, admins);
  return (await coach.help(ME)).parts.map((part) => (part.kind === 'text' ? part.text.key : part.kind));
};

describe('help', () => {
  it('fits the role of whoever asks, and offers nothing that would only refuse them', async () => {
    const operator = { welcomedOn: '2026-11-02', account: 'T1:a' };
    expect(await keysFor(operator)).toEqual(['help.operator', 'help.everybody', 'help.conversation']);
    expect(await keysFor({ manages: ['T1:a'] })).toEqual(['help.manager', 'help.everybody']);
    expect(await keysFor({ name: 'Admin' }, [ME])).toEqual(['help.admin', 'help.everybody']);
    expect(await keysFor({ ...operator, manages: ['T1:a'] }, [ME])).toEqual([
      'help.operator',
      'help.manager',
      'help.admin',
      'help.everybody',
      'help.conversation',
    ]);
  });

  it('tells somebody new how to begin', async () => {
    expect(await keysFor({})).toEqual(['help.newcomer', 'help.everybody']);
    expect(await keysFor({ welcomedOn: '2026-11-02' })).toEqual(['help.newcomer', 'help.everybody']);
  });

  it('knows as an admin also whom Bearings’ own settings name', async () => {
    const { coach, workspaces } = await createStage({ name: 'Deputy' });
    await workspaces.update('T1', (before) => ({ ...before, admins: [ME] }));
    expect(JSON.stringify((await coach.help(ME)).parts)).toContain('help.admin');
  });

  it('answers a word that it does not know with the closest one', async () => {
    const { coach } = await createStage();
    expect((await coach.help(ME, 'setings')).parts).toMatchObject([
      { text: { key: 'coach.unknown-word-near', values: { near: 'settings' } } },
    ]);
    expect((await coach.help(ME, 'karaoke')).parts).toMatchObject([{ text: { key: 'coach.unknown-word' } }]);
  });
});
