import type { Redis } from 'ioredis';

import { Installation, type Installations } from '../coaching/installation.ts';
import { reach, together } from './connection.ts';
import { escapeId, installationOf, servedBy, teamsOf, unescapeId, WORKSPACES } from './keys.ts';
import { readRecord } from './read-record.ts';
import { createSeal } from './seal.ts';

/** Installations sealed with the first of these keys. One that was sealed with an older key is sealed anew when it is read. */
export function createRedisInstallations(redis: Redis, keys: readonly string[]): Installations {
  const seal = createSeal(keys);

  const read = async (id: string): Promise<Installation | null> => {
    const key = installationOf(escapeId(id));
    const sealed = await reach(redis, redis.get(key));
    if (sealed === null) return null;
    const { words, isOld } = seal.open(sealed, key);
    const installation = readRecord(Installation, key, words);
    if (isOld) await write(installation);
    return installation;
  };
  const write = async (installation: Installation): Promise<void> => {
    const key = installationOf(escapeId(installation.id));
    await reach(redis, redis.set(key, seal.seal(JSON.stringify(Installation.parse(installation)), key)));
  };

  return {
    async of(team) {
      const own = await read(team);
      if (own) return own;
      const organisation = await reach(redis, redis.get(servedBy(escapeId(team))));
      return organisation === null ? null : read(organisation);
    },
    async write(installation) {
      await write(installation);
      // A workspace that was forgotten is found again.
      if (!installation.isOrg) await reach(redis, redis.sadd(WORKSPACES, escapeId(installation.id)));
    },
    async belongs(team, organisation) {
      await together(redis, [
        ['set', servedBy(escapeId(team)), organisation],
        ['sadd', teamsOf(escapeId(organisation)), escapeId(team)],
        ['sadd', WORKSPACES, escapeId(team)],
      ]);
    },
    async remove(id) {
      const escaped = escapeId(id);
      const teams = await reach(redis, redis.smembers(teamsOf(escaped)));
      await together(redis, [
        ['del', installationOf(escaped)],
        ['del', teamsOf(escaped)],
        ['del', servedBy(escaped)],
      ]);
      return teams.length > 0 ? teams.map(unescapeId) : [id];
    },
  };
}
