import { APP, TEAM } from '../company.ts';
import { IDS, type Person } from '../page/people.ts';

export type Typed = { readonly command: string; readonly text: string };

/** A slash command, or null when the line is not one. */
export function commandIn(line: string): Typed | null {
  const found = /^(\/[a-z][\w-]*)(?:\s+([\s\S]*))?$/.exec(line.trim());
  return found?.[1] === undefined ? null : { command: found[1], text: found[2] ?? '' };
}

/** The form of a slash command. */
export const commandFields = (
  person: Person,
  { command, text }: Typed,
  { trigger, respondAt }: { trigger: string; respondAt: string },
): Record<string, string> => ({
  token: 'playground',
  team_id: TEAM.id,
  team_domain: TEAM.domain,
  channel_id: IDS[person].inbox,
  channel_name: 'directmessage',
  user_id: IDS[person].user,
  user_name: person,
  command,
  text,
  api_app_id: APP.id,
  is_enterprise_install: 'false',
  response_url: respondAt,
  trigger_id: trigger,
});
