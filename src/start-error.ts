import { ReplyError } from 'ioredis';

/** Bearings cannot start as things are. The message says what to do, and is shown as it is. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Makes an address that we can't listen at one clear sentence; any other error goes through. */
export function toStartError(error: unknown, { host, port }: { host: string; port: number }): unknown {
  const why = whyNotAt(host, port)[codeOf(error)];
  return why ? new StartError(why, { cause: error }) : error;
}

const whyNotAt = (host: string, port: number): Readonly<Record<string, string>> => {
  const elsewhere = `HOST is ${host}, which is no address of this computer. Set it to one, 127.0.0.1 for instance.`;
  return {
    EADDRINUSE: `Port ${port} is taken. Stop what uses it, or set PORT to another.`,
    EACCES: `Port ${port} is not allowed for this user. Set PORT to one above 1023.`,
    EADDRNOTAVAIL: elsewhere,
    ENOTFOUND: elsewhere,
    EAI_AGAIN: elsewhere,
  };
};

/** Of the address only the host is told: the rest may hold a password. */
export const noRedis = (url: string) => (error: unknown) => {
  const { host } = new URL(url);
  const why =
    error instanceof ReplyError && error instanceof Error
      ? `refuses us: ${error.message}. Check what REDIS_URL says of user and password.`
      : 'does not answer. Start it, or set REDIS_URL to one that runs.';
  throw new StartError(`Redis at ${host} ${why}`, { cause: error });
};

/** Makes a folder that can't be used one clear sentence; any other error goes through. */
export function toFolderError(error: unknown, folder: string): unknown {
  const isFolder = ['EACCES', 'EPERM', 'EEXIST', 'ENOTDIR', 'ENOENT', 'EROFS', 'ENOSPC'].includes(codeOf(error));
  const why = `Nothing can be kept in ${folder} (${codeOf(error)}). Set BEARINGS_DATA_DIR to a folder of your own.`;
  return isFolder ? new StartError(why, { cause: error }) : error;
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
