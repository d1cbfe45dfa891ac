import type { JobsOptions } from 'bullmq';
import { z } from 'zod';

import type { Due } from '../coaching/ports.ts';

export const QUEUE = 'bearings';
/** All keys of the queue share a hash tag of their own: its scripts touch one slot of a Cluster. */
export const PREFIX = '{bearings-queue}';

/** Ids only: what a job is about is in the member's record. */
const DueJob = z.strictObject({ member: z.string(), at: z.number() });
const ReconcileJob = z.strictObject({});

export type JobName = 'due' | 'reconcile';

export const readDue = (data: unknown): Due => {
  const { member, at } = DueJob.parse(data);
  return { member, at: new Date(at) };
};
export const isReconcile = (name: string, data: unknown): boolean =>
  name === 'reconcile' && ReconcileJob.safeParse(data).success;

/** Nothing of a job is kept once it is over. */
export const NOT_KEPT = { removeOnComplete: true, removeOnFail: true } as const;

const FIRST_RETRY_MS = 1_000;
const TRIES = 8;

/**
 * The job of a due moment. Its id follows from whom and when: added again it changes nothing. Were it kept when
 * it is over, the same moment could not be planned again.
 */
export const toJob = ({ member, at }: Due, now: Date): { name: JobName; data: object; opts: JobsOptions } => ({
  name: 'due',
  data: { member, at: at.getTime() },
  opts: {
    jobId: `${escaped(member)}.${at.getTime()}`,
    delay: Math.max(0, at.getTime() - now.getTime()),
    attempts: TRIES,
    backoff: { type: 'exponential', delay: FIRST_RETRY_MS, jitter: 0.5 },
    ...NOT_KEPT,
  },
});

/** BullMQ takes no colon in an id of ours. */
const escaped = (id: string): string =>
  id.replace(/[^\w-]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
