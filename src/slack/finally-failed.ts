import { UnreachableError } from '../coaching/ports.ts';
import { slackCodeOf } from './log.ts';

/**
 * What Slack says when nothing will reach this person until they, or an admin, change something.
 * docs.slack.dev/reference/methods/chat.postMessage and conversations.open, “Errors”.
 */
const MEMBER = new Set([
  'cannot_dm_bot',
  'channel_not_found',
  'is_archived',
  'invalid_user_combination',
  'messages_tab_disabled',
  'not_in_channel',
  'restricted_action',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
]);

/** And when nothing at all will be taken from us in this workspace. */
const WORKSPACE = new Set([
  'access_denied',
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'team_not_found',
  'token_expired',
  'token_revoked',
]);

/** Throws what a failed call means for what comes after it; what may be over the next time is thrown as it is. */
export function throwFinal(error: unknown): never {
  const code = slackCodeOf(error) ?? '';
  if (MEMBER.has(code)) throw new UnreachableError('member', code, { cause: error });
  if (WORKSPACE.has(code)) throw new UnreachableError('workspace', code, { cause: error });
  throw error;
}
