import { Redis, ReplyError } from 'ioredis';

import { StateError } from './state-error.ts';

/** Longer than any healthy answer takes, shorter than a listener waits (2 s) before it acks what may not be kept. */
const ANSWER_MS = 1500;
const DEAD_SOCKET_MS = 5000;
const LONGEST_RETRY_MS = 500;

/**
 * A client that connects on first use, gives up on a command soon and on Redis never. `onError` hears of every lost
 * connection; commands sent meanwhile wait for one more attempt and then fail.
 */
export function createRedis(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: ANSWER_MS,
    commandTimeout: ANSWER_MS,
    socketTimeout: DEAD_SOCKET_MS,
    maxRetriesPerRequest: 1,
    retryStrategy: (times) => Math.min(times * 50, LONGEST_RETRY_MS),
    // After a fail-over the old primary answers so: connect anew, to the new one, and send it again.
    reconnectOnError: (error) => (error.message.startsWith('READONLY') ? 2 : false),
  });
  return redis.on('error', onError);
}

/**
 * A client for the queue: its commands wait for Redis to come back, however long that takes, and some of them are
 * answered only when there is something to do.
 */
export function createQueueRedis(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: ANSWER_MS,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 50, LONGEST_RETRY_MS),
    reconnectOnError: (error) => (error.message.startsWith('READONLY') ? 2 : false),
  });
  return redis.on('error', onError);
}

/** Says which Redis it is that doesn't answer. What Redis itself answers is let through. */
export async function reach<T>(redis: Redis, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ReplyError || error instanceof StateError) throw error;
    const { host, port } = redis.options;
    throw new StateError('AWAY', `Redis at ${host}:${port} does not answer`, { cause: error });
  }
}

/** Sends commands in one go. The answers, in order; the first failure is thrown. */
export async function together(
  redis: Redis,
  commands: readonly (readonly [string, ...string[]])[],
): Promise<unknown[]> {
  if (commands.length === 0) return [];
  const answers = await reach(redis, redis.pipeline(commands.map((command) => [...command])).exec());
  return (answers ?? []).map(([error, answer]) => {
    if (error) throw error;
    return answer;
  });
}
