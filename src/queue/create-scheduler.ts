import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';

import type { Due, Members, Scheduler } from '../coaching/ports.ts';
import { NOT_KEPT, PREFIX, QUEUE, readDue, toJob } from './jobs.ts';

/** Jobs are made for what is due within this time; the rest waits in the members' own index. */
const HORIZON_MS = 2 * 60 * 60 * 1000;
const RECONCILE_MS = 60 * 60 * 1000;
const ADDED_AT_ONCE = 1_000;

type World = {
  readonly redis: Redis;
  readonly members: Pick<Members, 'due'>;
  readonly now: () => Date;
};

export type QueueScheduler = Scheduler & {
  /** Plans all that is due within the horizon. Done by each replica at its start, and by one of them every hour. */
  reconcile(): Promise<void>;
  /** After the clock was moved: what is due by now is done now. */
  hurry(): Promise<void>;
  /** Whether something is due or at work. */
  isBusy(): Promise<boolean>;
  close(): Promise<void>;
};

/** The plan in Redis: a cache of the members' `dueAt`, which can be lost and is made again. */
export function createScheduler({ redis, members, now }: World): QueueScheduler {
  const queue = new Queue(QUEUE, { connection: redis, prefix: PREFIX, skipMetasUpdate: true });
  // What goes wrong is thrown where it was asked for; an event nobody hears would end the process.
  queue.on('error', () => {});

  const plan = async (due: readonly Due[]): Promise<void> => {
    const until = now().getTime() + HORIZON_MS;
    const soon = due.filter(({ at }) => at.getTime() <= until).map((one) => toJob(one, now()));
    for (let from = 0; from < soon.length; from += ADDED_AT_ONCE)
      await queue.addBulk(soon.slice(from, from + ADDED_AT_ONCE));
  };

  const reconcile = async (): Promise<void> => {
    for await (const due of members.due(new Date(now().getTime() + HORIZON_MS))) await plan(due);
  };

  return {
    async plan(due) {
      // Most of what is planned is for tomorrow: that costs nothing here.
      await plan(due);
    },
    async forget(of) {
      const isTheirs = ({ member }: Due): boolean => member === of || member.startsWith(`${of}:`);
      for (const job of await queue.getJobs(['delayed', 'waiting', 'prioritized'])) {
        if (job.name === 'due' && isTheirs(readDue(job.data))) await job.remove().catch(unlessGone);
      }
      // The ids of jobs stand in what BullMQ tells of them, which nobody reads.
      await queue.trimEvents(0);
    },
    async reconcile() {
      await queue.upsertJobScheduler(
        'hourly',
        { every: RECONCILE_MS },
        { name: 'reconcile', data: {}, opts: NOT_KEPT },
      );
      await reconcile();
    },
    async hurry() {
      await reconcile();
      for (const job of await queue.getDelayed()) {
        if (job.name === 'due' && readDue(job.data).at <= now()) await job.promote().catch(unlessGone);
      }
    },
    async isBusy() {
      const { active = 0, waiting = 0, prioritized = 0 } = await queue.getJobCounts('active', 'waiting', 'prioritized');
      return active + waiting + prioritized > 0;
    },
    close: () => queue.close(),
  };
}

/** It was promoted, or done, a moment before. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Error) || !/not in the delayed state|Missing key|locked/i.test(error.message)) throw error;
}
