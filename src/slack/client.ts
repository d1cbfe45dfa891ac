import type { WebClient, WebClientOptions } from '@slack/web-api';

import type { SlackConfig } from '../config.ts';
import { toBoltLogger, type Log } from './log.ts';

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
