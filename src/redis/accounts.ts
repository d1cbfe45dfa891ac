import type { Redis } from 'ioredis';
import { z } from 'zod';

import { Account } from '../coaching/account.ts';
import type { Accounts } from '../coaching/ports.ts';
import { reach, together } from './connection.ts';
import { type Keys, keysOf, unescapeId } from './keys.ts';
import { newRev } from './member-record.ts';
import { checkRecord, readRecord } from './read-record.ts';
import { defineScripts } from './scripts.ts';
import { StateError } from './state-error.ts';

const TRIES = 100;
const Fields = z.tuple([z.string().nullable(), z.string().nullable()]);
type AccountRecord = { readonly rev: string; readonly account: Account };

export function createRedisAccounts(redis: Redis): Accounts {
  defineScripts(redis);

  const load = async (keys: Keys): Promise<AccountRecord | null> =>
    readAccount(keys.account, await reach(redis, redis.hmget(keys.account, 'rev', 'json')));

  return {
    async read(id) {
      return (await load(keysOf(id)))?.account ?? null;
    },
    async update(id, change) {
      const keys = keysOf(id);
      for (let tries = 0; tries < TRIES; tries += 1) {
        const held = await load(keys);
        const [account, result] = change(held?.account ?? null);
        if (account === null || account === held?.account) return result;
        if (await swap(redis, keys, held, account)) return result;
      }
      throw new StateError('CONTENDED', `Others kept writing ${keys.account}`);
    },
    async of(memberId) {
      const { accounts, team } = keysOf(memberId);
      const names = (await reach(redis, redis.smembers(accounts))).sort();
      const found = names.map((name) => keysOf(`${unescapeId(team)}:${unescapeId(name)}`).account);
      const answers = await together(
        redis,
        found.map((key) => ['hmget', key, 'rev', 'json']),
      );
      return found.flatMap((key, at) => readAccount(key, answers[at])?.account ?? []);
    },
  };
}

function readAccount(key: string, answer: unknown): AccountRecord | null {
  const [rev, json] = Fields.parse(answer);
  return rev === null ? null : { rev, account: readRecord(Account, key, json ?? '') };
}

async function swap(redis: Redis, keys: Keys, held: AccountRecord | null, after: Account): Promise<boolean> {
  const account = checkRecord(Account, keys.account, after);
  const gain = peopleOf(keys, account);
  const lose = held ? peopleOf(keys, held.account).filter((person) => !gain.includes(person)) : [];
  const all = [keys.account, ...gain, ...lose];
  const args = [held?.rev ?? '', newRev(), JSON.stringify(account), keys.name, String(gain.length)];
  return (await reach(redis, redis.swapAccount(all.length, ...all, ...args))) === 1;
}

/** Where the account is listed. A person of another workspace is none of this one's. */
function peopleOf({ team }: Keys, { operators, manager }: Account): readonly string[] {
  const people = [...operators, ...(manager === null ? [] : [manager])].map(keysOf);
  return [...new Set(people.filter((person) => person.team === team).map((person) => person.accounts))];
}
