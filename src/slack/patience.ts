import { setTimeout } from 'node:timers/promises';

import { WebAPIRateLimitedError } from '@slack/web-api';

import { HeldOffError } from '../coaching/ports.ts';

/** Longer than this Slack may keep us waiting only through the record: the post stays there until its time. */
const WAIT_MOST_MS = 5_000;
const TRIES = 3;

/**
 * Does it again when Slack was too busy to do it, after as long as Slack asks for; nothing else is repeated. Asked to
 * stay away for longer, it throws a HeldOffError.
 */
export async function patiently<T>(call: () => Promise<T>, now: () => Date, tried = 1): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof WebAPIRateLimitedError)) throw error;
    const waitMs = error.retryAfter * 1000;
    if (waitMs > WAIT_MOST_MS || tried >= TRIES) {
      throw new HeldOffError(new Date(now().getTime() + waitMs), { cause: error });
    }
    await setTimeout(waitMs);
    return patiently(call, now, tried + 1);
  }
}
