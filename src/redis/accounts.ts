import type { Redis } from 'ioredis';

import { Account } from '../coaching/account.ts';
import type { Accounts } from '../coaching/ports.ts';
import { reach, together } from './connection.ts';
import { accountListOf, escapeId, type Keys, keysOf, unescapeId } from './keys.ts';
import { createSharedRecord, readHeld } from './shared-record.ts';

export function createRedisAccounts(redis: Redis): Accounts {
  const records = createSharedRecord<Account>(redis);
  const listed = async (team: string, list: string): Promise<Account[]> => {
    const names = (await reach(redis, redis.smembers(list))).sort();
    const found = names.map((name) => keysOf(`${team}:${unescapeId(name)}`).account);
    const answers = await together(
      redis,
      found.map((key) => ['hmget', key, 'rev', 'json']),
    );
    return found.flatMap((key, at) => readHeld(Account, key, answers[at])?.record ?? []);
  };
  return {
    async read(id) {
      const keys = keysOf(id);
      return records.read(keys.account, kindOf(keys));
    },
    async update(id, change) {
      const keys = keysOf(id);
      return records.update(keys.account, kindOf(keys), change);
    },
    async of(memberId) {
      const { accounts, team } = keysOf(memberId);
      return listed(unescapeId(team), accounts);
    },
    async remove(id) {
      const keys = keysOf(id);
      return records.remove(keys.account, kindOf(keys));
    },
    in: (team) => listed(team, accountListOf(escapeId(team))),
  };
}

const kindOf = (keys: Keys) => ({
  schema: Account,
  name: keys.name,
  listedIn: (account: Account) => listsOf(keys, account),
});

/** Where the account is listed. A person of another workspace is none of this one's. */
function listsOf({ team, accountList }: Keys, { operators, manager }: Account): readonly string[] {
  const people = [...operators, ...(manager === null ? [] : [manager])].map(keysOf);
  return [accountList, ...new Set(people.filter((person) => person.team === team).map((person) => person.accounts))];
}
