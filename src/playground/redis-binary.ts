import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, glob, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SLOWEST_DOWNLOAD_MS = 120_000;

export type RedisBinary = { readonly command: string; readonly env: NodeJS.ProcessEnv };

/** There is no Redis and none could be fetched. The message says what to install. */
class NoRedisError extends Error {
  override readonly name = 'NoRedisError';
}

/** The redis-server on PATH; else Debian's, unpacked once into a cache of ours: no root, nothing installed. */
export async function findRedis(): Promise<RedisBinary> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const command = join(folder, 'redis-server');
    if (folder && (await isExecutable(command))) return { command, env: process.env };
  }
  const home = join(await cacheFolder(), `redis-${process.platform}-${process.arch}`);
  const cached = await unpackedAt(home);
  if (cached) return cached;
  try {
    return await unpackInto(home);
  } catch (cause) {
    throw new NoRedisError(
      'Redis is needed and could not be fetched. Install it (Debian: apt install redis-server; macOS: brew install redis), ' +
        'or set REDIS_URL to one that runs.',
      { cause },
    );
  }
}

/** Made apart and moved into place, so that of two processes that start at once both find a whole one. */
async function unpackInto(home: string): Promise<RedisBinary> {
  const apart = await mkdtemp(`${home}.`);
  try {
    for (const deb of await download(apart)) await run('dpkg', ['-x', deb, join(apart, 'root')]);
    await unpackedOrThrow(join(apart, 'root'));
    return await putInPlace(apart, home);
  } finally {
    await rm(apart, { recursive: true, force: true });
  }
}

async function putInPlace(apart: string, home: string): Promise<RedisBinary> {
  const move = (): Promise<void> => rename(join(apart, 'root'), home);
  await move().catch(async () => {
    // The other was first and theirs will do, or what is there is left from a machine that was something else.
    if (await unpackedAt(home)) return;
    await rename(home, join(apart, 'broken'));
    await move();
  });
  return unpackedOrThrow(home);
}

const apt = (...args: readonly string[]) => run('apt-get', args, { timeout: SLOWEST_DOWNLOAD_MS });
const INSTALL = 'install --yes --download-only --no-install-recommends --reinstall redis-server redis-tools'.split(' ');

/** Debian's own packages with what they need and this machine lacks, checked by apt against Debian's signature. */
async function download(apart: string): Promise<string[]> {
  await Promise.all(
    ['state/lists/partial', 'cache/archives/partial'].map((at) => mkdir(join(apart, at), { recursive: true })),
  );
  const ours = ['-qq', '-o', 'Debug::NoLocking=1', '-o', 'APT::Sandbox::User=root', '-o', `Dir::Cache=${apart}/cache`];
  const lists = ['-o', `Dir::State=${join(apart, 'state')}`, '-o', 'Dir::State::status=/var/lib/dpkg/status'];
  // A fresh machine has no package lists, an idle one has old lists: then ours, beside the machine's.
  await apt(...ours, ...INSTALL).catch(async () => {
    await apt(...ours, ...lists, '-o', 'Acquire::Languages=none', 'update');
    await apt(...ours, ...lists, ...INSTALL);
  });
  return Array.fromAsync(glob(join(apart, 'cache/archives/*.deb')));
}

async function unpackedOrThrow(home: string): Promise<RedisBinary> {
  const binary = await unpackedAt(home);
  if (!binary) throw new Error(`What was unpacked into ${home} does not run`);
  return binary;
}

async function unpackedAt(home: string): Promise<RedisBinary | null> {
  const command = join(home, 'usr/bin/redis-server');
  if (!(await isExecutable(command))) return null;
  const libraries = await Array.fromAsync(glob(join(home, '{usr/,}lib/*-linux-gnu*')));
  const binary = { command, env: { ...process.env, LD_LIBRARY_PATH: libraries.join(delimiter) } };
  return run(command, ['--version'], { env: binary.env }).then(
    () => binary,
    () => null,
  );
}

/** The first of the usual places that we may write to. */
async function cacheFolder(): Promise<string> {
  const near = fileURLToPath(new URL('../../.cache', import.meta.url));
  for (const folder of [process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), near]) {
    const ours = join(folder, 'bearings');
    const isOurs = await mkdir(ours, { recursive: true })
      .then(() => access(ours, constants.W_OK))
      .then(() => true)
      .catch(() => false);
    if (isOurs) return ours;
  }
  throw new NoRedisError(
    `No folder to keep Redis in: ${near} can’t be written to. Set XDG_CACHE_HOME to one that can.`,
  );
}

const isExecutable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
