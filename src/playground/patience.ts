import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 400;

/**
 * Follows writes without letting them hold up the chat: waits for each a moment, so that what was said is kept
 * before the bot hears that it was, and no longer, for Redis may be away.
 */
export type Patience = {
  readonly keep: (write: Promise<void>) => Promise<void>;
  /** When all that was begun has ended, well or not. */
  readonly settled: () => Promise<unknown>;
};

export function createPatience(onFailure: (error: unknown) => void): Patience {
  const open = new Set<Promise<void>>();
  return {
    async keep(write) {
      const followed = write.catch(onFailure).finally(() => open.delete(followed));
      open.add(followed);
      await Promise.race([followed, pause(PATIENCE_MS)]);
    },
    settled: () => Promise.race([Promise.all(open), pause(PATIENCE_MS * 5)]),
  };
}
