import type { Member } from './member.ts';
import type { Receipt } from './ports.ts';

/** The member once these posts are said. A question that is no longer the open one leaves no trace. */
export function settled(member: Member, receipts: readonly Receipt[]): Member {
  const said = new Set(receipts.map(({ post }) => post));
  const asking = receipts.findLast(({ asks, post }) => asks && (member.asking === null || member.asking === post));
  return {
    ...member,
    outbox: member.outbox.filter(({ id }) => !said.has(id)),
    asked: asking ? { post: asking.post, inbox: asking.inbox, ts: asking.ts } : member.asked,
  };
}
