import type { Text } from '../flow/text.ts';
import type { Taken } from '../flow/turn.ts';
import type { Account } from './account.ts';
import type { Entry } from './audit.ts';
import type { CheckIn, Locale, Member } from './member.ts';
import type { Position } from './position.ts';
import type { Post } from './post.ts';
import type { Workspace } from './workspace.ts';

export type Change<T> = {
  /** Null, or the member that was given: nothing is written. */
  readonly member: Member | null;
  readonly result: T;
  /** Written with the member, or not at all. One per local date: the later replaces the earlier. */
  readonly checkIn?: CheckIn;
};

/** A post that a person can see: Slack's channel and `ts`. `asks`: it carries the question now open. */
export type Receipt = {
  readonly member: string;
  readonly post: string;
  readonly inbox: string;
  readonly ts: string;
  readonly asks: boolean;
};

export interface Members {
  /** The member, or null when nothing is known. Never creates. */
  read(id: string): Promise<Member | null>;
  /**
   * Reads one member (`null`: not known yet), applies `change`, writes the result with its check-in: alone, or not at all.
   * `change` must be pure, for it runs again when another writer came between. Returning the same member writes nothing.
   * At most two round trips unless writers collide.
   */
  update<T>(id: string, change: (before: Member | null) => Change<T>): Promise<T>;
  /** Takes delivered posts out of the outboxes, notes where the open question stands. One batch. */
  settle(receipts: readonly Receipt[]): Promise<void>;
  /** Members with a post whose lease ended before `now`, oldest first. */
  undelivered(now: Date, limit: number): Promise<readonly string[]>;
  /** Members for whom something is due by `until`: some workspaces at a time, soonest first among these. */
  due(until: Date): AsyncIterable<readonly Due[]>;
  /** Everybody of a workspace that we have met, some at a time; somebody who comes meanwhile may be left out. */
  in(team: string): AsyncIterable<readonly string[]>;
  /** Deletes the member and their history; says how many records went. */
  forget(id: string): Promise<number>;
}

/** `dueAt` of a member's record. */
export type Due = { readonly member: string; readonly at: Date };

export interface Scheduler {
  /**
   * Has the coach do what is due for each member when their time comes, once, by one of the replicas. Asked again for the
   * same time it does nothing; a call too many finds nothing due. What it forgets is planned again from `Members.due`.
   */
  plan(due: readonly Due[]): Promise<void>;
  /** What was planned for a member, or for everybody of a workspace, goes. */
  forget(of: string): Promise<void>;
}

export interface Pace {
  /**
   * Resolves when a message that nobody waits for may go to this member, with how long that took in ms: shared by all
   * replicas.
   */
  turn(member: string): Promise<number>;
}

export interface Workspaces {
  read(team: string): Promise<Workspace>;
  update(team: string, change: (before: Workspace) => Workspace): Promise<void>;
  /** Every workspace that has a member. */
  all(): Promise<readonly string[]>;
}

export interface History {
  /** Check-ins from one local date to another, inclusive, oldest first. */
  checkIns(memberId: string, from: string, to: string): Promise<readonly CheckIn[]>;
  /**
   * Changes check-ins where they stand, all or those of some local dates, inclusive; null deletes one. Their dates stay.
   * Says how many it changed.
   */
  rewrite(
    memberId: string,
    change: (day: CheckIn) => CheckIn | null,
    within?: { readonly from: string; readonly to: string },
  ): Promise<number>;
}

export interface Audit {
  /** Adds what happened; of very many, the oldest go. */
  note(team: string, entry: Entry): Promise<void>;
  /** The latest first. */
  read(team: string, limit: number): Promise<readonly Entry[]>;
  /** Changes entries where they stand; null deletes one. */
  rewrite(team: string, change: (entry: Entry) => Entry | null): Promise<void>;
}

export interface Accounts {
  read(id: string): Promise<Account | null>;
  /** Reads one account (`null`: not known), applies `change`, writes the result: alone, or not at all. Null writes nothing. */
  update<T>(id: string, change: (before: Account | null) => readonly [Account | null, T]): Promise<T>;
  /** Accounts of a workspace that the member operates or manages. */
  of(memberId: string): Promise<readonly Account[]>;
  /** All accounts of a workspace. */
  in(team: string): Promise<readonly Account[]>;
  /** Deletes it; says how many records went. */
  remove(id: string): Promise<number>;
}

export interface Positions {
  /** What the account's people worked out about its position; null when there is nothing yet. */
  read(account: string): Promise<Position | null>;
  /** As `Accounts.update`. */
  update<T>(account: string, change: (before: Position | null) => readonly [Position | null, T]): Promise<T>;
  /** Deletes it; says how many records went. */
  remove(account: string): Promise<number>;
}

/** Slack will not take this message as it is, now or later. Those after it need not wait for it. */
export class PostRefusedError extends Error {
  override readonly name = 'PostRefusedError';
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(`Slack takes no such message: ${code}`, options);
    this.code = code;
  }
}

/** Slack will take nothing more for this member, or for this workspace, until somebody does something about it. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
  readonly code: string;
  readonly scope: 'member' | 'workspace';

  constructor(scope: 'member' | 'workspace', code: string, options?: ErrorOptions) {
    super(`Slack takes nothing for this ${scope}: ${code}`, options);
    this.code = code;
    this.scope = scope;
  }
}

/** Slack takes nothing more for a while. What is to be said waits in the record until then. */
export class HeldOffError extends Error {
  override readonly name = 'HeldOffError';
  readonly until: Date;

  constructor(until: Date, options?: ErrorOptions) {
    super(`Slack takes nothing until ${until.toISOString()}`, options);
    this.until = until;
  }
}

export interface Messenger {
  /**
   * Says it. `again`: it may have been said before (a crash, a lost answer), so it is looked for first.
   * Throws a PostRefusedError when it will never be said, an UnreachableError when nothing will be until something
   * changes; any other error may be over the next time.
   */
  deliver(member: Member, post: Post, again: boolean): Promise<Receipt>;
  /** Folds the question in a message into a line for each answer. Doing it twice is harmless; failing to is too. */
  collapse(member: Member, where: { readonly inbox: string; readonly ts: string }, folded: Folded): Promise<void>;
}

/** What is left of a message whose question was answered: what the flow said in it, and the answers. */
export type Folded = { readonly beside: readonly Text[]; readonly taken: readonly Taken[] };

/** What the workspace knows of a person. */
export interface Directory {
  profile(memberId: string): Promise<Profile>;
  /**
   * Members of a workspace by what was written of them: an id, a mention, a handle or a name. Several where it fits
   * several, none where it fits nobody. Not every directory can look people up.
   */
  find?(team: string, written: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}
export type Profile = {
  readonly name: string;
  readonly locale: Locale;
  readonly zone: string;
  /** `stranger`: of another company, met by way of Slack Connect. */
  readonly kind: 'person' | 'guest' | 'stranger' | 'bot' | 'gone';
  /** Looks after the workspace in Slack: sees what could not be delivered. */
  readonly isAdmin?: boolean;
};

/** A text in a language. `escape` is applied to whatever a person wrote; the words of locales/ are left alone. */
export type Translate = (locale: Locale, text: Text, escape?: (words: string) => string) => string;
