import { setTimeout } from 'node:timers/promises';

import type { WebClient } from '@slack/web-api';

import type { Member } from '../coaching/member.ts';
import { HeldOffError, PostRefusedError, type Messenger, type Translate } from '../coaching/ports.ts';
import type { Post } from '../coaching/post.ts';
import { TIMEOUT_MS, type ClientFor } from './client.ts';
import { throwFinal } from './finally-failed.ts';
import { findPost, METADATA } from './find-post.ts';
import { createHandOver, type DrawChart, type WriteFile } from './hand-over.ts';
import { slackCodeOf } from './log.ts';
import { patiently } from './patience.ts';
import { userOf } from './user-of.ts';
import { NOTHING_HANDED, type Handed } from './views/handed.ts';
import { asks, partsMessage } from './views/post.ts';
import { createSay } from './views/say.ts';
import { foldedMessage } from './views/taken.ts';

type World = {
  readonly clientFor: ClientFor;
  readonly translate: Translate;
  readonly now: () => Date;
  /** Draws a chart as a PNG. Without it charts are told in words. */
  readonly drawChart?: DrawChart;
  /** Writes a file for the member who is to have it. Without it there is word that it is missing. */
  readonly writeFile?: WriteFile;
  /** Told of every message that somebody waits for, and of how long Slack asks to be left alone. */
  readonly pace?: {
    readonly went: (member: string) => Promise<void>;
    readonly holdOff: (member: string, ms: number) => Promise<void>;
  };
};

/** The post's lease is all but over, for it waited its turn here: whoever holds the next one says it. */
class LeaseError extends Error {
  override readonly name = 'LeaseError';
  readonly code = 'LEASE_OVER';
}

/** Says posts in direct messages: one post, one message, known again by the id in its metadata. */
export function createSlackMessenger({ clientFor, translate, now, drawChart, writeFile, pace }: World): Messenger {
  const handOver = createHandOver({ translate, ...(drawChart && { drawChart }), ...(writeFile && { writeFile }) });
  const post = async (client: WebClient, inbox: string, { member, post }: Said, handed: Handed): Promise<string> => {
    const { text, blocks } = partsMessage(post.parts, createSay(translate, member.locale), handed);
    const metadata = { event_type: METADATA, event_payload: { post: post.id } };
    // The link to a file of ours shows the file; no other link is in such a message.
    const unfurls = handed.links.size > 0;
    const message = { channel: inbox, text, blocks, metadata, unfurl_links: unfurls, unfurl_media: unfurls };
    return tsOf(await client.chat.postMessage(message).catch(refusedIf));
  };

  /** With its pictures, or, when Slack will not have these, in words alone. */
  const say = async (client: WebClient, inbox: string, said: Said, handed: Handed): Promise<string> => {
    if (handed.pictures.size === 0) return post(client, inbox, said, handed);
    for (const waitMs of PICTURE_WAITS_MS) {
      try {
        return await post(client, inbox, said, handed);
      } catch (error) {
        if (!(error instanceof PostRefusedError)) throw error;
        // Slack looks at a new file for a moment before it lets a message show it.
        await setTimeout(waitMs);
      }
    }
    return post(client, inbox, said, { ...handed, pictures: NOTHING_HANDED.pictures });
  };

  const careful = async <T>(member: string, call: () => Promise<T>): Promise<T> => {
    try {
      return await patiently(call, now);
    } catch (error) {
      if (error instanceof HeldOffError) await pace?.holdOff(member, error.until.getTime() - now().getTime());
      throw error;
    }
  };

  return {
    async deliver(member, post, again) {
      const client = await clientFor(member.id);
      const said = { member, post };
      const deliverTo = async (inbox: string) => {
        const found = again ? await careful(member.id, () => findPost(client, inbox, post.id)) : undefined;
        const handed = found === undefined ? await handOver(client, member, post.parts) : NOTHING_HANDED;
        const ts =
          found ??
          (await careful(member.id, () => {
            if (isLeaseShort(post, now())) throw new LeaseError(`${member.id}: ${post.id}`);
            return say(client, inbox, said, handed);
          }));
        if (found === undefined && !post.bulk) void pace?.went(member.id);
        return { member: member.id, post: post.id, inbox, ts, asks: asks(post.parts) };
      };
      const open = (): Promise<string> => careful(member.id, () => openInbox(client, member));
      try {
        if (member.inbox === null) return await deliverTo(await open());
        return await deliverTo(member.inbox).catch(async (error: unknown) => {
          if (slackCodeOf(error) !== 'channel_not_found') throw error;
          return deliverTo(await open());
        });
      } catch (error) {
        return throwFinal(error);
      }
    },
    async collapse(member, { inbox, ts }, folded) {
      if (folded.taken.length === 0) return;
      const client = await clientFor(member.id);
      const { text, blocks } = foldedMessage(folded, createSay(translate, member.locale));
      try {
        await patiently(() => client.chat.update({ channel: inbox, ts, text, blocks }), now);
      } catch (error) {
        if (!GONE.has(slackCodeOf(error) ?? '')) throw error;
      }
    },
  };
}

type Said = { readonly member: Member; readonly post: Post };

const PICTURE_WAITS_MS = [500, 1_000, 2_000];

/** What Slack says of the message itself: said again, it would be refused again. */
const UNFIT = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
]);

function refusedIf(error: unknown): never {
  const code = slackCodeOf(error) ?? '';
  throw UNFIT.has(code) ? new PostRefusedError(code, { cause: error }) : error;
}

/** A call begun now might still be on its way when the lease ends, and somebody else looks for the post in vain. */
const isLeaseShort = ({ leaseUntil }: Post, now: Date): boolean => Date.parse(leaseUntil) - now.getTime() <= TIMEOUT_MS;

/** The message is not there to be folded any more, or may not be: nothing is lost by that. */
const GONE = new Set(['message_not_found', 'channel_not_found', 'cant_update_message', 'edit_window_closed']);

async function openInbox(client: WebClient, member: Member): Promise<string> {
  const { channel } = await client.conversations.open({ users: userOf(member.id) });
  if (!channel?.id) throw new Error(`conversations.open for ${member.id} gave no channel`);
  return channel.id;
}

function tsOf({ ts }: { readonly ts?: string }): string {
  if (!ts) throw new Error('chat.postMessage gave no ts');
  return ts;
}
