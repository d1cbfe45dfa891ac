import { fileURLToPath } from 'node:url';

import type { Redis } from 'ioredis';
import type { Logger } from 'pino';

import { startBot } from '../bot.ts';
import type { CompanyKind, Config } from '../config.ts';
import type { Content } from '../content.ts';
import { createRedis } from '../redis/connection.ts';
import { WORKSPACES } from '../redis/keys.ts';
import { createRedisMembers } from '../redis/members.ts';
import { noRedis, StartError, toFolderError } from '../start-error.ts';
import { createRedisJournal } from './journal.ts';
import { planOf } from './plan.ts';
import { startPlayground, type Playground } from './playground.ts';
import { startRedis } from './redis-server.ts';

const DATA = fileURLToPath(new URL('../../.data/', import.meta.url));

type World = {
  readonly config: Config;
  readonly content: Content;
  readonly log: Logger;
  readonly redis: Redis;
  readonly redisUrl: string;
};
type Running = { readonly playground: Playground; stop(): Promise<void> };

/** The whole of Bearings on this computer: a Redis, a Slack, the bot, and a page to act in. */
export async function runPlayground(
  config: Config,
  content: Content,
  log: Logger,
): Promise<{ stop: () => Promise<void> }> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).toReversed()) await end();
  };
  try {
    const redisUrl = config.redisUrl ?? (await ownRedis(config, stops));
    const redis = createRedis(redisUrl, () => {});
    stops.push(() => redis.quit().catch(() => redis.disconnect()));
    await redis.ping().catch(noRedis(redisUrl));
    const life = await startLife({ config, content, log, redis, redisUrl });
    stops.push(() => life.stop());
    console.log(`Bearings is ready: open ${life.url}\nStop it with Ctrl-C. What you did is kept for next time.`);
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

/** A playground that can be started over, at the same address. A Redis that somebody gave us is never emptied. */
async function startLife(world: World): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { config, redis, log } = world;
  const journal = createRedisJournal(redis);
  let over: Promise<void> | null = null;

  const again = async (company: CompanyKind): Promise<void> => {
    const { locale, url } = running.playground;
    const spoken = locale();
    await running.stop();
    await redis.flushdb();
    if (spoken !== null) await journal.keepLocale(spoken);
    running = await begin(Number(new URL(url).port), company);
  };
  const startOver = (company: CompanyKind): boolean => {
    if (over !== null) return false;
    over = again(company)
      .catch((error: unknown) => log.error(error, 'could not start over'))
      .finally(() => (over = null));
    return true;
  };
  const begin = (port: number, company: CompanyKind): Promise<Running> =>
    start(world, { port, company, ...(config.redisUrl === null && { startOver }) });

  const isNew = (await redis.exists(WORKSPACES)) === 0;
  let running = await begin(config.port, isNew ? config.company : 'empty');
  return {
    url: running.playground.url,
    async stop() {
      await over;
      await running.stop();
    },
  };
}

type Begun = {
  readonly port: number;
  readonly company: CompanyKind;
  readonly startOver?: (company: CompanyKind) => boolean;
};

/** Starts the page, and the bot against its Slack; and tells that Slack where the bot listens. */
async function start({ config, content, log, redis, redisUrl }: World, begun: Begun): Promise<Running> {
  const { company, ...options } = begun;
  const playground = await startPlayground({
    ...options,
    host: config.host,
    journal: createRedisJournal(redis),
    catalogs: content.catalogs,
    warn: (line) => log.warn(line),
  });
  const host = '127.0.0.1';
  const slack = { mode: 'http', ...playground.slack } as const;
  const { now } = playground.clock;
  const bot = await startBot({ slack, redisUrl, host, port: 0, content, log, isAlone: true, now }).catch(
    async (error: unknown) => {
      await playground.stop();
      throw error;
    },
  );
  const plan = planOf(createRedisMembers(redis), bot.clock, now);
  playground.useApp(`http://${host}:${bot.port}/slack/events`, plan);
  if (company === 'example') void playground.liveExample();
  return {
    playground,
    async stop() {
      playground.leave();
      await bot.stop();
      await playground.stop();
    },
  };
}
