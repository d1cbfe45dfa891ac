import type { WebClient } from '@slack/web-api';

export const METADATA = 'bearings_post';

/** As many as an app outside the Marketplace may read at once, docs.slack.dev/changelog/2025-05-terms-rate-limit-update. */
const PAGE = 15;
/** A lost post is among the newest of its direct message: nobody writes this much while we are away. */
const PAGES_MOST = 4;

/**
 * The `ts` of a post that was said already, newest messages first. No `oldest`: Slack would then begin at the far end,
 * and our clock would have to agree with Slack's.
 */
export async function findPost(client: WebClient, inbox: string, post: string): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MOST; page++) {
    const history = await client.conversations.history({
      channel: inbox,
      limit: PAGE,
      include_all_metadata: true,
      ...(cursor && { cursor }),
    });
    const said = history.messages?.find(({ metadata }) => isOurs(metadata, post));
    if (said?.ts) return said.ts;
    cursor = history.response_metadata?.next_cursor;
    if (!cursor) return undefined;
  }
  return undefined;
}

function isOurs(metadata: { event_type?: string; event_payload?: object } | undefined, post: string): boolean {
  const payload = metadata?.event_payload;
  return metadata?.event_type === METADATA && payload !== undefined && 'post' in payload && payload.post === post;
}
