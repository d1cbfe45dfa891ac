import { afterAll } from 'vitest';

import { createRedisAccounts } from '../../src/redis/accounts.ts';
import { createRedis } from '../../src/redis/connection.ts';
import { createRedisHistory } from '../../src/redis/history.ts';
import { createRedisMembers } from '../../src/redis/members.ts';
import { createRedisPositions } from '../../src/redis/positions.ts';
import { createRedisWorkspaces } from '../../src/redis/workspace-store.ts';
import { describeAccounts } from '../contract/accounts.ts';
import { describeHistory } from '../contract/history.ts';
import { describeMembers } from '../contract/members.ts';
import { describePositions } from '../contract/positions.ts';
import type { Opened, Stores } from '../contract/stores.ts';
import { describeWorkspaces } from '../contract/workspaces.ts';
import { ownDatabase } from '../support/database.ts';

// A database of its own: what is undelivered is looked for in all workspaces.
const url = await ownDatabase();
const clients = [1, 2].map(() => createRedis(url, () => {}));
const [one, other] = clients.map((redis) => (): Stores => ({
  members: createRedisMembers(redis),
  history: createRedisHistory(redis),
  accounts: createRedisAccounts(redis),
  positions: createRedisPositions(redis),
  workspaces: createRedisWorkspaces(redis),
}));

const open = async (): Promise<Opened> => {
  await clients[0]?.flushdb();
  if (!one || !other) throw new Error('Two clients are needed');
  return { here: one(), there: other() };
};

afterAll(() => Promise.all(clients.map((redis) => redis.quit())));

describeMembers('Redis', open);
describeHistory('Redis', open);
describeAccounts('Redis', open);
describePositions('Redis', open);
describeWorkspaces('Redis', open);
