import { setTimeout } from 'node:timers/promises';

/** Slack waits 3 s; the way there and back takes its part. */
const ACK_MS = 2_000;

/**
 * Answers once the work is kept, so that what Slack was told is true; but in time even when it is slow.
 * `ack` is given the result, or undefined when there is none yet. Resolves with the result.
 */
export async function ackInTime<T>(work: Promise<T>, ack: (result: T | undefined) => Promise<unknown>): Promise<T> {
  const tooLate = new AbortController();
  const isDone = work.then(() => true);
  const isLate = setTimeout(ACK_MS, false, { signal: tooLate.signal }).catch(() => false);
  try {
    await ((await Promise.race([isDone, isLate])) ? ack(await work) : ack(undefined));
  } finally {
    tooLate.abort();
  }
  return work;
}
