import { LRUCache } from 'lru-cache';

import type { Taken } from '../flow/turn.ts';
import type { Member } from './member.ts';
import type { Accounts, Members, Messenger, Receipt } from './ports.ts';
import type { Post } from './post.ts';

/** Whoever wrote a post has this long to say it; after that anybody may, having looked whether it was said. */
export const LEASE_MS = 20_000;
/** Receipts wait this long for others, so that many cost one round trip. */
const SETTLE_MS = 250;
const RECOVERED_AT_ONCE = 100;
const LANDED_KEPT = 5_000;

export type Delivery = {
  /** Says what the member's record holds and nobody has said, in order, behind what is already on its way to them. */
  say(member: Member, fresh: Post, collapse: Collapse | null): void;
  /** Says what others left unsaid. Resolves with how many members had something. */
  recover(now: Date): Promise<number>;
  idle(): Promise<void>;
};

/** The post whose question was answered, and how. */
export type Collapse = { readonly post: string; readonly taken: readonly Taken[] };

type World = {
  readonly members: Members;
  readonly accounts: Accounts;
  readonly messenger: Messenger;
  /** Told of every failure; the post stays in the record and is tried again when its lease ends. */
  readonly onFailure: (error: unknown, member: string) => void;
};

export function createDelivery({ members, accounts, messenger, onFailure }: World): Delivery {
  const chains = new Map<string, Promise<void>>();
  /** Where posts of this process landed: an answer may come before the receipt is in the record. */
  const landed = new LRUCache<string, Receipt>({ max: LANDED_KEPT });
  const settling = createSettling(members, onFailure);

  const chain = (member: string, work: () => Promise<void>): Promise<void> => {
    const before = chains.get(member) ?? Promise.resolve();
    const after = before.then(work).catch((error: unknown) => onFailure(error, member));
    chains.set(member, after);
    void after.finally(() => chains.get(member) === after && chains.delete(member));
    return after;
  };

  const deliver = async (member: Member, post: Post, again: boolean): Promise<void> => {
    const { account } = post;
    if (account) await accounts.update(account.id, () => [account, null]);
    const receipt = landed.get(post.id) ?? (await messenger.deliver(member, post, again));
    landed.set(post.id, receipt);
    settling.add(receipt);
  };

  const recoverOne = async (id: string, now: Date): Promise<void> => {
    const left = await claim(members, id, now);
    if (!left) return;
    for (const post of left.posts) await deliver(left.member, post, true);
  };

  return {
    say(member, fresh, collapse) {
      void chain(member.id, async () => {
        await deliver(member, fresh, false);
        const where = collapse && (landed.get(collapse.post) ?? member.asked);
        if (where?.post === collapse?.post && where) await messenger.collapse(member, where, collapse?.taken ?? []);
      });
    },
    async recover(now) {
      const ids = await members.undelivered(now, RECOVERED_AT_ONCE);
      await Promise.all(ids.map((id) => chain(id, () => recoverOne(id, now))));
      return ids.length;
    },
    async idle() {
      while (chains.size > 0) await Promise.all(chains.values());
      await settling.flush();
    },
  };
}

/** Takes over the posts whose lease is over. Of two replicas that try, one gets them. */
async function claim(members: Members, id: string, now: Date): Promise<{ member: Member; posts: Post[] } | null> {
  const leaseUntil = new Date(now.getTime() + LEASE_MS).toISOString();
  return members.update(id, (member) => {
    const posts = member?.outbox.filter((post) => Date.parse(post.leaseUntil) <= now.getTime()) ?? [];
    if (!member || posts.length === 0) return { member, result: null };
    const outbox = member.outbox.map((post) => (posts.includes(post) ? { ...post, leaseUntil } : post));
    return { member: { ...member, outbox }, result: { member, posts } };
  });
}

/** Gathers receipts for a moment and takes them out of the outboxes in one go. */
function createSettling(members: Members, onFailure: World['onFailure']) {
  let waiting: Receipt[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) await members.settle(batch);
  };
  return {
    add(receipt: Receipt): void {
      waiting.push(receipt);
      timer ??= setTimeout(() => void flush().catch((error: unknown) => onFailure(error, receipt.member)), SETTLE_MS);
    },
    flush,
  };
}
