import { LRUCache } from 'lru-cache';

import { createChains } from './chains.ts';
import type { CarryOut } from './consequences.ts';
import type { GivenUp } from './given-up.ts';
import { claim, giveUp, isStale, LEASE_MS, prolong, withoutPost } from './leases.ts';
import type { Member } from './member.ts';
import {
  HeldOffError,
  PostRefusedError,
  UnreachableError,
  type Folded,
  type Members,
  type Messenger,
  type Receipt,
} from './ports.ts';
import type { Post } from './post.ts';
import { createSettling } from './settling.ts';

export { LEASE_MS };

const RECOVERED_AT_ONCE = 100;
const LANDED_KEPT = 5_000;
/** A workspace that takes nothing is asked again after this time. */
const DOWN_MS = 10 * 60 * 1000;
/** Another replica says an older post of theirs: that takes a moment, and this one comes behind it. */
const OLDER_TRIES = 6;
const OLDER_WAIT_MS = 300;

export type Delivery = {
  /**
   * Says a post that was just kept, behind what is on its way to them and what failed on its way. Resolves when that is
   * done or has failed; never throws.
   */
  say(member: Member, fresh: Post, collapse: Collapse | null): Promise<void>;
  /** Says what others left unsaid. Resolves with how many members had something. */
  recover(now: Date, leasesUntil?: Date): Promise<number>;
  idle(): Promise<void>;
};

/** The post whose question was answered, and what is left of it. */
export type Collapse = Folded & { readonly post: string };

type World = {
  readonly members: Members;
  readonly messenger: Messenger;
  readonly carryOut: CarryOut;
  /** Told of every failure; the post stays in the record and is tried again when its lease ends. */
  readonly onFailure: (error: unknown, member: string) => void;
  /** Told of what will not be tried again by itself. */
  readonly onGivenUp: (given: GivenUp) => Promise<void>;
  readonly wait: (ms: number) => Promise<unknown>;
};

/** `again`: somebody may have said it, so it is looked for first. */
type Unsaid = { readonly post: Post; readonly again: boolean };

export function createDelivery({ members, messenger, carryOut, onFailure, onGivenUp, wait }: World): Delivery {
  const chains = createChains(onFailure);
  /** Where posts of this process landed: an answer may come before the receipt is in the record. */
  const landed = new LRUCache<string, Receipt>({ max: LANDED_KEPT });
  /** Posts that nobody will ever say. */
  const over = new LRUCache<string, true>({ max: LANDED_KEPT });
  /** What this process failed to say, by member: what comes later waits behind it. */
  const stalled = new LRUCache<string, readonly Unsaid[]>({ max: LANDED_KEPT });
  const settling = createSettling(members, onFailure);

  const carryAll = async ({ id, leaseUntil, then }: Post): Promise<void> => {
    const at = new Date(Date.parse(leaseUntil) - LEASE_MS);
    if (then.length > 0) await carryOut(then, { id, at });
  };

  const deliver = async (member: Member, post: Post, again: boolean): Promise<void> => {
    await carryAll(post);
    const receipt = landed.get(keyOf(member.id, post.id)) ?? (await messenger.deliver(member, post, again));
    landed.set(keyOf(member.id, post.id), receipt);
    settling.add(receipt);
  };

  const stalledOf = ({ id, outbox }: Member): readonly Unsaid[] =>
    (stalled.get(id) ?? []).filter(({ post }) => outbox.some((kept) => kept.id === post.id));

  /** What a failure means for the post and for those behind it. True: the next may be said. */
  const afterFailure = async (error: unknown, member: Member, posts: readonly Unsaid[]): Promise<boolean> => {
    const [failed, ...behind] = posts;
    if (!failed) return false;
    if (error instanceof PostRefusedError) {
      over.set(keyOf(member.id, failed.post.id), true);
      await members.update(member.id, (before) => ({ member: withoutPost(before, failed.post.id), result: null }));
      await onGivenUp({ kind: 'post-refused', member: member.id, code: error.code });
      return true;
    }
    if (error instanceof UnreachableError && error.scope === 'member') {
      // What they bring with them is not theirs alone: it is carried out all the same.
      for (const { post } of behind) await carryAll(post);
      for (const { post } of posts) over.set(keyOf(member.id, post.id), true);
      await giveUp(members, member, error.code);
      await onGivenUp({ kind: 'member-unreachable', member: member.id, code: error.code });
      return false;
    }
    stalled.set(member.id, [{ post: failed.post, again: true }, ...behind]);
    if (error instanceof HeldOffError) await prolong(members, member.id, error.until);
    if (error instanceof UnreachableError) {
      await prolong(members, member.id, new Date(Date.parse(failed.post.leaseUntil) + DOWN_MS));
      await onGivenUp({ kind: 'workspace-unreachable', member: member.id, code: error.code });
    }
    return false;
  };

  /** A failure stops the rest, so that replies do not cross; a post that Slack will never take does not. */
  const deliverAll = async (member: Member, posts: readonly Unsaid[]): Promise<void> => {
    stalled.delete(member.id);
    for (const [at, { post, again }] of posts.entries()) {
      try {
        await deliver(member, post, again);
      } catch (error) {
        onFailure(error, member.id);
        if (!(await afterFailure(error, member, posts.slice(at)))) return;
      }
    }
  };

  /** Posts before this one that another replica has in hand. */
  const olderElsewhere = (member: Member, fresh: Post, outbox: readonly Post[]): boolean => {
    const ours = new Set(stalledOf(member).map(({ post }) => post.id));
    const before = outbox.slice(
      0,
      Math.max(
        0,
        outbox.findIndex(({ id }) => id === fresh.id),
      ),
    );
    return before.some(
      ({ id }) => !landed.has(keyOf(member.id, id)) && !over.has(keyOf(member.id, id)) && !ours.has(id),
    );
  };

  /** Waits a moment for another replica to say what comes first. False: it is still at it. */
  const isNext = async (member: Member, fresh: Post): Promise<boolean> => {
    if (!olderElsewhere(member, fresh, member.outbox)) return true;
    for (let tries = 0; tries < OLDER_TRIES; tries += 1) {
      await wait(OLDER_WAIT_MS);
      const now = await members.read(member.id);
      if (!now || !olderElsewhere(member, fresh, now.outbox)) return true;
    }
    return false;
  };

  /** What came by itself a day ago is about another day by now; what it brings with it still counts. */
  const dropStale = async (member: Member, post: Post): Promise<void> => {
    await carryAll(post);
    over.set(keyOf(member.id, post.id), true);
    await members.update(member.id, (before) => ({ member: withoutPost(before, post.id), result: null }));
    await onGivenUp({ kind: 'too-late', member: member.id, code: post.id.split(/[@:]/)[0] ?? '' });
  };

  const recoverOne = async (id: string, now: Date, leasesUntil: Date): Promise<void> => {
    const left = await claim(members, id, { now, leasesUntil });
    if (!left) return;
    const { member, claimed } = left;
    const ours = new Set([...claimed, ...stalledOf(member).map(({ post }) => post.id)]);
    const first = member.outbox.findIndex((post) => !ours.has(post.id));
    const posts = first < 0 ? member.outbox : member.outbox.slice(0, first);
    for (const post of posts.filter((one) => isStale(one, now))) await dropStale(member, post);
    await deliverAll(
      member,
      posts.filter((one) => !isStale(one, now)).map((post) => ({ post, again: true })),
    );
  };

  return {
    say(member, fresh, collapse) {
      return chains.add(member.id, async () => {
        const posts = [...stalledOf(member), { post: fresh, again: false }];
        if (!(await isNext(member, fresh))) return void stalled.set(member.id, posts);
        await deliverAll(member, posts);
        if (!collapse) return;
        const where = landed.get(keyOf(member.id, collapse.post)) ?? member.asked;
        if (where?.post === collapse.post) await messenger.collapse(member, where, collapse);
      });
    },
    async recover(now, leasesUntil = now) {
      const ids = await members.undelivered(leasesUntil, RECOVERED_AT_ONCE);
      await Promise.all(ids.map((id) => chains.add(id, () => recoverOne(id, now, leasesUntil))));
      return ids.length;
    },
    async idle() {
      await chains.idle();
      await settling.flush();
    },
  };
}

/** What comes by itself has the same id for everybody to whom it comes at that moment. */
const keyOf = (member: string, post: string): string => `${member} ${post}`;
