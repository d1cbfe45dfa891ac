import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';

import type { SlackDirectory } from '../directory.ts';
import { asTyped, mentioned } from '../escape.ts';
import { toMember } from '../user-of.ts';
import type { Deps } from './deps.ts';

/** Messages with words of their own: with a file, with /me, from a thread back to the conversation. */
const TYPED: ReadonlySet<string> = new Set(['file_share', 'me_message', 'thread_broadcast']);
/** Each name is a call to Slack: of a crowd, the rest go by their ids. */
const NAMED_MOST = 20;

/** A person typed in our direct message. Bots, edits, joins and channels are none of our business. */
export const onMessage =
  ({ coach, directory, now }: Deps) =>
  async ({ event, body }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    if (event.channel_type !== 'im') return;
    if (event.subtype !== undefined && !TYPED.has(event.subtype)) return;
    if (!('user' in event) || !event.user || ('bot_id' in event && event.bot_id)) return;
    const text = event.text ?? '';
    const people = mentioned(text)
      .slice(0, NAMED_MOST)
      .map((user) => toMember(body.team_id, user));
    const typed = asTyped(text, await namesOf(people, directory));
    const input = { kind: 'text', text: typed, ...(people.length > 0 && { people }) } as const;
    await coach.hear(toMember(body.team_id, event.user), input, { id: body.event_id, at: now(), inbox: event.channel });
  };

/** Names in place of ids, for those that Slack tells us. */
async function namesOf(people: readonly string[], directory: SlackDirectory): Promise<Map<string, string>> {
  const named = await Promise.allSettled(
    people.map(async (member) => [member.split(':')[1] ?? '', (await directory.profile(member)).name] as const),
  );
  return new Map(named.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
}
