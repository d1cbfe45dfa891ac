import type { Redis } from 'ioredis';

import { newMember } from '../../src/coaching/new-member.ts';
import { createRedisMembers } from '../../src/redis/members.ts';

/** A zone in which it is about noon now, so that the day does not change under a test. */
function noonZone(now: Date): string {
  const ahead = 12 - now.getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

const dayOf = (zone: string, at: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);

type Size = { readonly count: number; readonly teams: number; readonly after?: number };

/**
 * Operators in some workspaces whose check-in has been due for a minute; nothing else is due for them today. `after`:
 * so many are there already.
 */
export async function dueOperators(redis: Redis, { count, teams, after = 0 }: Size): Promise<string[]> {
  const members = createRedisMembers(redis);
  const now = new Date();
  const zone = noonZone(now);
  const due = new Date(now.getTime() - 60_000);
  const checkInAt = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    due,
  );
  const [today, yesterday] = [dayOf(zone, now.getTime()), dayOf(zone, now.getTime() - 86_400_000)];
  const ids = Array.from({ length: count }, (_, i) => `T${(i % teams) + 1}:U${after + i + 1}`);
  const profile = { name: 'Person', locale: 'en', zone, kind: 'person' } as const;
  await Promise.all(
    ids.map((id) =>
      members.update(id, () => ({
        member: {
          ...newMember(id, profile),
          inbox: id.replace(/^.*U/, 'D'),
          welcomedOn: '2026-01-01',
          account: `${id.split(':')[0]}:account`,
          checkInAt,
          calendar: { country: 'none', week: [1, 2, 3, 4, 5, 6, 7], off: [] },
          occurred: { 'check-in': yesterday, reminder: today, nudge: today, summary: today },
          dueAt: due.toISOString(),
        },
        result: null,
      })),
    ),
  );
  return ids;
}

type Said = { readonly metadata: { readonly event_payload?: { readonly post?: string } } };

/** What the people of a wave saw: each is to see one prompt. */
export function seenOf(ids: readonly string[], seenBy: (user: string) => readonly Said[]) {
  const counts = ids.map((id) => seenBy(id.split(':')[1] ?? '').length);
  return {
    expected: ids.length,
    delivered: counts.filter((count) => count > 0).length,
    doubled: counts.filter((count) => count > 1).length,
    lost: counts.filter((count) => count === 0).length,
  };
}
