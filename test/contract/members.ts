import { beforeEach, describe, expect, it } from 'vitest';

import { day, keep, type Opened, PERSON, post, put, receipt, see, someone, type Stores } from './stores.ts';

const HOSTILE = [
  'T1:{T2}',
  'T1:U1:U2',
  'T1:U1\nDEL',
  'T1:}:{',
  'T1:__proto__',
  'T1:用户',
  'T1:\ud83d',
  'T1:\ud83e',
  '{T1}:U1',
];
const LEASE = '2026-03-02T08:00:00.000Z';
const at = (time: string): Date => new Date(`2026-03-02T${time}.000Z`);

const dueBy = async (members: Stores['members'], time: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const page of members.due(at(time)))
    found.push(...page.map(({ member, at: due }) => `${member} ${due.toISOString()}`));
  return found;
};

/** What every store of members promises. */
export function describeMembers(name: string, open: () => Promise<Opened>): void {
  describe(`members in ${name}`, () => {
    let here: Stores;
    let there: Stores;
    beforeEach(async () => {
      ({ here, there } = await open());
    });

    describe('a change', () => {
      it('is read back as it was written', async () => {
        const member = someone('T1:U1', { outbox: [post('a'), post('b')], asking: 'b', actions: {}, seen: ['Ev1'] });
        await here.members.update('T1:U1', () => ({ member, result: null }));
        expect(await there.members.read('T1:U1')).toEqual(member);
        expect(await here.members.update('T1:U1', (before) => ({ member: before, result: before }))).toEqual(member);
      });

      it('of nobody is nothing, and reading creates nobody', async () => {
        expect(await here.members.read('T1:U1')).toBeNull();
        expect(await here.members.update('T1:U1', (before) => ({ member: before, result: 'none' }))).toBe('none');
        expect(await here.members.read('T1:U1')).toBeNull();
      });

      it('loses nothing when many come at once to two replicas', async () => {
        const causes = Array.from({ length: 60 }, (_, n) => `Ev${n}`);
        await Promise.all(causes.map((cause, n) => see((n % 2 ? here : there).members, 'T1:U1', cause)));
        const { seen = [] } = (await here.members.read('T1:U1')) ?? {};
        expect([...seen].sort()).toEqual([...causes].sort());
      });

      it('is made again on what the other replica wrote', async () => {
        await see(here.members, 'T1:U1', 'Ev1');
        await see(there.members, 'T1:U1', 'Ev2');
        await see(here.members, 'T1:U1', 'Ev3');
        expect((await there.members.read('T1:U1'))?.seen).toEqual(['Ev1', 'Ev2', 'Ev3']);
      });

      it('that does nothing has seen what the other replica wrote', async () => {
        await see(here.members, 'T1:U1', 'Ev1');
        await see(there.members, 'T1:U1', 'Ev2');
        const seen = await here.members.update('T1:U1', (before) => ({ member: before, result: before?.seen }));
        expect(seen).toEqual(['Ev1', 'Ev2']);
      });

      it('that returns the same member or null writes nothing, not even the check-in', async () => {
        await see(here.members, 'T1:U1', 'Ev1');
        await here.members.update('T1:U1', (member) => ({ member, result: null, checkIn: day('2026-03-02') }));
        await here.members.update('T1:U1', () => ({ member: null, result: null, checkIn: day('2026-03-02') }));
        expect(await here.history.checkIns('T1:U1', '2026-01-01', '2026-12-31')).toEqual([]);
      });

      it('that throws writes nothing and says why', async () => {
        await see(here.members, 'T1:U1', 'Ev1');
        const failing = here.members.update('T1:U1', () => {
          throw new Error('no such step');
        });
        await expect(failing).rejects.toThrow('no such step');
        expect((await here.members.read('T1:U1'))?.seen).toEqual(['Ev1']);
      });

      it('with a bad check-in writes neither, and a bad member is refused', async () => {
        await see(here.members, 'T1:U1', 'Ev1');
        await expect(keep(here.members, 'T1:U1', day('yesterday'))).rejects.toThrow(/date/);
        await expect(put(here.members, 'T1:U1', { lightUntil: 'tomorrow' })).rejects.toThrow(/lightUntil/);
        expect((await here.members.read('T1:U1'))?.heardAt).toBeNull();
        expect((await here.members.read('T1:U1'))?.seen).toEqual(['Ev1']);
      });

      it('in place of what was given never reaches the store', async () => {
        await see(here.members, 'T1:U1', 'Ev1');
        const spoil = here.members.update('T1:U1', (before) => {
          before?.seen.push('spoiled');
          return { member: before, result: null };
        });
        await spoil.catch(() => {});
        await see(here.members, 'T1:U1', 'Ev2');
        expect((await there.members.read('T1:U1'))?.seen).toEqual(['Ev1', 'Ev2']);
      });
    });

    describe('words', () => {
      it.each([
        ['long', '写'.repeat(40_000)],
        ['emoji', '👩‍👩‍👧‍👦 🇨🇳'],
        ['half a surrogate pair', 'a\ud83d b'],
        ['controls and quotes', '\0\u0001\r\n"\\\u2028{}'],
        ['right to left', '\u202eabc שלום'],
      ])('survive: %s', async (_, text) => {
        await keep(here.members, 'T1:U1', day('2026-03-02', text));
        await put(here.members, 'T1:U1', { plan: { text, when: null, date: '2026-03-02', grade: null } });
        expect((await there.members.read('T1:U1'))?.plan?.text).toBe(text);
        const [kept] = await there.history.checkIns('T1:U1', '2026-03-02', '2026-03-02');
        expect(kept?.answers['plan']?.value).toBe(text);
      });

      it('that name a prototype pollute nothing', async () => {
        const actions = JSON.parse(
          '{"__proto__":{"dismissals":1},"A01":{"shownOn":null,"pickedOn":null,"doneOn":null,"dismissedOn":null,"dismissals":0}}',
        );
        await put(here.members, 'T1:U1', { actions }).catch(() => {});
        await put(here.members, 'T1:__proto__');
        expect(Object.hasOwn(Object.prototype, 'dismissals')).toBe(false);
        expect((await there.members.read('T1:__proto__'))?.id).toBe('T1:__proto__');
      });

      it('in ids keep members apart', async () => {
        for (const id of HOSTILE) await put(here.members, id, { outbox: [post('p')], name: id });
        for (const id of HOSTILE) expect((await there.members.read(id))?.name).toBe(id);
        expect([...(await there.members.undelivered(at('09:00:00'), 100))].sort()).toEqual([...HOSTILE].sort());
      });
    });

    describe('what is due', () => {
      it('is found from its time on, soonest first, over workspaces', async () => {
        await put(here.members, 'T1:late', { dueAt: '2026-03-02T08:00:20.000Z' });
        await put(here.members, 'T2:early', { dueAt: LEASE });
        await put(here.members, 'T1:never', {});
        expect(await dueBy(there.members, '07:59:59')).toEqual([]);
        expect(await dueBy(there.members, '08:00:10')).toEqual([`T2:early ${LEASE}`]);
        expect(await dueBy(there.members, '08:00:20')).toEqual([
          `T2:early ${LEASE}`,
          'T1:late 2026-03-02T08:00:20.000Z',
        ]);
      });

      it('moves with its member, ends with nothing due, and goes with a member who is forgotten', async () => {
        await put(here.members, 'T1:U1', { dueAt: LEASE });
        await put(there.members, 'T1:U1', { dueAt: '2026-03-02T08:30:00.000Z' });
        expect(await dueBy(here.members, '09:00:00')).toEqual(['T1:U1 2026-03-02T08:30:00.000Z']);
        await put(there.members, 'T1:U1', { dueAt: null });
        expect(await dueBy(here.members, '09:00:00')).toEqual([]);
        await put(there.members, 'T1:U1', { dueAt: LEASE });
        await here.members.forget('T1:U1');
        expect(await dueBy(here.members, '09:00:00')).toEqual([]);
      });

      it('is found of many at one moment, whatever their ids', async () => {
        for (const id of HOSTILE) await put(here.members, id, { dueAt: LEASE });
        const found = await dueBy(there.members, '08:00:00');
        expect([...found].sort()).toEqual(HOSTILE.map((id) => `${id} ${LEASE}`).sort());
      });
    });

    describe('what is kept but not said', () => {
      it('is found once its lease has ended, oldest first, over workspaces', async () => {
        await put(here.members, 'T1:late', { outbox: [post('a', '2026-03-02T08:00:20.000Z')] });
        await put(here.members, 'T2:early', { outbox: [post('b', LEASE), post('c', '2026-03-02T09:00:00.000Z')] });
        await put(here.members, 'T1:never', {});
        expect(await there.members.undelivered(at('07:59:59'), 10)).toEqual([]);
        expect(await there.members.undelivered(at('08:00:10'), 10)).toEqual(['T2:early']);
        expect(await there.members.undelivered(at('08:00:30'), 10)).toEqual(['T2:early', 'T1:late']);
        expect(await there.members.undelivered(at('08:00:30'), 1)).toEqual(['T2:early']);
      });

      it('is not found by others once somebody took the lease', async () => {
        await put(here.members, 'T1:U1', { outbox: [post('a', LEASE)] });
        await put(there.members, 'T1:U1', { outbox: [post('a', '2026-03-02T08:01:00.000Z')] });
        expect(await here.members.undelivered(at('08:00:30'), 10)).toEqual([]);
        expect(await here.members.undelivered(at('08:01:00'), 10)).toEqual(['T1:U1']);
      });

      it('is settled by name: newer posts stay, in order', async () => {
        await put(here.members, 'T1:U1', { outbox: [post('a'), post('b', '2026-03-02T08:00:30.000Z'), post('c')] });
        await there.members.settle([receipt('T1:U1', 'a'), receipt('T1:U1', 'c'), receipt('T1:gone', 'a', true)]);
        expect((await here.members.read('T1:U1'))?.outbox.map(({ id }) => id)).toEqual(['b']);
        expect(await here.members.undelivered(at('08:00:10'), 10)).toEqual([]);
        expect(await here.members.undelivered(at('08:00:40'), 10)).toEqual(['T1:U1']);
        await here.members.settle([receipt('T1:U1', 'b')]);
        expect(await here.members.undelivered(at('09:00:00'), 10)).toEqual([]);
        expect(await here.members.read('T1:gone')).toBeNull();
      });

      it('once settled says where the open question stands, and only that one', async () => {
        await put(here.members, 'T1:U1', { outbox: [post('old'), post('new')], asking: 'new' });
        await here.members.settle([receipt('T1:U1', 'new', true)]);
        await there.members.settle([receipt('T1:U1', 'old', true)]);
        expect((await here.members.read('T1:U1'))?.asked).toEqual({ post: 'new', inbox: 'D1', ts: 'ts-new' });
      });

      it('is settled while others write, and nothing is lost', async () => {
        const ids = Array.from({ length: 20 }, (_, n) => `p${n}`);
        await put(here.members, 'T1:U1', { outbox: ids.map((id) => post(id)) });
        await Promise.all([
          ...ids.slice(0, 10).map((id) => here.members.settle([receipt('T1:U1', id)])),
          ...ids.map((id, n) => see((n % 2 ? here : there).members, 'T1:U1', id)),
        ]);
        const after = await there.members.read('T1:U1');
        expect(after?.outbox.map(({ id }) => id)).toEqual(ids.slice(10));
        expect(after?.seen).toHaveLength(20);
        await see(here.members, 'T1:U1', 'last');
        expect((await there.members.read('T1:U1'))?.outbox).toHaveLength(10);
      });

      it('may be a batch of none', async () => {
        await expect(here.members.settle([])).resolves.toBeUndefined();
      });
    });

    describe('forgetting', () => {
      it('deletes the member with their history and counts the records', async () => {
        for (const date of ['2026-01-31', '2026-02-01', '2026-02-02']) await keep(here.members, 'T1:U1', day(date));
        await put(here.members, 'T1:U2', { name: PERSON.name });
        expect(await there.members.forget('T1:U1')).toBe(4);
        expect(await here.members.read('T1:U1')).toBeNull();
        expect(await here.history.checkIns('T1:U1', '2026-01-01', '2026-12-31')).toEqual([]);
        expect(await here.members.read('T1:U2')).not.toBeNull();
        expect(await here.members.forget('T1:U1')).toBe(0);
      });

      it('leaves nothing that a later answer could bring back', async () => {
        await put(here.members, 'T1:U1', { outbox: [post('a')], seen: ['Ev1'] });
        await there.members.forget('T1:U1');
        expect(await here.members.undelivered(at('09:00:00'), 10)).toEqual([]);
        await see(here.members, 'T1:U1', 'Ev2');
        expect((await there.members.read('T1:U1'))?.seen).toEqual(['Ev2']);
      });
    });
  });
}
