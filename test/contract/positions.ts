import { beforeEach, describe, expect, it } from 'vitest';

import { repositioned } from '../../src/coaching/position-change.ts';
import { newPosition, type Topic } from '../../src/coaching/position.ts';
import type { Opened, Stores } from './stores.ts';

const topic = (id: string): Topic => ({
  id,
  text: `轴承多久换一次？（${id}）`,
  pillar: null,
  source: 'audience',
  on: '2026-03-02',
  by: 'T1:U1',
  usedOn: null,
});

const note = (stores: Stores, account: string, id: string): Promise<null> =>
  stores.positions.update(account, (before) => {
    const position = before ?? newPosition(account);
    return [repositioned(position, { kind: 'topics', topics: [topic(id)] }), null];
  });

/** What every store of positions promises. */
export function describePositions(name: string, open: () => Promise<Opened>): void {
  describe(`positions in ${name}`, () => {
    let here: Stores;
    let there: Stores;
    beforeEach(async () => {
      ({ here, there } = await open());
    });

    it('are read back as they were written; reading creates none', async () => {
      expect(await here.positions.read('T1:A1')).toBeNull();
      await note(here, 'T1:A1', 's#0');
      expect(await there.positions.read('T1:A1')).toEqual({ ...newPosition('T1:A1'), topics: [topic('s#0')] });
      expect(await there.positions.read('T2:A1')).toBeNull();
    });

    it('are beside their account, not in its place', async () => {
      await note(here, 'T1:A1', 's#0');
      expect(await here.accounts.read('T1:A1')).toBeNull();
    });

    it('lose no change when many come at once to two replicas', async () => {
      const ids = Array.from({ length: 20 }, (_, n) => `s#${String(n).padStart(2, '0')}`);
      await Promise.all(ids.map((id, n) => note(n % 2 ? here : there, 'T1:A1', id)));
      const position = await here.positions.read('T1:A1');
      expect(position?.topics.map(({ id }) => id).sort()).toEqual(ids);
    });

    it('returned as null or unchanged are not written', async () => {
      expect(await here.positions.update('T1:A1', () => [null, 'nothing'])).toBe('nothing');
      expect(await there.positions.read('T1:A1')).toBeNull();
    });
  });
}
