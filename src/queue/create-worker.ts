import { setTimeout } from 'node:timers/promises';

import { Worker, type Job } from 'bullmq';
import type { Redis } from 'ioredis';

import type { Coach } from '../coaching/coach.ts';
import { isReconcile, PREFIX, QUEUE, readDue } from './jobs.ts';

/** So many members are served at once by one replica: most of the time of each is waiting for Slack. */
const AT_ONCE = 50;
/** A replica that is silent for this long is taken for dead, and its jobs are done again: the records know what was done. */
const LOCK_MS = 10_000;
const LOOK_FOR_DEAD_MS = 5_000;
/** A deploy waits 10 s; what is not done by then is somebody else's: most of it only waits for its turn. */
const CLOSE_MS = 3_000;
/** So long may it take to tell the queue. */
const HAND_OVER_MS = 1_000;

/** Not a failure: another replica does it. */
class HandedOverError extends Error {
  override readonly name = 'HandedOverError';
}

type World = {
  readonly redis: Redis;
  readonly coach: Pick<Coach, 'due'>;
  readonly reconcile: () => Promise<void>;
  readonly now: () => Date;
  /** Told of what failed; the job is tried again. */
  readonly onFailure: (error: unknown) => void;
};

export type QueueWorker = { readonly close: () => Promise<void> };

/** Does what is due, beside as many replicas as there are. */
export function createWorker({ redis, coach, reconcile, now, onFailure }: World): QueueWorker {
  const active = new Set<(why: HandedOverError) => void>();
  const orHandedOver = async (doing: Promise<void>): Promise<void> => {
    const { promise, reject } = Promise.withResolvers<never>();
    active.add(reject);
    await Promise.race([doing, promise]).finally(() => active.delete(reject));
  };
  const work = async (job: Job): Promise<void> => {
    if (isReconcile(job.name, job.data)) return reconcile();
    const { member, at } = readDue(job.data);
    // A replica whose clock is behind would find nothing due yet, and nobody would look again.
    await orHandedOver(coach.due(member, new Date(Math.max(at.getTime(), now().getTime()))));
  };
  const worker = new Worker(QUEUE, work, {
    connection: redis,
    prefix: PREFIX,
    concurrency: AT_ONCE,
    lockDuration: LOCK_MS,
    stalledInterval: LOOK_FOR_DEAD_MS,
    // Done again as often as it takes: a job knows nothing that the record does not.
    maxStalledCount: 1_000,
  });
  worker.on('failed', (_job, error) => {
    if (!(error instanceof HandedOverError)) onFailure(error);
  });
  // Without Redis it says so many times a second; that the line is lost is told where it is watched.
  worker.on('error', (error) => {
    if (redis.status === 'ready') onFailure(error);
  });
  return {
    async close() {
      const closed = worker.close();
      await Promise.race([closed, setTimeout(CLOSE_MS, null, { ref: false })]);
      for (const handOver of active) handOver(new HandedOverError('This replica stops'));
      await Promise.race([closed, setTimeout(HAND_OVER_MS, null, { ref: false })]);
    },
  };
}
