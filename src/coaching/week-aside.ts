import type { Account } from './account.ts';
import { dayOf } from './day.ts';
import type { Coaching, Moment } from './decision.ts';
import type { CheckIn, Member } from './member.ts';
import type { Part } from './post.ts';
import { summaryDue } from './summary-due.ts';
import type { Decided } from './take.ts';

type Known = { readonly accounts: readonly Account[]; readonly checkIns: readonly CheckIn[] };

/** `/bearings week`: the week so far, as its summary will tell it, for their own eyes. */
export function weekAside(coaching: Coaching, member: Member, known: Known, moment: Moment): Decided<readonly Part[]> {
  if (member.account === null) {
    return {
      member,
      parts: [],
      result: [{ kind: 'text', text: { key: member.manages.length > 0 ? 'why-me.manager' : 'why-me.nobody-yet' } }],
    };
  }
  const occurrence = { routine: 'summary', subject: null, date: dayOf(member, moment.at), at: moment.at } as const;
  const { member: after, parts } = summaryDue(coaching, member, { occurrence, ...known }, moment);
  return { member: after, parts: [], result: parts };
}
