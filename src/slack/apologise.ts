import type { AllMiddlewareArgs } from '@slack/bolt';
import { LRUCache } from 'lru-cache';

import type { Translate } from '../coaching/ports.ts';
import type { ClientFor } from './client.ts';
import type { SlackDirectory } from './directory.ts';
import { toMember, userOf } from './user-of.ts';
import { createSay } from './views/say.ts';

type World = { readonly clientFor: ClientFor; readonly directory: SlackDirectory; readonly translate: Translate };
type Failed = { readonly body: object; readonly context: AllMiddlewareArgs['context'] };

/** One apology covers all that goes wrong within this time. */
const ONE_EACH_MS = 60_000;

/**
 * Tells the person that something of ours is broken, once, in their language: by what Slack knows of them,
 * for our own record may be what is away.
 */
export function createApology({ clientFor, directory, translate }: World): (failed: Failed) => Promise<void> {
  const told = new LRUCache<string, true>({ max: 10_000, ttl: ONE_EACH_MS });
  return async ({ body, context }) => {
    const member = whoFailed(body, context);
    if (!member || told.has(member)) return;
    told.set(member, true);
    const { locale } = await directory.profile(member).catch(() => ({ locale: 'en' as const }));
    const key = 'event' in body ? 'slack.error.apology-message' : 'slack.error.apology';
    const client = await clientFor(member);
    await client.chat.postMessage({ channel: userOf(member), text: createSay(translate, locale).words({ key }) });
  };
}

/** Whoever is waiting for an answer of ours. Behind a change of profile or a visit to the Home tab nobody is. */
function whoFailed(body: object, { teamId, userId, retryNum }: Failed['context']): string | undefined {
  if (!teamId || !userId || retryNum !== undefined) return undefined;
  if (!('event' in body)) return toMember(teamId, userId);
  const { event } = body;
  const isMessage =
    typeof event === 'object' && event !== null && 'channel_type' in event && event.channel_type === 'im';
  return isMessage && !('bot_id' in event) ? toMember(teamId, userId) : undefined;
}
