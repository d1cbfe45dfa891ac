import type { Account } from './account.ts';
import type { Coaching, Decision, Moment } from './decision.ts';
import type { Member } from './member.ts';
import type { Press } from './post.ts';

/** A button that is about an account. `account`: the one its subject names, if the member runs it or answers for it. */
export type PressedOn = {
  readonly name: Press['name'];
  /** What the subject names after the account. */
  readonly rest: readonly string[];
  readonly account: Account | null;
};

export type PressRule = (coaching: Coaching, member: Member, pressed: PressedOn, moment: Moment) => Decision;

export const oldButton = (member: Member): Decision => ({
  member,
  parts: [{ kind: 'text', text: { key: 'conversation.old-button' } }],
});
