import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import type { Redis } from 'ioredis';
import type { Logger } from 'pino';

import { createChart } from './chart/create-chart.ts';
import { coachingOf } from './coaching-of.ts';
import { createCoach } from './coaching/create-coach.ts';
import { createDataFile } from './coaching/data-file.ts';
import { createPositionFile } from './coaching/position-file.ts';
import type { SlackConfig } from './config.ts';
import type { Content } from './content.ts';
import { createPresence } from './presence.ts';
import { createScheduler } from './queue/create-scheduler.ts';
import { createWorker } from './queue/create-worker.ts';
import { createRedisAccounts } from './redis/accounts.ts';
import { createRedisAudit } from './redis/audit.ts';
import { createQueueRedis, createRedis } from './redis/connection.ts';
import { durabilityWarnings } from './redis/durability.ts';
import { createForgetWorkspace } from './redis/forget-workspace.ts';
import { createRedisHistory } from './redis/history.ts';
import { createRedisInstallations } from './redis/installations.ts';
import { createRedisMembers } from './redis/members.ts';
import { createRedisPace } from './redis/pacing.ts';
import { createRedisPositions } from './redis/positions.ts';
import { createRedisWorkspaces } from './redis/workspace-store.ts';
import { createSlackApp } from './slack/app.ts';
import { clientOptions, createClients } from './slack/client.ts';
import { createSlackDirectory } from './slack/directory.ts';
import { installedTokens, oneToken } from './slack/install/tokens.ts';
import { LIMITS } from './slack/limits.ts';
import { codeOf } from './slack/log.ts';
import { createSlackMessenger } from './slack/messenger.ts';
import { noRedis, toStartError } from './start-error.ts';
import { createSweep } from './sweep.ts';
import { createUndeliveredNotes } from './undelivered-notes.ts';

export type BotOptions = {
  readonly slack: SlackConfig;
  readonly redisUrl: string;
  readonly host: string;
  readonly port: number;
  readonly content: Content;
  readonly log: Logger;
  /** True when nobody else serves this Redis: what a crash left unsaid is said at once. */
  readonly isAlone: boolean;
  /** The playground has a clock of its own. */
  readonly now?: () => Date;
};

export type Bot = {
  readonly port: number;
  /** For whoever moves the clock: has what is due by now done now; resolves when nothing is due or on its way any more. */
  readonly clock: { readonly hurry: () => Promise<void>; readonly idle: () => Promise<void> };
  readonly stop: () => Promise<void>;
};

/** The bot itself, the same in a workspace and in the playground: every adapter is made and passed here, once. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { slack, redisUrl, host, port, content, log, isAlone, now = machineTime } = options;
  const redis = createRedis(redisUrl, (error) => log.warn(codeOf(error), 'redis: connection lost'));
  for (const warning of await durabilityWarnings(redis).catch(noRedis(redisUrl))) log.warn(warning);

  const installations = slack.mode === 'many' ? createRedisInstallations(redis, slack.encryptionKeys) : null;
  const tokens = slack.mode === 'many' && installations ? installedTokens(installations) : oneToken(tokenIn(slack));
  const clientFor = createClients(tokens, clientOptions(slack, log));
  const coaching = coachingOf(content);
  const { translate } = coaching;
  const directory = createSlackDirectory(clientFor, coaching.languages);
  const members = createRedisMembers(redis);
  const queueRedis = createQueueRedis(redisUrl, () => {});
  const scheduler = createScheduler({ redis: queueRedis, members, now });
  const pace = createRedisPace(redis, LIMITS.messagesPerSecond);
  const workspaces = createRedisWorkspaces(redis);
  const accounts = createRedisAccounts(redis);
  const positions = createRedisPositions(redis);
  const history = createRedisHistory(redis);
  const audit = createRedisAudit(redis);
  const ofPosition = createPositionFile({ coaching, accounts, positions, directory, now });
  const ofData = createDataFile({ coaching, accounts, positions, history, workspaces, audit, directory, now });
  const note = createUndeliveredNotes(workspaces, now);
  const onFailure = (error: unknown, member: string): void => log.error({ ...codeOf(error), member }, 'not said yet');
  const coach = createCoach({
    coaching,
    members,
    accounts,
    positions,
    workspaces,
    history,
    audit,
    directory,
    messenger: createSlackMessenger({
      clientFor,
      translate,
      now,
      drawChart: createChart(translate),
      writeFile: async (file, member) => (await ofPosition(file, member)) ?? ofData(file, member),
      pace,
    }),
    scheduler,
    pace,
    onLate(member, routine) {
      log.warn({ member, routine }, 'too late to be done');
      void note({ kind: 'too-late', member, code: routine }).catch((error: unknown) => onFailure(error, member));
    },
    onGivenUp: note,
    wait: (ms) => setTimeout(ms),
    onFailure,
  });
  const presence = createPresence({
    installations,
    workspaces,
    tokens,
    scheduler,
    coach,
    forgetWorkspace: createForgetWorkspace(redis),
    log,
    now,
  });
  const app = createSlackApp({
    slack,
    coach,
    directory,
    clientFor,
    tokens,
    lifecycle: presence,
    onInstalled: presence.installed,
    translate,
    languages: coaching.languages,
    log,
    now,
  });
  const server = await app.start({ host, port }).catch((error: unknown) => {
    redis.disconnect();
    queueRedis.disconnect();
    throw toStartError(error, { host, port });
  });
  const sweep = createSweep(coach, { isAlone, now, onFailure: (error) => log.error(codeOf(error), 'recovery failed') });
  const onWork = (error: unknown): void => log.error(codeOf(error), 'what is due was not done');
  const worker = createWorker({
    redis: queueRedis,
    coach,
    async reconcile() {
      await scheduler.reconcile();
      await coach.tidy(now());
    },
    now,
    onFailure: onWork,
  });
  scheduler.reconcile().catch(onWork);
  return {
    port: portOf(server) ?? port,
    clock: {
      hurry: () => scheduler.hurry(),
      async idle() {
        while (await scheduler.isBusy()) await setTimeout(BUSY_MS);
        await coach.idle();
      },
    },
    async stop() {
      await worker.close();
      await app.stop();
      await sweep.stop();
      await coach.idle();
      // The queue's commands wait for Redis to come back: nobody waits for that now.
      if (queueRedis.status !== 'ready') queueRedis.disconnect();
      await Promise.race([scheduler.close(), setTimeout(LAST_WORD_MS, null, { ref: false })]);
      await Promise.all([redis, queueRedis].map(hangUp));
    },
  };
}

/** While the queue is at work it is asked so often whether it still is. */
const BUSY_MS = 10;

/** So long is waited for a Redis that may be gone. */
const LAST_WORD_MS = 1_000;

async function hangUp(client: Redis): Promise<void> {
  await Promise.race([client.quit(), setTimeout(LAST_WORD_MS, null, { ref: false })]).catch(() => {});
  client.disconnect();
}

const tokenIn = (slack: SlackConfig): string => ('botToken' in slack ? slack.botToken : '');

const machineTime = (): Date => new Date();

const portOf = (server: Server | null): number | undefined => {
  const address = server?.address();
  return typeof address === 'object' ? address?.port : undefined;
};
