import { setTimeout } from 'node:timers/promises';

import type { Pace, Scheduler } from '../coaching/ports.ts';

/** Where nothing happens by itself and nobody has to wait: the terminal, and tests that call `due` themselves. */
export const createMemoryClockwork = (): {
  readonly scheduler: Scheduler;
  readonly pace: Pace;
  readonly onLate: () => void;
  readonly onGivenUp: () => Promise<void>;
  readonly wait: (ms: number) => Promise<unknown>;
} => ({
  scheduler: { plan: async () => {}, forget: async () => {} },
  pace: { turn: async () => 0 },
  onLate: () => {},
  onGivenUp: async () => {},
  wait: (ms) => setTimeout(ms),
});
