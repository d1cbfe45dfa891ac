import { APP, TEAM } from '../company.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What Slack wraps an event in. `id` is what the bot knows a repeated delivery by. */
export const envelope = (event: Fields, { id, at }: { id: string; at: Date }): Fields => ({
  type: 'event_callback',
  token: 'playground',
  team_id: TEAM.id,
  api_app_id: APP.id,
  event: { ...event, event_ts: event['event_ts'] ?? secondsOf(at) },
  event_id: id,
  event_time: Math.floor(at.getTime() / 1000),
  authorizations: [
    { enterprise_id: null, team_id: TEAM.id, user_id: APP.user, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
});

/** Slack's form of a moment: seconds with six decimals. */
export const secondsOf = (at: Date): string => (at.getTime() / 1000).toFixed(6);

/** What every interaction says of who pressed, and where. */
export const common = {
  token: 'playground',
  api_app_id: APP.id,
  is_enterprise_install: false,
  enterprise: null,
} as const;
