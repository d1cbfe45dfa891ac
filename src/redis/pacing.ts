import { setTimeout } from 'node:timers/promises';

import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

import type { Pace } from '../coaching/ports.ts';
import { escapeId } from './keys.ts';

/** Those who wait for the same moment do not all ask again at once. */
const JITTER_MS = 40;
const LONGEST_WAIT_MS = 60_000;

export type RedisPace = Pace & {
  /** Somebody waits for this message, so it went at once: what nobody waits for lets it go first. */
  went(member: string): Promise<void>;
  /** Slack asks to be left alone by this workspace for so long. */
  holdOff(member: string, ms: number): Promise<void>;
};

/** How many messages a workspace may get in a second, counted by all replicas together. */
export function createRedisPace(redis: Redis, perSecond: number): RedisPace {
  const window = { points: perSecond, duration: 1 };
  const limiter = new RateLimiterRedis({
    ...window,
    storeClient: redis,
    keyPrefix: '',
    // Without Redis each replica keeps to the pace by itself.
    insuranceLimiter: new RateLimiterMemory(window),
  });
  return {
    async turn(member) {
      const began = performance.now();
      for (;;) {
        const waitMs = await limiter.consume(keyOf(member)).then(() => 0, msUntilNext);
        if (waitMs === 0) return performance.now() - began;
        await setTimeout(waitMs + Math.random() * JITTER_MS);
      }
    },
    async went(member) {
      await limiter.penalty(keyOf(member), 1).catch(() => {});
    },
    async holdOff(member, ms) {
      await limiter.block(keyOf(member), Math.ceil(ms / 1000)).catch(() => {});
    },
  };
}

/** One key of each workspace, in its own slot. */
const keyOf = (member: string): string => `{${escapeId(member.slice(0, member.indexOf(':')))}}:pace`;

/** What the limiter throws is either how long to wait or a failure. */
function msUntilNext(thrown: unknown): number {
  if (!(thrown instanceof RateLimiterRes)) throw thrown;
  return Math.min(Math.max(thrown.msBeforeNext, 1), LONGEST_WAIT_MS);
}
