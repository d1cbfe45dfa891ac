import type { Redis } from 'ioredis';

import type { Workspaces } from '../coaching/ports.ts';
import { Workspace } from '../coaching/workspace.ts';
import { reach } from './connection.ts';
import { unescapeId, workspaceOf, WORKSPACES } from './keys.ts';
import { createSharedRecord } from './shared-record.ts';

const KIND = { schema: Workspace, name: '', listedIn: () => [] };

const asNew = (): Workspace => Workspace.parse({ v: 1 });

/** What holds for a whole workspace; one that nobody wrote of is as new. */
export function createRedisWorkspaces(redis: Redis): Workspaces {
  const records = createSharedRecord<Workspace>(redis);
  return {
    all: async () => (await reach(redis, redis.smembers(WORKSPACES))).map(unescapeId),
    read: async (team) => (await records.read(workspaceOf(team), KIND)) ?? asNew(),
    async update(team, change) {
      await records.update(workspaceOf(team), KIND, (known) => {
        const before = known ?? asNew();
        const after = change(before);
        return [after === before ? null : after, null];
      });
    },
  };
}
