import type { Redis } from 'ioredis';
import { z } from 'zod';

import type { Due, Members } from '../coaching/ports.ts';
import { reach, together } from './connection.ts';
import { dueOf, escapeId, membersOf, undeliveredOf, unescapeId, WORKSPACES } from './keys.ts';

/** Name, when the lease ends, name, ... */
const Leases = z.array(z.string());

/** So many workspaces are asked in one go. */
const AT_ONCE = 100;

type Workspaces = Pick<Members, 'undelivered' | 'due'> & {
  members: Members['in'];
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
    async *members(team) {
      const escaped = escapeId(team);
      let cursor = '0';
      do {
        const [next, names] = await reach(redis, redis.sscan(membersOf(escaped), cursor, 'COUNT', AT_ONCE));
        if (names.length > 0) yield names.map((name) => `${team}:${unescapeId(name)}`);
        cursor = next;
      } while (cursor !== '0');
    },
    async *due(until) {
      const teams = await reach(redis, redis.smembers(WORKSPACES));
      for (let at = 0; at < teams.length; at += AT_ONCE)
        yield await dueOfAll(redis, teams.slice(at, at + AT_ONCE), until);
    },
  };
}

async function dueOfAll(redis: Redis, teams: readonly string[], until: Date): Promise<readonly Due[]> {
  const by = String(until.getTime());
  const answers = await together(
    redis,
    teams.map((team) => ['zrange', dueOf(team), '-inf', by, 'byscore', 'withscores']),
  );
  return teams
    .flatMap((team, at) => toLeases(team, Leases.parse(answers[at])))
    .sort((a, b) => a.until - b.until)
    .map(({ id, until: due }) => ({ member: id, at: new Date(due) }));
}

const toLeases = (team: string, flat: readonly string[]): { id: string; until: number }[] =>
  flat.flatMap((name, at) =>
    at % 2 === 0 ? [{ id: `${unescapeId(team)}:${unescapeId(name)}`, until: Number(flat[at + 1]) }] : [],
  );
