import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** Bearings as a process of its own, with this environment and nothing more. Every one is to be ended by the test. */
export function run(env: Readonly<Record<string, string>>, root = ROOT) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['src/start.js'], {
    cwd: root,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said.out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said.err += chunk));
  const ended: Promise<Ran> = once(child, 'close').then(() => ({ code: child.exitCode, ...said }));
  return {
    said,
    ended,
    hasEnded: (): boolean => child.exitCode !== null || child.signalCode !== null,
    end: (signal: NodeJS.Signals): Promise<Ran> => {
      child.kill(signal);
      return ended;
    },
    /** Resolves with the first match in what it says; throws when it ends instead. */
    async says(pattern: RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const match = pattern.exec(said.out);
        if (match) return match;
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended: ${said.out}${said.err}`);
        await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      }
    },
  };
}
