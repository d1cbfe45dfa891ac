import { WebClient, type WebClientOptions } from '@slack/web-api';
import { LRUCache } from 'lru-cache';

import type { SlackConfig } from '../config.ts';
import type { Tokens } from './install/tokens.ts';
import { toBoltLogger, type Log } from './log.ts';
import { teamOf } from './user-of.ts';

/** The client of the workspace that a member belongs to. */
export type ClientFor = (member: string) => Promise<WebClient>;

/** A call that has no answer by then has none worth waiting for: less than half a post's lease. */
export const TIMEOUT_MS = 8_000;

/**
 * How every Web API client of ours is made. It repeats nothing by itself: a post whose answer was lost
 * would be seen twice. The messenger knows what may be said again, and how to look first.
 */
export const clientOptions = ({ apiUrl }: Pick<SlackConfig, 'apiUrl'>, log: Log): WebClientOptions => ({
  ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: TIMEOUT_MS,
  logger: toBoltLogger(log),
});

const CLIENTS_KEPT = 500;

/** A client for each token, made when it is first needed. */
export function createClients(tokens: Tokens, options: WebClientOptions): ClientFor {
  const clients = new LRUCache<string, WebClient>({ max: CLIENTS_KEPT });
  return async (member) => {
    const token = await tokens.tokenOf(teamOf(member));
    const client = clients.get(token) ?? new WebClient(token, options);
    clients.set(token, client);
    return client;
  };
}
