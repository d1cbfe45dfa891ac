import type { Coaching } from './decision.ts';
import type { Member } from './member.ts';
import type { Offer } from './nudge-rules.ts';
import { ruleOf } from './nudge-state.ts';
import type { Press } from './post.ts';

/** Buttons under a nudge that are another part's. */
const OF_OTHERS: Partial<Record<Offer['do'], Press['name']>> = {
  exercise: 'exercise',
  confirm: 'confirm-element',
  align: 'align',
  reply: 'reply',
  thank: 'thank',
};

/** Whoever does what a nudge suggests has not ignored it, also where its button is another part's. */
export function withNudgesHeard({ nudges: { rules } }: Coaching, member: Member, name: Press['name']): Member {
  const offering = new Set(
    rules.filter(({ offers }) => offers.some((offer) => OF_OTHERS[offer.do] === name)).map(({ id }) => id),
  );
  const heard = Object.entries(member.nudges).filter(([key, { isOpen }]) => isOpen && offering.has(ruleOf(key)));
  if (heard.length === 0) return member;
  const closed = heard.map(([key, state]) => [key, { ...state, isOpen: false, ignored: 0 }] as const);
  return { ...member, nudges: { ...member.nudges, ...Object.fromEntries(closed) } };
}
