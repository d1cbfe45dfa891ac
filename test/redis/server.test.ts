import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { startRedis } from '../../src/playground/redis-server.ts';
import { createRedis } from '../../src/redis/connection.ts';
import { createRedisMembers } from '../../src/redis/members.ts';
import { put } from '../contract/stores.ts';

const SERVER = new URL('../../src/playground/redis-server.ts', import.meta.url).href;
const Started = z.object({ url: z.string(), pid: z.int() });

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bearings-server-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** A process that starts Redis and then only lives. */
async function startElsewhere() {
  const script = `const { startRedis } = await import('${SERVER}');
    console.log(JSON.stringify(await startRedis({ dir: process.argv[1] })));
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = z.tuple([z.instanceof(Buffer)]).parse(await once(owner.stdout, 'data'));
  return { owner, ...Started.parse(JSON.parse(line.toString())) };
}

describe('a Redis whose process was killed', () => {
  it('ends, and the next one finds all that was kept', async () => {
    const { owner, url } = await startElsewhere();
    const before = createRedis(url, () => {});
    await put(createRedisMembers(before), 'T1:U1');
    owner.kill('SIGKILL');
    const server = await startRedis({ dir });
    before.disconnect();
    const after = createRedis(server.url, () => {});
    expect((await createRedisMembers(after).read('T1:U1'))?.id).toBe('T1:U1');
    await after.quit();
    await server.stop();
  });

  it('that is still there is ended before another opens its file', async () => {
    const { owner, pid } = await startElsewhere();
    // As if its guard had been killed too: nothing ends it but the next start.
    process.kill(pid, 'SIGSTOP');
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    setTimeout(() => process.kill(pid, 'SIGCONT'), 300);
    const server = await startRedis({ dir });
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    expect(command).toBe('');
    await server.stop();
  });
});
