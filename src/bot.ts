import type { Server } from 'node:http';

import { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';

import { coachingOf } from './coaching-of.ts';
import { createCoach } from './coaching/create-coach.ts';
import type { SlackConfig } from './config.ts';
import type { Content } from './content.ts';
import { createRedisAccounts } from './redis/accounts.ts';
import { createRedis } from './redis/connection.ts';
import { durabilityWarnings } from './redis/durability.ts';
import { createRedisMembers } from './redis/members.ts';
import { createSlackApp } from './slack/app.ts';
import { clientOptions } from './slack/client.ts';
import { createSlackDirectory } from './slack/directory.ts';
import { codeOf } from './slack/log.ts';
import { createSlackMessenger } from './slack/messenger.ts';
import { noRedis, toStartError } from './start-error.ts';
import { createSweep } from './sweep.ts';

export type BotOptions = {
  readonly slack: SlackConfig;
  readonly redisUrl: string;
  readonly host: string;
  readonly port: number;
  readonly content: Content;
  readonly log: Logger;
  /** True when nobody else serves this Redis: what a crash left unsaid is said at once. */
  readonly isAlone: boolean;
};

export type Bot = { readonly port: number; readonly stop: () => Promise<void> };

/** The bot itself, the same in a workspace and in the playground: every adapter is made and passed here, once. */
export async function startBot({ slack, redisUrl, host, port, content, log, isAlone }: BotOptions): Promise<Bot> {
  const redis = createRedis(redisUrl, (error) => log.warn(codeOf(error), 'redis: connection lost'));
  for (const warning of await durabilityWarnings(redis).catch(noRedis(redisUrl))) log.warn(warning);

  const client = new WebClient(slack.botToken, clientOptions(slack, log));
  const clientFor = async (): Promise<WebClient> => client;
  const coaching = coachingOf(content);
  const directory = createSlackDirectory(clientFor);
  const onFailure = (error: unknown, member: string): void => log.error({ ...codeOf(error), member }, 'not said yet');
  const coach = createCoach({
    coaching,
    members: createRedisMembers(redis),
    accounts: createRedisAccounts(redis),
    directory,
    messenger: createSlackMessenger({ clientFor, translate: coaching.translate, now }),
    onFailure,
  });
  const app = createSlackApp({ slack, coach, directory, clientFor, translate: coaching.translate, log, now });
  const server = await app.start({ host, port }).catch((error: unknown) => {
    redis.disconnect();
    throw toStartError(error, { host, port });
  });
  const sweep = createSweep(coach, { isAlone, onFailure: (error) => log.error(codeOf(error), 'recovery failed') });
  return {
    port: portOf(server) ?? port,
    async stop() {
      await app.stop();
      await sweep.stop();
      await coach.idle();
      await redis.quit().catch(() => redis.disconnect());
    },
  };
}

const now = (): Date => new Date();

const portOf = (server: Server | null): number | undefined => {
  const address = server?.address();
  return typeof address === 'object' ? address?.port : undefined;
};
