import type { CheckIn, Member } from '../../src/coaching/member.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import type { Accounts, History, Members, Positions, Workspaces } from '../../src/coaching/ports.ts';
import type { Post } from '../../src/coaching/post.ts';

export type Stores = {
  readonly members: Members;
  readonly history: History;
  readonly accounts: Accounts;
  readonly positions: Positions;
  readonly workspaces: Workspaces;
};

/** Empty stores, seen by two replicas of the bot. */
export type Opened = { readonly here: Stores; readonly there: Stores };

export const PERSON = { name: 'Person', locale: 'zh-CN', zone: 'Asia/Shanghai', kind: 'person' } as const;

export const someone = (id: string, known: Partial<Member> = {}): Member => ({ ...newMember(id, PERSON), ...known });

export const put = (members: Members, id: string, known: Partial<Member> = {}): Promise<null> =>
  members.update(id, () => ({ member: someone(id, known), result: null }));

/** Another cause taken: what every answer does. */
export const see = (members: Members, id: string, cause: string): Promise<null> =>
  members.update(id, (before) => {
    const member = before ?? someone(id);
    return { member: { ...member, seen: [...member.seen, cause] }, result: null };
  });

export const post = (id: string, leaseUntil = '2026-03-02T08:00:00.000Z'): Post => ({
  id,
  parts: [{ kind: 'text', text: { key: 'literal', values: { text: '把选题定下来 🌱' } } }],
  leaseUntil,
  then: [],
  bulk: false,
});

export const receipt = (member: string, of: string, asks = false) => ({
  member,
  post: of,
  inbox: 'D1',
  ts: `ts-${of}`,
  asks,
});

export const day = (date: string, plan = 'three topics'): CheckIn => ({
  v: 1,
  kind: 'check-in',
  date,
  flow: 'daily-check-in',
  version: 1,
  status: 'submitted',
  submittedAt: `${date}T09:00:00.000Z`,
  locale: 'en',
  late: false,
  answers: { plan: { value: plan, grade: 'sharp', audience: 'manager' } },
});

export const keep = (members: Members, id: string, checkIn: CheckIn): Promise<null> =>
  members.update(id, (before) => ({
    member: { ...(before ?? someone(id)), heardAt: checkIn.submittedAt },
    result: null,
    checkIn,
  }));
