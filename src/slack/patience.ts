import { setTimeout } from 'node:timers/promises';

import { WebAPIRateLimitedError } from '@slack/web-api';

/** Longer than this Slack may keep us waiting only through the record: the post stays there and is tried again. */
const WAIT_MOST_MS = 5_000;
const TRIES = 3;

/** Does it again when Slack was too busy to do it, after as long as Slack asks for. Nothing else is repeated. */
export async function patiently<T>(call: () => Promise<T>, tried = 1): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof WebAPIRateLimitedError) || tried >= TRIES) throw error;
    const waitMs = error.retryAfter * 1000;
    if (waitMs > WAIT_MOST_MS) throw error;
    await setTimeout(waitMs);
    return patiently(call, tried + 1);
  }
}
