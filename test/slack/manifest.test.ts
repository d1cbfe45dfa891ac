import { readFile } from 'node:fs/promises';

import { expect, it } from 'vitest';

import { COMMANDS, EVENTS, SCOPES } from '../../src/slack/surface.ts';

const manifest = await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8');

/** The items of the list below a key. */
function listed(key: string): string[] {
  const [, list = ''] = new RegExp(`^ *${key}:\\n((?: +- .*\\n)+)`, 'm').exec(manifest) ?? [];
  return list.split('\n').flatMap((line) => /- (.*)/.exec(line)?.[1] ?? []);
}

it('asks Slack in the manifest for what the bot uses, and for nothing else', () => {
  expect(listed('bot')).toEqual(Object.keys(SCOPES).sort());
  expect(listed('bot_events')).toEqual([...EVENTS].sort());
  const commands = [...manifest.matchAll(/- command: (\S+)\n\s+description: \S/g)].map(([, command]) => command);
  expect(commands).toEqual([...COMMANDS]);
  expect(manifest).toMatch(/interactivity:\n\s+is_enabled: true/);
});

it('stays within what Slack takes of a description', () => {
  expect(/ {2}description: (.*)/.exec(manifest)?.[1]?.length).toBeLessThanOrEqual(140);
  const [, long = ''] = /long_description: >-\n((?: {4}.*\n)+)/.exec(manifest) ?? [];
  expect(long.length).toBeGreaterThanOrEqual(175);
});
