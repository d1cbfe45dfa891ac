import type { Member } from './member.ts';
import type { NudgeRule } from './nudge-rules.ts';
import { stateKey, type NudgeState } from './nudge-state.ts';
import { lastSaid } from './nudge-state.ts';
import type { PressedOn } from './press-account.ts';
import { toSubject } from './subject.ts';

type Named = Pick<NudgeRule, 'id' | 'to'>;

/** What a button names. Of a manager's nudge the account comes first, so that nobody else can press it. */
export function nudgeSubject({ id, to }: Named, ids: readonly string[]): string {
  const [account = '', ...rest] = ids;
  return to === 'manager' ? toSubject(account, id, ...rest) : toSubject(id, ...ids);
}

export type Found = {
  readonly rule: NudgeRule;
  readonly ids: readonly string[];
  readonly key: string;
  readonly state: NudgeState;
  /** What the subject names after all of these. */
  readonly rest: readonly string[];
};

/** The nudge that a button was under: null unless it was said to this member. */
export function nudgeNamed(
  rules: readonly NudgeRule[],
  member: Member,
  { account, rest: [id, ...named] }: Pick<PressedOn, 'account' | 'rest'>,
): Found | null {
  const rule = rules.find((one) => one.id === id);
  if (!rule || (rule.to === 'manager') !== (account !== null) || (account && account.manager !== member.id))
    return null;
  const all = [...(account ? [account.id] : []), ...named];
  // The longest is the one meant: what an offer adds behind is no part of it.
  for (let length = all.length; length >= 0; length -= 1) {
    const ids = all.slice(0, length);
    const key = stateKey(rule.id, ids);
    const state = Object.hasOwn(member.nudges, key) ? member.nudges[key] : undefined;
    if (state && lastSaid(state) !== null) return { rule, ids, key, state, rest: all.slice(length) };
  }
  return null;
}
