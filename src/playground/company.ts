import type { Locale } from '../coaching/member.ts';
import { IDS, PERSONS, type Person } from './page/people.ts';

/** The example company of the playground. Ids are the same at every start, as a real workspace's are. */
export const TEAM = { id: 'T000000001', domain: 'example' } as const;
export const APP = { id: 'A0BEARINGS', bot: 'B0BEARINGS', user: 'U0BEARINGS' } as const;

export const personOfUser = (user: string): Person | undefined => PERSONS.find((person) => IDS[person].user === user);
export const personOfInbox = (inbox: string): Person | undefined =>
  PERSONS.find((person) => IDS[person].inbox === inbox || IDS[person].user === inbox);

export type Profile = { readonly name: string; readonly locale: Locale; readonly zone: string };

/** The fields that Slack gives in `users.info` and `user_change`, and that the emulator does not know. */
export function userFields(person: Person, { name, locale, zone }: Profile): Record<string, unknown> {
  return {
    id: IDS[person].user,
    team_id: TEAM.id,
    name: person,
    real_name: name,
    deleted: false,
    is_bot: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_admin: person === 'admin',
    locale: slackLocale(locale),
    tz: zone,
    profile: { real_name: name, display_name: name, real_name_normalized: name, display_name_normalized: name },
  };
}

/** Slack names a region with each language. */
function slackLocale(locale: Locale): string {
  const { language, region } = new Intl.Locale(locale).maximize();
  return region === undefined ? language : `${language}-${region}`;
}
