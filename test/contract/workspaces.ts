import { beforeEach, describe, expect, it } from 'vitest';

import { withUndelivered } from '../../src/coaching/workspace.ts';
import type { Opened, Stores } from './stores.ts';

const byName = (a: string | null, b: string | null): number => (a ?? '').localeCompare(b ?? '');
const happened = {
  kind: 'member-unreachable',
  member: 'T1:U1',
  code: 'user_disabled',
  at: '2026-11-23T08:30:00.000Z',
} as const;

/** What every store of workspaces promises. */
export function describeWorkspaces(name: string, open: () => Promise<Opened>): void {
  describe(`workspaces in ${name}`, () => {
    let here: Stores;
    let there: Stores;
    beforeEach(async () => {
      ({ here, there } = await open());
    });

    it('are as new until somebody wrote of them', async () => {
      expect(await here.workspaces.read('T1')).toEqual({
        v: 1,
        admins: [],
        country: null,
        week: null,
        off: [],
        questions: [],
        keepDays: 400,
        tidiedOn: null,
        down: null,
        undelivered: [],
      });
    });

    it('lose no note when many come at once', async () => {
      const notes = Array.from({ length: 12 }, (_, i) => ({ ...happened, member: `T1:U${i}` }));
      await Promise.all(
        notes.map((note, i) =>
          (i % 2 === 0 ? here : there).workspaces.update('T1', (before) => withUndelivered(before, note)),
        ),
      );
      const { undelivered } = await there.workspaces.read('T1');
      expect(undelivered.map(({ member }) => member).toSorted(byName)).toEqual(
        notes.map(({ member }) => member).toSorted(byName),
      );
    });

    it('keep apart what each has', async () => {
      await here.workspaces.update('T1', (before) => withUndelivered(before, happened));
      expect((await there.workspaces.read('T2')).undelivered).toEqual([]);
      expect((await there.workspaces.read('T1')).undelivered).toMatchObject([{ code: 'user_disabled', times: 1 }]);
    });
  });
}
