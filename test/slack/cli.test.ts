import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
const Hooks = z.looseObject({ hooks: z.record(z.string(), z.string()) });

/** As the Slack CLI runs a hook: a command line in the project's folder. docs.slack.dev/tools/slack-cli/reference/hooks */
const run = (line: string, env: Record<string, string> = {}) =>
  promisify(execFile)('sh', ['-c', line], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? root, ...env },
  });

const own = Hooks.parse(JSON.parse(await readFile(new URL('../../.slack/hooks.json', import.meta.url), 'utf8'))).hooks;

describe('the Slack CLI', { timeout: 30_000 }, () => {
  it('learns from the package what it can run, and from us where the manifest is', async () => {
    const { stdout } = await run(own['get-hooks'] ?? '');
    const { hooks } = Hooks.parse(JSON.parse(stdout));
    expect(Object.keys(hooks)).toEqual(expect.arrayContaining(['start', 'get-manifest', 'doctor']));
    const manifest: unknown = JSON.parse((await run(own['get-manifest'] ?? '')).stdout);
    expect(manifest).toMatchObject({
      display_information: { name: 'Bearings' },
      settings: { socket_mode_enabled: true },
    });
  });

  it('starts the app, with the tokens that it gives', async () => {
    const { hooks } = Hooks.parse(JSON.parse((await run(own['get-hooks'] ?? '')).stdout));
    // Without a Redis it gets no further than to say so.
    const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    await expect(run(hooks['start'] ?? '', tokens)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('REDIS_URL: is missing'),
    });
  });
});
