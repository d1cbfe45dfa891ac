import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { type RunningRedis, startRedis } from '../../src/playground/redis-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    redisUrl: string;
  }
}

let redis: RunningRedis | undefined;
let dir = '';

/** One real Redis for all tests of a run. A test takes a database of its own in it: see database.ts. */
export async function setup({ provide }: TestProject): Promise<void> {
  dir = await mkdtemp(join(tmpdir(), 'bearings-redis-'));
  redis = await startRedis({ dir, databases: 256 });
  provide('redisUrl', redis.url);
}

export async function teardown(): Promise<void> {
  await redis?.stop();
  await rm(dir, { recursive: true, force: true });
}
