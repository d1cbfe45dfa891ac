import { fileURLToPath } from 'node:url';

import type { Logger } from 'pino';

import { startBot } from '../bot.ts';
import type { Config } from '../config.ts';
import type { Content } from '../content.ts';
import { createRedis } from '../redis/connection.ts';
import { noRedis, StartError, toFolderError } from '../start-error.ts';
import { createRedisJournal } from './journal.ts';
import { startPlayground, type Playground } from './playground.ts';
import { startRedis } from './redis-server.ts';

const DATA = fileURLToPath(new URL('../../.data/', import.meta.url));

/** The whole of Bearings on this computer: a Redis, a Slack, the bot, and a page to act in. */
export async function runPlayground(
  config: Config,
  content: Content,
  log: Logger,
): Promise<{ stop: () => Promise<void> }> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.toReversed()) await end();
  };
  try {
    const redisUrl = config.redisUrl ?? (await ownRedis(config, stops));
    const redis = createRedis(redisUrl, () => {});
    stops.push(() => redis.quit().catch(() => redis.disconnect()));
    await redis.ping().catch(noRedis(redisUrl));
    const playground = await startPlayground({
      host: config.host,
      port: config.port,
      journal: createRedisJournal(redis),
      catalogs: content.catalogs,
      warn: (line) => log.warn(line),
    });
    stops.push(() => playground.stop());
    stops.push(await startOn(playground, { redisUrl, content, log }));
    console.log(`Bearings is ready: open ${playground.url}\nStop it with Ctrl-C. What you did is kept for next time.`);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ownRedis({ dataDir }: Config, stops: (() => Promise<unknown>)[]): Promise<string> {
  const dir = dataDir ?? DATA;
  const running = await startRedis({ dir }).catch((error: unknown) => {
    const why = toFolderError(error, dir);
    throw why instanceof StartError ? why : new StartError(String(why instanceof Error ? why.message : why));
  });
  stops.push(() => running.stop());
  return running.url;
}

/** Starts the bot against the playground's Slack, and tells that Slack where the bot listens. */
async function startOn(
  playground: Playground,
  { redisUrl, content, log }: { readonly redisUrl: string; readonly content: Content; readonly log: Logger },
): Promise<() => Promise<void>> {
  const host = '127.0.0.1';
  const slack = { mode: 'http', ...playground.slack } as const;
  const bot = await startBot({ slack, redisUrl, host, port: 0, content, log, isAlone: true });
  playground.useApp(`http://${host}:${bot.port}/slack/events`);
  return bot.stop;
}
