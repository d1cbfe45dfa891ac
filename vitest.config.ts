import { availableParallelism } from 'node:os';

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/redis.ts', 'test/support/chromium.ts'],
    // The tests of real processes mostly wait: two cores carry more than vitest's one file at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What a test waits for comes when the machine gets to it: a busy one is slow, not wrong.
    expect: { poll: { timeout: 15_000 } },
  },
});
