import { Redis } from 'ioredis';
import { inject } from 'vitest';

/** The address of a database in the run's Redis that nobody else has: test files run at the same time. */
export async function ownDatabase(): Promise<string> {
  const redis = new Redis(inject('redisUrl'));
  // Database 0 only counts the others.
  const taken = await redis.incr('databases-taken');
  await redis.quit();
  return `${inject('redisUrl')}/${taken}`;
}
