import type { Account } from './account.ts';
import { dayOf } from './day.ts';
import type { Moment } from './decision.ts';
import { maturityParts } from './maturity-parts.ts';
import { standingOf } from './maturity-standing.ts';
import { calendarFor } from './member-calendar.ts';
import type { CheckIn, Member } from './member.ts';
import { ownBrief } from './own-brief.ts';
import type { Part } from './post.ts';

type Known = { readonly accounts: readonly Account[]; readonly checkIns: readonly CheckIn[] };

/** `/bearings level`: where the operator's account stands by what was recorded, and what would bring it further. */
export function maturityAside(member: Member, { accounts, checkIns }: Known, { at }: Pick<Moment, 'at'>): Part[] {
  const account = accounts.find(({ id }) => id === member.account);
  if (!account) {
    return [{ kind: 'text', text: { key: member.manages.length > 0 ? 'maturity.operators' : 'why-me.nobody-yet' } }];
  }
  const recorded = {
    today: dayOf(member, at),
    calendar: calendarFor(member),
    member,
    account,
    brief: ownBrief(member),
    checkIns,
  };
  return maturityParts(standingOf(recorded, member.maturity), account);
}
