import { TEAM } from '../company.ts';
import { IDS, type Person } from '../page/people.ts';

/** A person wrote to the bot. */
export const messageEvent = (person: Person, { text, ts }: { text: string; ts: string }): Record<string, unknown> => ({
  type: 'message',
  channel_type: 'im',
  channel: IDS[person].inbox,
  user: IDS[person].user,
  team: TEAM.id,
  text,
  ts,
  event_ts: ts,
});

/** What a person typed as Slack passes it on: these three are escaped, all else is as typed. */
export const escaped = (typed: string): string =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
