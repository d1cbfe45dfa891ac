import type { Redis } from 'ioredis';
import { z } from 'zod';

import type { Members } from '../coaching/ports.ts';
import { reach, together } from './connection.ts';
import { undeliveredOf, unescapeId, WORKSPACES } from './keys.ts';

/** Name, when the lease ends, name, ... */
const Leases = z.array(z.string());

type Workspaces = Pick<Members, 'undelivered'> & {
  /** Makes sure that the workspace can be found. Costs a command the first time only, sent beside another. */
  note(team: string): Promise<void>;
};

export function createWorkspaces(redis: Redis): Workspaces {
  const noted = new Set<string>();
  // It may be another Redis now, or one that has lost its last second.
  redis.on('ready', () => noted.clear());
  return {
    async note(team) {
      if (noted.has(team)) return;
      await reach(redis, redis.sadd(WORKSPACES, team));
      noted.add(team);
    },
    async undelivered(now, limit) {
      const teams = await reach(redis, redis.smembers(WORKSPACES));
      const until = String(now.getTime());
      const answers = await together(
        redis,
        teams.map((team) => [
          'zrange',
          undeliveredOf(team),
          '-inf',
          until,
          'byscore',
          'limit',
          '0',
          String(limit),
          'withscores',
        ]),
      );
      return teams
        .flatMap((team, at) => toLeases(team, Leases.parse(answers[at])))
        .sort((a, b) => a.until - b.until)
        .slice(0, limit)
        .map(({ id }) => id);
    },
  };
}

const toLeases = (team: string, flat: readonly string[]): { id: string; until: number }[] =>
  flat.flatMap((name, at) =>
    at % 2 === 0 ? [{ id: `${unescapeId(team)}:${unescapeId(name)}`, until: Number(flat[at + 1]) }] : [],
  );
