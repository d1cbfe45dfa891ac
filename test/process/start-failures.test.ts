import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { ownDatabase } from '../support/database.ts';
import { workspaceEnv } from './bot.ts';
import { ROOT, run } from './run.ts';

const redisUrl = await ownDatabase();
const workspace = workspaceEnv({ apiUrl: 'http://127.0.0.1:9/api/', redisUrl });
let dir = '';
let taken = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bearings-start-'));
  await writeFile(join(dir, 'file'), 'not a folder');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  taken = String(typeof address === 'object' && address?.port);
  return async () => {
    server.close();
    await rm(dir, { recursive: true, force: true });
  };
});

/** What it prints to standard error before it ends with 1, and ends by itself. */
async function whyNot(env: Readonly<Record<string, string>>, root = ROOT): Promise<string> {
  const { ended, end } = run(env, root);
  const tooLong = setTimeout(() => void end('SIGKILL'), 15_000);
  const { code, err, out } = await ended;
  clearTimeout(tooLong);
  expect({ code, out: out.replaceAll(/\{.*redis: connection lost.*\}\n/g, '') }).toEqual({ code: 1, out: '' });
  return err;
}

/** A copy of Bearings with one file changed. */
async function spoilt(name: string, change: (text: string) => string): Promise<string> {
  const root = await mkdtemp(join(dir, 'copy-'));
  for (const part of ['src', 'flows', 'locales', 'package.json']) {
    await cp(join(ROOT, part), join(root, part), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  await writeFile(join(root, name), change(await readFile(join(root, name), 'utf8')));
  return root;
}

describe.concurrent(
  'a start that cannot be says in one message why, without a stack, and ends with 1:',
  { timeout: 30_000 },
  () => {
    it('a Redis that is not there, without its password', async () => {
      const REDIS_URL = 'redis://user:secret@127.0.0.1:1';
      const why = 'Redis at 127.0.0.1:1 does not answer. Start it, or set REDIS_URL to one that runs.\n';
      expect(await whyNot({ ...workspace, REDIS_URL })).toBe(why);
      expect(await whyNot({ PORT: '0', REDIS_URL })).toBe(why);
    });

    it('a Redis that wants another password', async () => {
      const REDIS_URL = redisUrl.replace('redis://', 'redis://nobody:secret@');
      expect(await whyNot({ ...workspace, REDIS_URL })).toMatch(/^Redis at \S+ refuses us: WRONGPASS .*REDIS_URL.*\n$/);
    });

    it('a port that is taken', async () => {
      const why = `Port ${taken} is taken. Stop what uses it, or set PORT to another.\n`;
      expect(await whyNot({ ...workspace, PORT: taken })).toBe(why);
      expect(await whyNot({ PORT: taken, REDIS_URL: workspace.REDIS_URL })).toBe(why);
    });

    it('an address that is not ours', async () => {
      expect(await whyNot({ ...workspace, HOST: '192.0.2.1' })).toMatch(/^HOST is 192\.0\.2\.1, .*\n$/);
    });

    it('an environment that is wrong, all of it at once', async () => {
      expect(await whyNot({ SLACK_BOT_TOKEN: 'xoxb-1', PORT: 'abc', LOG_LEVEL: 'loud' })).toBe(
        [
          'The environment needs a change:',
          '  PORT: a whole number, 65535 at most',
          '  LOG_LEVEL: one of debug, info, warn, error, silent',
          '  SLACK_SIGNING_SECRET: is missing: set it for HTTP, or SLACK_APP_TOKEN for Socket Mode',
          '  REDIS_URL: is missing: a real workspace needs a Redis of its own',
          '',
        ].join('\n'),
      );
    });

    it('a data folder that is none', async () => {
      const BEARINGS_DATA_DIR = join(dir, 'file');
      const why = `Nothing can be kept in ${BEARINGS_DATA_DIR} (EEXIST). Set BEARINGS_DATA_DIR to a folder of your own.\n`;
      expect(await whyNot({ PORT: '0', BEARINGS_DATA_DIR })).toBe(why);
    });

    it('a flow that asks without saying who may see the answer, or that is no JSON', async () => {
      const flow = 'flows/onboarding-operator.json';
      const secretive = await spoilt(flow, (text) => text.replace('"audience": "manager", ', ''));
      expect(await whyNot({ ...workspace }, secretive)).toMatch(
        /^What the coach says needs a change:\n {2}flows\/onboarding-operator\.json, steps\.3\.audience: .*\n$/,
      );
      const torn = await spoilt(flow, (text) => text.slice(0, 200));
      expect(await whyNot({ PORT: '0' }, torn)).toBe(
        `What the coach says needs a change:\n  ${flow}: cannot be read as JSON\n`,
      );
    });

    it('packages that are not installed', async () => {
      const root = await spoilt('package.json', (text) => text);
      await rm(join(root, 'node_modules'));
      expect(await whyNot({ PORT: '0' }, root)).toMatch(/^Something is not installed\. Run "npm ci" once\. .*\n$/);
    });

    it('words that one language lacks', async () => {
      const root = await spoilt('locales/zh-CN.json', (text) => text.replace('"coach.day-done":', '"gone":'));
      const why = await whyNot({ ...workspace }, root);
      expect(why).toMatch(/^What the coach says needs a change:\n/);
      expect(why).toContain('coach.day-done');
      expect(why).not.toMatch(/^\s+at /m);
    });
  },
);
