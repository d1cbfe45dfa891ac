import { beforeEach, describe, expect, it } from 'vitest';

import { day, keep, type Opened, type Stores } from './stores.ts';

/** What every store of check-ins promises. */
export function describeHistory(name: string, open: () => Promise<Opened>): void {
  describe(`history in ${name}`, () => {
    let here: Stores;
    let there: Stores;
    beforeEach(async () => {
      ({ here, there } = await open());
    });

    const dates = async (from: string, to: string): Promise<string[]> =>
      (await there.history.checkIns('T1:U1', from, to)).map(({ date }) => date);

    it('holds the check-in that came with a change, whole', async () => {
      await keep(here.members, 'T1:U1', day('2026-03-02'));
      expect(await there.history.checkIns('T1:U1', '2026-03-02', '2026-03-02')).toEqual([day('2026-03-02')]);
      expect((await there.members.read('T1:U1'))?.heardAt).toBe('2026-03-02T09:00:00.000Z');
    });

    it('knows one check-in a day: the later replaces the earlier', async () => {
      await keep(here.members, 'T1:U1', day('2026-03-02', 'first'));
      await keep(there.members, 'T1:U1', day('2026-03-02', 'second'));
      const [only, ...more] = await here.history.checkIns('T1:U1', '2026-03-01', '2026-03-31');
      expect(only?.answers['plan']?.value).toBe('second');
      expect(more).toEqual([]);
    });

    it('is read over months and years, ends included, oldest first', async () => {
      const all = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'];
      for (const date of [...all].reverse()) await keep(here.members, 'T1:U1', day(date));
      expect(await dates('2025-12-31', '2026-03-01')).toEqual(all);
      expect(await dates('2026-01-01', '2026-02-27')).toEqual(all.slice(1, 4));
      expect(await dates('0001-01-01', '9999-12-31')).toEqual(all);
      expect(await dates('2026-02-28', '2026-02-01')).toEqual([]);
    });

    it('of one member is none of another’s', async () => {
      await keep(here.members, 'T1:U1', day('2026-03-02'));
      expect(await there.history.checkIns('T1:U2', '2026-03-01', '2026-03-31')).toEqual([]);
      expect(await there.history.checkIns('T2:U1', '2026-03-01', '2026-03-31')).toEqual([]);
    });

    it('is not written by a change that lost to another writer', async () => {
      await keep(here.members, 'T1:U1', day('2026-03-02'));
      let runs = 0;
      await Promise.all(
        [here, there].map(({ members }, n) =>
          members.update('T1:U1', (before) => {
            runs += 1;
            const isFirst = before?.seen.length === 0;
            if (!isFirst) return { member: before, result: null };
            return { member: { ...before, seen: [`${n}`] }, result: null, checkIn: day(`2026-03-1${n}`) };
          }),
        ),
      );
      expect(runs).toBeGreaterThanOrEqual(2);
      expect(await dates('2026-03-10', '2026-03-19')).toHaveLength(1);
    });
  });
}
