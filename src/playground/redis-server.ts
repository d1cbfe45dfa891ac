import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, realpath } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findRedis, type RedisBinary } from './redis-binary.ts';
import { askRedis, endPrevious, noteRunning, forgetRunning } from './redis-previous.ts';

const READY_MS = 20_000;
const END_MS = 10_000;
/** Somebody may take the free port between our looking and Redis' binding it. */
const PORTS_TRIED = 5;

export type RunningRedis = { readonly url: string; readonly port: number; readonly pid: number; stop(): Promise<void> };

/** A Redis of our own on loopback that keeps what it holds in `dir`. It ends with this process, however that ends. */
export async function startRedis({
  dir,
  port,
  databases = 16,
}: {
  readonly dir: string;
  readonly port?: number;
  readonly databases?: number;
}): Promise<RunningRedis> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const home = await realpath(dir);
  const binary = await findRedis();
  await endPrevious(home);
  for (let tries = 1; ; tries += 1) {
    const at = port ?? (await freePort());
    const child = launch(binary, home, { port: at, databases });
    if (await isReady(child, at)) return running(child, home, at);
    await end(child);
    if (port !== undefined || tries === PORTS_TRIED) throw new Error(await whyNot(home, at));
  }
}

function launch(
  { command, env }: RedisBinary,
  dir: string,
  { port, databases }: { readonly port: number; readonly databases: number },
): ChildProcess {
  const options = {
    bind: '127.0.0.1',
    port: String(port),
    databases: String(databases),
    dir,
    logfile: 'redis.log',
    save: '',
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  // In a group of its own: Ctrl-C is for us, who end Redis last.
  const child = spawn(command, args, { env, stdio: 'ignore', detached: true });
  child.on('error', () => {});
  return child;
}

async function running(child: ChildProcess, dir: string, port: number): Promise<RunningRedis> {
  const pid = child.pid ?? 0;
  await noteRunning(dir, { pid, port, owner: process.pid });
  const guard = guardOf(pid);
  child.unref();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid,
    async stop() {
      guard.kill('SIGKILL');
      await end(child);
      await forgetRunning(dir);
    },
  };
}

/** Waits at the other end of a pipe: when we are gone, even by SIGKILL, the pipe closes and it ends Redis. */
function guardOf(pid: number): ChildProcess {
  const guard = spawn('sh', ['-c', 'read -r _; kill "$0"', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.on('error', () => {});
  guard.unref();
  return guard;
}

/** Whether the child itself answers on its port: somebody else's Redis may be there. False when the child has ended. */
async function isReady(child: ChildProcess, port: number): Promise<boolean> {
  for (const until = Date.now() + READY_MS; Date.now() < until && hasNotEnded(child); await sleep(20)) {
    const found = await askRedis(port);
    if (found && found.pid !== child.pid) return false;
    if (found && !found.isLoading) return true;
  }
  return false;
}

const hasNotEnded = (child: ChildProcess): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

/** Asked kindly it writes what it holds first. */
async function end(child: ChildProcess): Promise<void> {
  if (!hasNotEnded(child)) return;
  const ended = once(child, 'exit');
  child.ref();
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), END_MS);
  await ended;
  clearTimeout(patience);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function whyNot(dir: string, port: number): Promise<string> {
  const log = await readFile(join(dir, 'redis.log'), 'utf8').catch(() => '');
  const lines = log.trim().split('\n').slice(-5).join('\n');
  return `Redis did not start on port ${port} with ${dir}. Its last words:\n${lines}`;
}
