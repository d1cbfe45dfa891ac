import type { Account } from './account.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import type { CheckIn, Member } from './member.ts';
import type { Occurrence } from './routines.ts';

/** What carrying out an occurrence may look at: the accounts that the member runs or answers for. */
export type Context = {
  readonly occurrence: Occurrence;
  readonly accounts: readonly Account[];
  /** Of the last two weeks, oldest first; only the summary is given any. */
  readonly checkIns: readonly CheckIn[];
};

/** Says what an occurrence has to say. That it was carried out is noted by whoever calls it. */
export type Carry = (coaching: Coaching, member: Member, context: Context, moment: Moment) => Decision;
