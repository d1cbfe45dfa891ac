import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Redis } from 'ioredis';
import { z } from 'zod';

const NOTE = 'redis.running.json';
const END_MS = 10_000;

const ONE_QUESTION = {
  lazyConnect: true,
  connectTimeout: 1000,
  commandTimeout: 1000,
  enableReadyCheck: false,
  maxRetriesPerRequest: 0,
  retryStrategy: () => null,
} as const;

const Note = z.object({ pid: z.int().positive(), port: z.int().positive(), owner: z.int().positive() });
type Note = z.infer<typeof Note>;

type Found = { readonly pid: number; readonly dir: string; readonly isLoading: boolean };

/** Two servers on one append-only file spoil it. An orphan of a process that died is ended; one in use is left alone. */
export async function endPrevious(dir: string): Promise<void> {
  const note = await readNote(dir);
  if (!note || !(await isOurs(note, dir))) return;
  if (await isRunning(note.owner)) {
    throw new Error(`${dir} is in use by process ${note.owner}. Stop that one first, or use another folder.`);
  }
  signal(note.pid, 'SIGTERM');
  for (const until = Date.now() + END_MS; Date.now() < until; await sleep(20)) {
    if (!(await isRunning(note.pid))) return;
  }
  signal(note.pid, 'SIGKILL');
}

export const noteRunning = (dir: string, note: Note): Promise<void> => writeFile(join(dir, NOTE), JSON.stringify(note));

export const forgetRunning = (dir: string): Promise<void> => rm(join(dir, NOTE), { force: true });

/** Who answers on a loopback port, or null. */
export async function askRedis(port: number): Promise<Found | null> {
  const redis = new Redis(port, '127.0.0.1', ONE_QUESTION).on('error', () => {});
  try {
    await redis.connect();
    const info = await redis.info();
    const [, dir = ''] = z.array(z.string()).parse(await redis.config('GET', 'dir'));
    return { pid: Number(/^process_id:(\d+)/m.exec(info)?.[1]), dir, isLoading: !/^loading:0/m.test(info) };
  } catch {
    return null;
  } finally {
    // On an ended one it would only start a timer.
    if (redis.status !== 'end') redis.disconnect();
  }
}

async function readNote(dir: string): Promise<Note | null> {
  const json = await readFile(join(dir, NOTE), 'utf8').catch(() => 'null');
  try {
    return Note.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/** A pid alone proves nothing: it may have gone to another program. A Redis that is ending does not answer any more. */
async function isOurs({ pid, port }: Note, dir: string): Promise<boolean> {
  for (
    const until = Date.now() + END_MS;
    (await isRunning(pid, 'redis-server')) && Date.now() < until;
    await sleep(50)
  ) {
    const found = await askRedis(port);
    if (found) return found.pid === pid && found.dir === dir;
  }
  return false;
}

/** Not so of one that has ended and that nobody has buried, as happens where process 1 is not an init. */
async function isRunning(pid: number, name = ''): Promise<boolean> {
  if (!signal(pid, 0)) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return command === null || (command !== '' && command.includes(name));
}

/** False when there is no such process. One of another user is there, though not ours to end. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
