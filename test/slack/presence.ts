import { oneToken } from '../../src/slack/install/tokens.ts';

/** What an app needs to know of being installed, where a test is about something else. */
export const INSTALLED = {
  languages: ['en', 'zh-CN'],
  tokens: oneToken('xoxb-scrubbed'),
  lifecycle: { uninstalled: async () => {}, revoked: async () => {} },
  onInstalled: async () => {},
} as const;
