/** All that Slack may send us and all that we may ask of it. manifest.yml says the same; a test compares. */
export const EVENTS = [
  'app_home_opened',
  'app_uninstalled',
  'message.im',
  'team_join',
  'tokens_revoked',
  'user_change',
] as const;

export const COMMANDS = ['/checkin', '/positioning', '/bearings'] as const;

/** By scope, what needs it. */
export const SCOPES = {
  'chat:write': 'chat.postMessage, chat.update',
  commands: 'the slash commands',
  'files:write': 'files.getUploadURLExternal, files.completeUploadExternal: charts, the canvas, exports',
  'im:history': 'message.im; conversations.history, to see whether a message was said before',
  'im:write': 'conversations.open',
  'users:read': 'users.info, user_change, team_join',
} as const;
