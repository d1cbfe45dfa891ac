import type { Redis } from 'ioredis';

import type { Positions } from '../coaching/ports.ts';
import { Position } from '../coaching/position.ts';
import { keysOf } from './keys.ts';
import { createSharedRecord } from './shared-record.ts';

/** Found by its account's id, and listed nowhere. */
const KIND = { schema: Position, name: '', listedIn: () => [] };

export function createRedisPositions(redis: Redis): Positions {
  const records = createSharedRecord<Position>(redis);
  return {
    read: async (account) => records.read(keysOf(account).position, KIND),
    remove: async (account) => records.remove(keysOf(account).position, KIND),
    update: async (account, change) => records.update(keysOf(account).position, KIND, change),
  };
}
