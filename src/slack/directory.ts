import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';

import { isZone } from '../calendar/local-date.ts';
import { nearestLanguage } from '../coaching/languages.ts';
import type { Locale } from '../coaching/member.ts';
import type { Directory, Profile } from '../coaching/ports.ts';
import type { ClientFor } from './client.ts';
import { patiently } from './patience.ts';
import { toMember, userOf } from './user-of.ts';

/** The fields of a Slack user that we read, in `users.info` as in `user_change`. */
export type SlackUser = {
  readonly id?: string;
  readonly name?: string;
  readonly real_name?: string;
  readonly profile?: { readonly display_name?: string; readonly real_name?: string };
  readonly locale?: string;
  readonly tz?: string | null;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
};

type Listed = SlackUser & { readonly id: string };

export type SlackDirectory = Directory & {
  /** Slack told us of a change: what we remember of the person is old. */
  forget(member: string): void;
  /** What an event tells of a person; without their language it is not all. */
  read(user: SlackUser & { readonly locale: string }): Profile;
};

const machineTime = (): Date => new Date();
const KEPT = 1_000;
const KEPT_MS = 10 * 60 * 1000;
const LIST_KEPT_MS = 2 * 60 * 1000;
/** docs.slack.dev/reference/methods/users.list: at most 1,000 a page, 200 advised. A larger workspace names people by id. */
const PAGE = 200;
const PAGES_MOST = 25;

/** Who a person is, by `users.info`; remembered for a few minutes. `languages`: those that we speak. */
export function createSlackDirectory(clientFor: ClientFor, languages: readonly Locale[]): SlackDirectory {
  const known = new LRUCache<string, Profile>({ max: KEPT, ttl: KEPT_MS });
  const everybody = new LRUCache<string, readonly Listed[]>({ max: 20, ttl: LIST_KEPT_MS });
  return {
    async profile(member) {
      const remembered = known.get(member);
      if (remembered) return remembered;
      const client = await clientFor(member);
      const { user } = await patiently(
        () => client.users.info({ user: userOf(member), include_locale: true }),
        machineTime,
      );
      const profile = toProfile(user ?? {}, nearestLanguage(user?.locale, languages));
      known.set(member, profile);
      return profile;
    },
    async find(team, written) {
      const people = everybody.get(team) ?? (await list(await clientFor(toMember(team, ''))));
      everybody.set(team, people);
      return new Map(
        written.map((words) => [
          words,
          people.filter((one) => isMeant(one, words)).map(({ id }) => toMember(team, id)),
        ]),
      );
    },
    forget: (member) => void known.delete(member),
    read: (user) => toProfile(user, nearestLanguage(user.locale, languages)),
  };
}

const toProfile = (user: SlackUser, locale: Locale): Profile => ({
  name: user.profile?.display_name || user.real_name || user.profile?.real_name || user.name || userOf(user.id ?? '?'),
  locale,
  zone: user.tz && isZone(user.tz) ? user.tz : 'Etc/UTC',
  kind: kindOf(user),
  isAdmin: user.is_admin === true || user.is_owner === true,
});

function kindOf(user: SlackUser): Profile['kind'] {
  if (user.deleted) return 'gone';
  if (user.is_bot || user.id === 'USLACKBOT') return 'bot';
  if (user.is_stranger) return 'stranger';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'person';
}

/** Everybody in a workspace, as far as its pages are read. */
async function list(client: WebClient): Promise<readonly Listed[]> {
  const people: Listed[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const answer = await patiently(() => client.users.list({ limit: PAGE, ...(cursor && { cursor }) }), machineTime);
    people.push(...(answer.members ?? []).flatMap((user) => (user.id === undefined ? [] : [{ ...user, id: user.id }])));
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) break;
  }
  return people;
}

/** An id, a mention of it, a handle, or one of the names; however it is written. */
function isMeant(user: Listed, words: string): boolean {
  const meant = plain(words.replace(/^<@([A-Z0-9]+)(?:\|[^>]*)?>$/u, '$1').replace(/^@/u, ''));
  const names = [user.id, user.name, user.real_name, user.profile?.display_name, user.profile?.real_name];
  return meant !== '' && names.some((name) => name !== undefined && plain(name) === meant);
}

const plain = (words: string): string => words.normalize('NFKC').trim().toLowerCase();
