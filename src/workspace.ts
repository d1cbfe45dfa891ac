import type { Logger } from 'pino';

import { startBot, type Bot } from './bot.ts';
import type { Config, SlackConfig } from './config.ts';
import type { Content } from './content.ts';

/** Serves one real workspace, beside as many replicas as there are. */
export async function runWorkspace(
  config: Config & { readonly slack: SlackConfig },
  content: Content,
  log: Logger,
): Promise<Bot> {
  const { slack, host, port, redisUrl } = config;
  const bot = await startBot({ slack, host, port, redisUrl: redisUrl ?? '', content, log, isAlone: false });
  log.info(slack.mode === 'socket' ? { mode: 'socket' } : { mode: 'http', host, port: bot.port }, 'Bearings is ready');
  return bot;
}
