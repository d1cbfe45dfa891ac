import type { Redis } from 'ioredis';

import { Account } from '../../src/coaching/account.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import { newPosition } from '../../src/coaching/position.ts';
import { createRedisAccounts } from '../../src/redis/accounts.ts';
import { createRedisAudit } from '../../src/redis/audit.ts';
import { createRedisMembers } from '../../src/redis/members.ts';
import { createRedisPositions } from '../../src/redis/positions.ts';
import { createRedisWorkspaces } from '../../src/redis/workspace-store.ts';

/** In everything that the first workspace has. */
export const MARK = 'lapislazuli';
export const ACCOUNT = 'TONE:a';
export const SESSION = 'daily-check-in@TONE-session';

/** A workspace that has lived with Bearings: an operator U0OPERATOR, their manager U0MANAGER. */
export async function fill(redis: Redis): Promise<void> {
  const person = { name: MARK, locale: 'en', zone: 'Asia/Shanghai', kind: 'person' } as const;
  const [operator, manager] = ['TONE:U0OPERATOR', 'TONE:U0MANAGER'];
  const version = {
    flow: 1,
    grade: 'sharp' as const,
    flags: [],
    evidence: null,
    on: '2026-11-02',
    sharedOn: '2026-11-03',
  };
  await createRedisMembers(redis).update(operator, () => ({
    member: {
      ...newMember(operator, person),
      inbox: 'D0OPERATOR',
      account: ACCOUNT,
      manager,
      welcomedOn: '2026-11-02',
      plan: { text: MARK, when: null, date: '2026-11-20', grade: null },
      session: {
        id: SESSION,
        flow: 'daily-check-in',
        version: 3,
        facts: { today: '2026-11-23', weekday: 'mon', rotation: 'mon1', light: false, yesterday_plan: MARK },
        answers: { moved_note: { value: MARK, followUps: 0, settled: true } },
        at: 'moved',
        said: [],
        turn: 1,
        draft: { plan: MARK },
      },
    },
    result: null,
  }));
  await createRedisMembers(redis).update(manager, () => ({
    member: { ...newMember(manager, person), manages: [ACCOUNT] },
    result: null,
  }));
  await createRedisAccounts(redis).update(ACCOUNT, () => [
    Account.parse({
      v: 1,
      id: ACCOUNT,
      name: MARK,
      platforms: ['weibo'],
      operators: [operator],
      manager,
      digests: [{ week: '2026-W47', on: '2026-11-23', whole: true }],
      questions: [{ id: 'q', text: MARK, kind: 'text', audience: 'both', by: manager }],
    }),
    null,
  ]);
  await createRedisPositions(redis).update(ACCOUNT, () => [
    {
      ...newPosition(ACCOUNT),
      elements: {
        purpose: {
          confirmedOn: null,
          versions: [{ id: 'v', by: operator, answers: { sentence: { value: MARK } }, ...version }],
        },
      },
    },
    null,
  ]);
  await createRedisWorkspaces(redis).update('TONE', (known) => ({
    ...known,
    questions: [{ id: 'w', text: MARK, kind: 'text', audience: 'both', by: manager }],
    undelivered: [{ kind: 'left', member: operator, code: MARK, at: '2026-11-20T08:00:00.000Z', times: 1 }],
  }));
  await createRedisAudit(redis).note('TONE', {
    at: '2026-11-20T08:00:00.000Z',
    by: operator,
    did: 'account-set-up',
    about: ACCOUNT,
  });
}
