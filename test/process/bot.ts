import { signedPost, SECRET, type Sent } from '../support/signed-post.ts';
import { run } from './run.ts';

type At = { readonly apiUrl: string; readonly redisUrl: string };
export type Bot = Awaited<ReturnType<typeof startBot>>;

export const workspaceEnv = ({ apiUrl, redisUrl }: At) => ({
  SLACK_BOT_TOKEN: 'xoxb-scrubbed',
  SLACK_SIGNING_SECRET: SECRET,
  SLACK_API_URL: apiUrl,
  REDIS_URL: redisUrl,
  PORT: '0',
});

/** The real bot, in workspace mode, in a process of its own; resolves when it is ready. */
export async function startBot(at: At) {
  const process = run(workspaceEnv(at));
  const [, port] = await process.says(/"port":(\d+).*is ready/);
  const url = `http://127.0.0.1:${port}/slack/events`;
  return { ...process, send: (sent: Sent) => signedPost(url, sent) };
}

/** An event as Slack tells it: a person typed in the direct message. The same `id` is the same event. */
export const typed = (user: string, text: string, id: string, { retry = 0, team = 'T1' } = {}): Sent => ({
  json: {
    type: 'event_callback',
    team_id: team,
    api_app_id: 'A1',
    event_id: id,
    event_time: 1,
    event: { type: 'message', user, text, ts: `1.${id}`, channel: user.replace('U', 'D'), channel_type: 'im' },
  },
  headers: retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' } : {},
});
