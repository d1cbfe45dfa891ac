import type { Redis } from 'ioredis';

import { reach } from './connection.ts';

/** What to set so that Redis forgets nothing: a sentence each, none when all is well. */
export async function durabilityWarnings(redis: Redis): Promise<readonly string[]> {
  // INFO, for hosted Redis often refuses CONFIG.
  const [persistence, memory] = await reach(redis, Promise.all([redis.info('persistence'), redis.info('memory')]));
  const policy = /^maxmemory_policy:(.*?)\r?$/m.exec(memory)?.[1] ?? 'unknown';
  const warnings: string[] = [];
  if (!/^aof_enabled:1/m.test(persistence)) {
    warnings.push('Redis keeps no append-only file, so a restart loses answers: set "appendonly yes"');
  }
  if (policy !== 'noeviction') {
    warnings.push(`Redis may drop records when memory is short (${policy}): set "maxmemory-policy noeviction"`);
  }
  return warnings;
}
