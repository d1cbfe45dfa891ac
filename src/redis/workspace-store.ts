import type { Redis } from 'ioredis';
import { z } from 'zod';

import type { Workspaces } from '../coaching/ports.ts';
import { Workspace } from '../coaching/workspace.ts';
import { reach } from './connection.ts';
import { workspaceOf } from './keys.ts';
import { newRev } from './member-record.ts';
import { checkRecord, readRecord } from './read-record.ts';
import { defineScripts } from './scripts.ts';
import { StateError } from './state-error.ts';

const TRIES = 100;
const Fields = z.tuple([z.string().nullable(), z.string().nullable()]);

/** What holds for a whole workspace; one that nobody wrote of is as new. */
export function createRedisWorkspaces(redis: Redis): Workspaces {
  defineScripts(redis);
  const load = async (key: string): Promise<{ readonly rev: string; readonly workspace: Workspace }> => {
    const [rev, json] = Fields.parse(await reach(redis, redis.hmget(key, 'rev', 'json')));
    const workspace = rev === null ? Workspace.parse({ v: 1 }) : readRecord(Workspace, key, json ?? '');
    return { rev: rev ?? '', workspace };
  };
  return {
    async read(team) {
      return (await load(workspaceOf(team))).workspace;
    },
    async update(team, change) {
      const key = workspaceOf(team);
      for (let tries = 0; tries < TRIES; tries += 1) {
        const { rev, workspace } = await load(key);
        const after = change(workspace);
        if (after === workspace) return;
        const json = JSON.stringify(checkRecord(Workspace, key, after));
        if ((await reach(redis, redis.swapAccount(1, key, rev, newRev(), json, '', '0'))) === 1) return;
      }
      throw new StateError('CONTENDED', `Others kept writing ${key}`);
    },
  };
}
