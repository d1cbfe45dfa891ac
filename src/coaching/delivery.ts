import { LRUCache } from 'lru-cache';

import { toldAgain } from './account.ts';
import type { Member } from './member.ts';
import { PostRefusedError, type Accounts, type Folded, type Members, type Messenger, type Receipt } from './ports.ts';
import type { Post } from './post.ts';

/** Whoever wrote a post has this long to say it; after that anybody may, having looked whether it was said. */
export const LEASE_MS = 20_000;
/** Receipts wait this long for others, so that many cost one round trip. */
const SETTLE_MS = 250;
const RECOVERED_AT_ONCE = 100;
const LANDED_KEPT = 5_000;

export type Delivery = {
  /** Says a post that was just kept, behind what is on its way to them and what failed on its way. */
  say(member: Member, fresh: Post, collapse: Collapse | null): void;
  /** Says what others left unsaid. Resolves with how many members had something. */
  recover(now: Date): Promise<number>;
  idle(): Promise<void>;
};

/** The post whose question was answered, and what is left of it. */
export type Collapse = Folded & { readonly post: string };

type World = {
  readonly members: Members;
  readonly accounts: Accounts;
  readonly messenger: Messenger;
  /** Told of every failure; the post stays in the record and is tried again when its lease ends. */
  readonly onFailure: (error: unknown, member: string) => void;
};

/** `again`: somebody may have said it, so it is looked for first. */
type Unsaid = { readonly post: Post; readonly again: boolean };

export function createDelivery({ members, accounts, messenger, onFailure }: World): Delivery {
  const chains = createChains(onFailure);
  /** Where posts of this process landed: an answer may come before the receipt is in the record. */
  const landed = new LRUCache<string, Receipt>({ max: LANDED_KEPT });
  /** What this process failed to say, by member: what comes later waits behind it. */
  const stalled = new LRUCache<string, readonly Unsaid[]>({ max: LANDED_KEPT });
  const settling = createSettling(members, onFailure);

  const deliver = async (member: Member, post: Post, again: boolean): Promise<void> => {
    const { account } = post;
    if (account) await accounts.update(account.id, (before) => [toldAgain(before, account), null]);
    const receipt = landed.get(post.id) ?? (await messenger.deliver(member, post, again));
    landed.set(post.id, receipt);
    settling.add(receipt);
  };

  const stalledOf = ({ id, outbox }: Member): readonly Unsaid[] =>
    (stalled.get(id) ?? []).filter(({ post }) => outbox.some((kept) => kept.id === post.id));

  /** A failure stops the rest, so that replies do not cross; a post that Slack will never take does not. */
  const deliverAll = async (member: Member, posts: readonly Unsaid[]): Promise<void> => {
    stalled.delete(member.id);
    for (const [at, { post, again }] of posts.entries()) {
      try {
        await deliver(member, post, again);
      } catch (error) {
        const isRefused = error instanceof PostRefusedError;
        if (!isRefused) stalled.set(member.id, [{ post, again: true }, ...posts.slice(at + 1)]);
        if (!isRefused) throw error;
        onFailure(error, member.id);
      }
    }
  };

  const recoverOne = async (id: string, now: Date): Promise<void> => {
    const left = await claim(members, id, now);
    if (!left) return;
    const { member, claimed } = left;
    const ours = new Set([...claimed, ...stalledOf(member).map(({ post }) => post.id)]);
    const posts = member.outbox.filter((post) => ours.has(post.id));
    await deliverAll(
      member,
      posts.map((post) => ({ post, again: true })),
    );
  };

  return {
    say(member, fresh, collapse) {
      void chains.add(member.id, async () => {
        await deliverAll(member, [...stalledOf(member), { post: fresh, again: false }]);
        if (!collapse) return;
        const where = landed.get(collapse.post) ?? member.asked;
        if (where?.post === collapse.post) await messenger.collapse(member, where, collapse);
      });
    },
    async recover(now) {
      const ids = await members.undelivered(now, RECOVERED_AT_ONCE);
      await Promise.all(ids.map((id) => chains.add(id, () => recoverOne(id, now))));
      return ids.length;
    },
    async idle() {
      await chains.idle();
      await settling.flush();
    },
  };
}

/** Takes over the posts whose lease is over. Of two replicas that try, one gets them. */
async function claim(
  members: Members,
  id: string,
  now: Date,
): Promise<{ readonly member: Member; readonly claimed: readonly string[] } | null> {
  const leaseUntil = new Date(now.getTime() + LEASE_MS).toISOString();
  const isLeft = (post: Post): boolean => Date.parse(post.leaseUntil) <= now.getTime();
  return members.update(id, (before) => {
    const claimed = before?.outbox.filter(isLeft).map((post) => post.id) ?? [];
    if (!before || claimed.length === 0) return { member: before, result: null };
    const outbox = before.outbox.map((post) => (isLeft(post) ? { ...post, leaseUntil } : post));
    const member = { ...before, outbox };
    return { member, result: { member, claimed } };
  });
}

/** Work for one member is done in order, for different members side by side. */
function createChains(onFailure: World['onFailure']) {
  const chains = new Map<string, Promise<void>>();
  return {
    add(member: string, work: () => Promise<void>): Promise<void> {
      const before = chains.get(member) ?? Promise.resolve();
      const after = before.then(work).catch((error: unknown) => onFailure(error, member));
      chains.set(member, after);
      void after.finally(() => chains.get(member) === after && chains.delete(member));
      return after;
    },
    async idle(): Promise<void> {
      while (chains.size > 0) await Promise.all(chains.values());
    },
  };
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
