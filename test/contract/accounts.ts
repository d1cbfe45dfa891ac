import { beforeEach, describe, expect, it } from 'vitest';

import { Account } from '../../src/coaching/account.ts';
import type { Opened, Stores } from './stores.ts';

const account = (id: string, known: Partial<Account> = {}): Account =>
  Account.parse({
    v: 1,
    id,
    name: '一号',
    platforms: ['wechat'],
    operators: [],
    manager: null,
    ...known,
  });

/** What every store of accounts promises. */
export function describeAccounts(name: string, open: () => Promise<Opened>): void {
  describe(`accounts in ${name}`, () => {
    let here: Stores;
    let there: Stores;
    beforeEach(async () => {
      ({ here, there } = await open());
    });

    const put = (id: string, known: Partial<Account>): Promise<null> =>
      here.accounts.update(id, (before) => [{ ...account(id), ...before, ...known }, null]);
    const of = async (member: string): Promise<string[]> => (await there.accounts.of(member)).map(({ id }) => id);

    it('are read back as they were written; reading creates none', async () => {
      expect(await here.accounts.read('T1:A1')).toBeNull();
      await put('T1:A1', { operators: ['T1:U1'] });
      expect(await there.accounts.read('T1:A1')).toEqual(account('T1:A1', { operators: ['T1:U1'] }));
    });

    it('lose no write when many come at once to two replicas', async () => {
      const people = Array.from({ length: 20 }, (_, n) => `T1:U${String(n).padStart(2, '0')}`);
      await Promise.all(
        people.map((person, n) =>
          (n % 2 ? here : there).accounts.update('T1:A1', (before) => {
            const now = before ?? account('T1:A1');
            return [{ ...now, operators: [...now.operators, person] }, null];
          }),
        ),
      );
      expect([...((await here.accounts.read('T1:A1'))?.operators ?? [])].sort()).toEqual(people);
      for (const person of people) expect(await of(person)).toEqual(['T1:A1']);
    });

    it('are found by those who operate or manage them, of that workspace', async () => {
      await put('T1:A1', { operators: ['T1:U1', 'T1:U2'], manager: 'T1:U1' });
      await put('T1:A2', { operators: ['T2:U1'], manager: 'T1:U1' });
      await put('T2:A1', { operators: ['T2:U1'] });
      expect(await of('T1:U1')).toEqual(['T1:A1', 'T1:A2']);
      expect(await of('T1:U2')).toEqual(['T1:A1']);
      expect(await of('T2:U1')).toEqual(['T2:A1']);
    });

    it('are no longer found by those who left', async () => {
      await put('T1:A1', { operators: ['T1:U1'], manager: 'T1:U2' });
      await put('T1:A1', { operators: ['T1:U3'], manager: null });
      expect([await of('T1:U1'), await of('T1:U2'), await of('T1:U3')]).toEqual([[], [], ['T1:A1']]);
    });

    it('returned unchanged are not written', async () => {
      await put('T1:A1', { operators: ['T1:U1'] });
      const name = await here.accounts.update('T1:A1', (before) => [before ?? account('T1:A1'), before?.name]);
      expect(name).toBe('一号');
    });
  });
}
