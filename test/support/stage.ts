import { coachingOf } from '../../src/coaching-of.ts';
import type { Coach } from '../../src/coaching/coach.ts';
import { createCoach } from '../../src/coaching/create-coach.ts';
import type { Member } from '../../src/coaching/member.ts';
import { newMember } from '../../src/coaching/new-member.ts';
import { PostRefusedError, UnreachableError, type Messenger, type Profile } from '../../src/coaching/ports.ts';
import type { Post } from '../../src/coaching/post.ts';
import { readContent } from '../../src/content.ts';
import { createMemoryClockwork } from '../../src/memory/clockwork.ts';
import { createMemoryState } from '../../src/memory/state.ts';

const START = new Date('2026-11-23T08:30:00Z');
const PROFILE = { name: 'Operator', locale: 'en', zone: 'Asia/Shanghai', kind: 'person' } as const;
const content = await readContent(new URL('../../', import.meta.url));

type Kinds = Readonly<Record<string, Profile['kind']>>;

/** The real coach over memory, with an ear where Slack would be. `kinds`: who else is there, if not just people. */
export async function createStage(
  known: Partial<Member> = {},
  id = 'T1:U1',
  kinds: Kinds = {},
  admins: readonly string[] = [],
) {
  const stores = createMemoryState();
  const said: Post[] = [];
  const heard: { member: string; post: Post }[] = [];
  const again: boolean[] = [];
  const collapsed: { inbox: string; ts: string; addresses: string[]; beside: string[] }[] = [];
  const planned: { member: string; at: string }[] = [];
  const late: string[] = [];
  const failing = new Set<string>();
  const refused = new Set<string>();
  const gone = new Set<string>();
  const tried: string[] = [];
  const givenUp: string[] = [];
  const slow = new Map<string, number>();
  const messenger: Messenger = {
    async deliver(member, post, isAgain) {
      again.push(isAgain);
      await new Promise((resolve) => setTimeout(resolve, slow.get(post.id) ?? 0));
      if (failing.delete(post.id)) throw new Error('the line is down');
      if (refused.has(post.id)) throw new PostRefusedError('invalid_blocks');
      tried.push(post.id);
      if (gone.has(member.id)) throw new UnreachableError('member', 'user_disabled');
      // Looked for first, as Slack's metadata allows.
      if (!isAgain || !said.some(({ id: known }) => known === post.id)) {
        said.push(post);
        heard.push({ member: member.id, post });
      }
      const asks = post.parts.some(
        (part) => part.kind === 'effects' && part.effects.some(({ kind }) => kind === 'ask'),
      );
      return { member: member.id, post: post.id, inbox: 'D1', ts: `ts-${post.id}`, asks };
    },
    async collapse(_member, { inbox, ts }, { taken, beside }) {
      const addresses = taken.map(({ address }) => address);
      collapsed.push({ inbox, ts, addresses, beside: beside.map(({ key }) => key) });
    },
  };
  const replica = (): Coach =>
    createCoach({
      ...createMemoryClockwork(),
      scheduler: {
        plan: async (due) => void planned.push(...due.map(({ member, at }) => ({ member, at: at.toISOString() }))),
        forget: async () => {},
      },
      onLate: (_member, routine) => void late.push(routine),
      onGivenUp: async ({ kind, code }) => void givenUp.push(`${kind} ${code}`),
      coaching: coachingOf(content),
      ...stores,
      messenger,
      directory: {
        find: async (team, written) =>
          new Map(
            written.map((one) => [one, one === '@nobody' ? [] : [`${team}:U${one.replace('@', '').toUpperCase()}`]]),
          ),
        profile: async (of) => ({ ...PROFILE, kind: kinds[of] ?? 'person', isAdmin: admins.includes(of) }),
      },
      onFailure: () => {},
    });
  if (Object.keys(known).length > 0) {
    await stores.members.update(id, () => ({ member: { ...newMember(id, PROFILE), ...known }, result: null }));
  }
  return {
    ...stores,
    coach: replica(),
    replica,
    said,
    planned,
    late,
    gone,
    tried,
    givenUp,
    heard,
    again,
    collapsed,
    cause: (cause: string) => ({ id: cause, at: START }),
    later: (seconds: number) => new Date(START.getTime() + seconds * 1000),
    failOn: (post: string) => failing.add(post),
    refuse: (post: string) => refused.add(post),
    slowDown: (post: string, ms: number) => slow.set(post, ms),
  };
}
