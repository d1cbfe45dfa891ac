import { readFile } from 'node:fs/promises';

import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

import { COMMANDS, EVENTS, SCOPES } from '../../src/slack/surface.ts';

const text = (least: number, most: number) => z.string().min(least).max(most);

/** What Slack takes, as far as we say anything: docs.slack.dev/reference/app-manifest. Anything else is a slip. */
const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(1), minor_version: z.int() }),
  display_information: z.strictObject({
    name: text(1, 35),
    description: text(1, 140),
    long_description: text(175, 4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: text(1, 80), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: text(2, 32).regex(/^\/[\w-]+$/),
          description: text(1, 2000),
          usage_hint: text(1, 1000).exactOptional(),
          should_escape: z.boolean(),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()).max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const manifest = Manifest.parse(parse(await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8')));

it('asks Slack in the manifest for what the bot uses, and for nothing else', () => {
  expect(manifest.oauth_config.scopes.bot).toEqual(Object.keys(SCOPES).toSorted());
  expect(manifest.settings.event_subscriptions.bot_events).toEqual([...EVENTS].toSorted());
  expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([...COMMANDS]);
});

it('can be written to by people, who see its Home tab', () => {
  expect(manifest.features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
});
