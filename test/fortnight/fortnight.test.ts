import { expect, it } from 'vitest';

import { coachingOf } from '../../src/coaching-of.ts';
import { Account } from '../../src/coaching/account.ts';
import { createCoach } from '../../src/coaching/create-coach.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import type { Members, Messenger } from '../../src/coaching/ports.ts';
import { readContent } from '../../src/content.ts';
import { createMemoryClockwork } from '../../src/memory/clockwork.ts';
import { createScheduler } from '../../src/queue/create-scheduler.ts';
import { createWorker } from '../../src/queue/create-worker.ts';
import { createRedisAccounts } from '../../src/redis/accounts.ts';
import { createRedisAudit } from '../../src/redis/audit.ts';
import { createQueueRedis, createRedis } from '../../src/redis/connection.ts';
import { createRedisHistory } from '../../src/redis/history.ts';
import { createRedisMembers } from '../../src/redis/members.ts';
import { createRedisPositions } from '../../src/redis/positions.ts';
import { createRedisWorkspaces } from '../../src/redis/workspace-store.ts';
import { ownDatabase } from '../support/database.ts';
import { daysFrom, expectedOf, wallOf, type Expected, type Person } from './oracle.ts';

const ZONES = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Hong_Kong',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Asia/Dubai',
  'Europe/Moscow',
  'Europe/Berlin',
  'Europe/London',
  'Atlantic/Azores',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'Pacific/Kiritimati',
  'Pacific/Auckland',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Africa/Lagos',
];
const MEMBERS = 2_000;
const FROM = Date.parse('2026-09-26T11:00:00Z');
const UNTIL = Date.parse('2026-10-12T11:00:00Z');
/** Every time in it is on a half hour somewhere. */
const TICK = 30 * 60_000;
const COUNTED = ['check-in', 'reminder', 'summary', 'digest'];
const url = await ownDatabase();

const people: readonly Person[] = Array.from({ length: MEMBERS }, (_, i): Person => {
  const kind = Math.floor(i / ZONES.length);
  return {
    id: `T${(i % 5) + 1}:U${i}`,
    zone: ZONES[i % ZONES.length] ?? 'Etc/UTC',
    checkInAt: `${String(9 + (kind % 12)).padStart(2, '0')}:${kind % 2 === 0 ? '30' : '00'}`,
    week: kind % 7 === 1 ? [1, 2, 3, 4] : kind % 7 === 2 ? [1, 2, 3, 4, 5, 6] : null,
    off: kind % 5 === 3 ? ['2026-09-29', '2026-10-10'] : [],
    away: kind % 11 === 4 ? { from: '2026-09-29', until: '2026-10-06' } : null,
    isPaused: kind % 13 === 5,
    answers: kind % 4 !== 0,
    isManager: kind % 9 === 8,
  };
});

async function seed(members: Members, accounts: ReturnType<typeof createRedisAccounts>, of: Person): Promise<void> {
  const [team = ''] = of.id.split(':');
  const account = `${team}:account-of-${of.id.slice(team.length + 1)}`;
  const given = {
    date: '2026-09-26',
    activities: ['leave'],
    plan: null,
    blocker: null,
    number: false,
    learned: false,
    energy: null,
    items: [],
    light: false,
  };
  const done = '2026-09-26';
  await members.update(of.id, () => ({
    member: {
      ...newMember(of.id, { name: 'Person', locale: 'en', zone: of.zone, kind: 'person' }),
      inbox: 'D1',
      greetedOn: '2026-01-05',
      welcomedOn: of.isManager ? null : '2026-01-05',
      account: of.isManager ? null : account,
      manages: of.isManager ? [account] : [],
      checkInAt: of.checkInAt,
      calendar: { country: null, week: of.week ? [...of.week] : null, off: [...of.off] },
      away: of.away,
      paused: of.isPaused ? { since: done, why: 'asked' } : null,
      recent: [given],
      occurred: {
        'check-in': done,
        reminder: done,
        nudge: done,
        summary: '2026-09-27',
        'manager-nudge': done,
        [`digest:${account}`]: '2026-09-27',
        [`manager-week:${account}`]: '2026-09-27',
      },
      // Found at the first look, which finds out what is due next.
      dueAt: new Date(FROM).toISOString(),
    },
    result: null,
  }));
  const made = Account.parse({
    v: 1,
    id: account,
    name: 'Example',
    platforms: [],
    since: '2026-01-05',
    operators: [of.isManager ? `${team}:somebody` : of.id],
    manager: of.isManager ? of.id : null,
  });
  await accounts.update(account, () => [made, null]);
}

const nameOf = ({ who, what, date }: Expected): string => `${who} ${what} ${date}`;

function onFailure(error: unknown): never {
  throw error;
}

it(
  'comes once to each of 2,000 people in 24 zones over a fortnight, and nothing else does',
  { timeout: 600_000 },
  async () => {
    const content = await readContent(new URL('../../', import.meta.url));
    const redis = createRedis(url, () => {});
    await redis.flushdb();
    const members = createRedisMembers(redis);
    const byId = new Map(people.map((one) => [one.id, one]));
    let clock = FROM;
    const now = (): Date => new Date(clock);
    const heard: Expected[] = [];
    const answering: Promise<unknown>[] = [];

    const messenger: Messenger = {
      async deliver({ id, zone }, { id: post }) {
        const what = post.split(/[@:]/)[0] ?? '';
        const due = Date.parse(post.slice(post.indexOf('@') + 1));
        const date = wallOf(zone, due).slice(0, 10);
        heard.push({ who: id, what, date, at: clock });
        if (what === 'check-in' && byId.get(id)?.answers) answering.push(answer(id, date));
        return { member: id, post, inbox: 'D1', ts: post, asks: what === 'check-in' };
      },
      collapse: async () => {},
    };
    /** As if they had given it: a day of leave, which calls for nothing. */
    const answer = (id: string, date: string) =>
      members.update(id, (before) => {
        const [given] = before?.recent ?? [];
        const recent = before && given ? [...before.recent, { ...given, date }].slice(-20) : [];
        return { member: before && { ...before, recent, session: null, heardAt: null }, result: null };
      });

    const replicas = [1, 2].map(() => {
      const own = createRedis(url, () => {});
      const queue = createQueueRedis(url, () => {});
      const state = {
        members: createRedisMembers(own),
        accounts: createRedisAccounts(own),
        positions: createRedisPositions(own),
        history: createRedisHistory(own),
        audit: createRedisAudit(own),
        workspaces: createRedisWorkspaces(own),
      };
      const scheduler = createScheduler({ redis: queue, members: state.members, now });
      const coach = createCoach({
        ...createMemoryClockwork(),
        ...state,
        scheduler,
        coaching: coachingOf(content),
        messenger,
        directory: { profile: async (id) => ({ name: id, locale: 'en', zone: 'Etc/UTC', kind: 'person' }) },
        onFailure,
      });
      const worker = createWorker({ redis: queue, coach, reconcile: () => scheduler.reconcile(), now, onFailure });
      return { own, queue, scheduler, coach, worker };
    });
    await Promise.all(people.map((one) => seed(members, createRedisAccounts(redis), one)));

    const [first] = replicas;
    for (; clock <= UNTIL; clock += TICK) {
      await first?.scheduler.hurry();
      while (await first?.scheduler.isBusy()) await new Promise((resolve) => setTimeout(resolve, 3));
      await Promise.all(replicas.map(({ coach }) => coach.idle()));
      await Promise.all(answering.splice(0));
    }
    for (const { own, queue, scheduler, worker } of replicas) {
      await worker.close();
      await scheduler.close();
      await Promise.all([own.quit(), queue.quit()]);
    }
    await redis.quit();

    const wanted = people.flatMap((one) => expectedOf(one, FROM, UNTIL));
    const isCounted = ({ who, what }: Expected): boolean =>
      COUNTED.includes(what) || (what === 'nudge' && byId.get(who)?.answers === false);
    const got = heard.filter(isCounted);
    const [names, wantedNames] = [got.map(nameOf), wanted.map(nameOf)];
    const doubled = names.length - new Set(names).size;
    const missing = wantedNames.filter((name) => !new Set(names).has(name));
    const undue = [...new Set(names)].filter((name) => !new Set(wantedNames).has(name));
    const late = got.filter((one) => {
      const due = wanted.find((other) => nameOf(other) === nameOf(one));
      return due !== undefined && one.at !== due.at;
    });
    process.stdout.write(
      `a fortnight: ${JSON.stringify({ members: MEMBERS, expected: wanted.length, delivered: new Set(names).size, doubled, missing: missing.length, undue: undue.length })}\n`,
    );
    expect({ doubled, missing: missing.slice(0, 20), undue: undue.slice(0, 20) }).toEqual({
      doubled: 0,
      missing: [],
      undue: [],
    });
    expect(late.map(nameOf)).toEqual([]);
    // Of what is not counted one by one: never at night, never on a day off, never more than the limits say.
    const nudges = heard.filter(({ what }) => what === 'nudge' || what === 'manager-nudge');
    const atNight = nudges.filter(({ who, at }) => {
      const time = wallOf(byId.get(who)?.zone ?? '', at).slice(11);
      return time < '09:00' || time >= '18:00';
    });
    expect(atNight).toEqual([]);
    expect(
      Math.max(
        0,
        ...Map.groupBy(nudges, nameOf)
          .values()
          .map((same) => same.length),
      ),
    ).toBeLessThanOrEqual(1);
    expect(daysFrom('2026-09-28', 2)).toEqual(['2026-09-28', '2026-09-29']);
  },
);
