import type { WebClient } from '@slack/web-api';

import type { Member } from '../coaching/member.ts';
import { PostRefusedError, type Messenger, type Translate } from '../coaching/ports.ts';
import type { Post } from '../coaching/post.ts';
import { TIMEOUT_MS, type ClientFor } from './client.ts';
import { findPost, METADATA } from './find-post.ts';
import { slackCodeOf } from './log.ts';
import { patiently } from './patience.ts';
import { userOf } from './user-of.ts';
import { asks, partsMessage } from './views/post.ts';
import { createSay } from './views/say.ts';
import { foldedMessage } from './views/taken.ts';

type World = {
  readonly clientFor: ClientFor;
  readonly translate: Translate;
  readonly now: () => Date;
};

/** The post's lease is all but over, for it waited its turn here: whoever holds the next one says it. */
class LeaseError extends Error {
  override readonly name = 'LeaseError';
  readonly code = 'LEASE_OVER';
}

/** Says posts in direct messages: one post, one message, known again by the id in its metadata. */
export function createSlackMessenger({ clientFor, translate, now }: World): Messenger {
  const say = async (client: WebClient, inbox: string, member: Member, post: Post): Promise<string> => {
    const { text, blocks } = partsMessage(post.parts, createSay(translate, member.locale));
    const metadata = { event_type: METADATA, event_payload: { post: post.id } };
    const message = { channel: inbox, text, blocks, metadata, unfurl_links: false, unfurl_media: false };
    return tsOf(await client.chat.postMessage(message).catch(refusedIf));
  };

  return {
    async deliver(member, post, again) {
      const client = await clientFor(member.id);
      const deliverTo = async (inbox: string) => {
        const found = again ? await patiently(() => findPost(client, inbox, post.id)) : undefined;
        const ts =
          found ??
          (await patiently(() => {
            if (isLeaseShort(post, now())) throw new LeaseError(`${member.id}: ${post.id}`);
            return say(client, inbox, member, post);
          }));
        return { member: member.id, post: post.id, inbox, ts, asks: asks(post.parts) };
      };
      const open = (): Promise<string> => openInbox(client, member);
      if (member.inbox === null) return deliverTo(await open());
      try {
        return await deliverTo(member.inbox);
      } catch (error) {
        if (slackCodeOf(error) !== 'channel_not_found') throw error;
        return deliverTo(await open());
      }
    },
    async collapse(member, { inbox, ts }, folded) {
      if (folded.taken.length === 0) return;
      const client = await clientFor(member.id);
      const { text, blocks } = foldedMessage(folded, createSay(translate, member.locale));
      try {
        await patiently(() => client.chat.update({ channel: inbox, ts, text, blocks }));
      } catch (error) {
        if (!GONE.has(slackCodeOf(error) ?? '')) throw error;
      }
    },
  };
}

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
  const { channel } = await patiently(() => client.conversations.open({ users: userOf(member.id) }));
  if (!channel?.id) throw new Error(`conversations.open for ${member.id} gave no channel`);
  return channel.id;
}

function tsOf({ ts }: { readonly ts?: string }): string {
  if (!ts) throw new Error('chat.postMessage gave no ts');
  return ts;
}
