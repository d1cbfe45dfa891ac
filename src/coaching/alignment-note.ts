import type { Session } from '../flow/session.ts';
import { ranksFollowersFirst } from './alignment-gaps.ts';
import type { Round } from './alignment.ts';
import { ALIGNMENT, SETTLE } from './flow-ids.ts';
import type { Member } from './member.ts';

/** What a manager's own record has of the alignment of an account: so much, and only of what is theirs. */
type Note = Member['alignment'][string];

const NOTHING: Note = { askedOn: null, followersFirst: false };

export const noteOf = ({ alignment }: Pick<Member, 'alignment'>, account: string): Note =>
  (Object.hasOwn(alignment, account) ? alignment[account] : undefined) ?? NOTHING;

/** Their eight questions wait since this day; null: they do not, or not any more. */
export const withAsked = (member: Member, account: string, askedOn: string | null): Member =>
  noteOf(member, account).askedOn === askedOn ? member : noted(member, account, { askedOn });

/** What the comparison showed: whether followers came first for them, and not for the operator. */
export const withCompared = (member: Member, account: string, { sides: { operator, manager } }: Round): Member =>
  noted(member, account, {
    askedOn: null,
    followersFirst: ranksFollowersFirst(manager.answers ?? {}, operator.answers ?? {}),
  });

const noted = (member: Member, account: string, change: Partial<Note>): Member => ({
  ...member,
  alignment: { ...member.alignment, [account]: { ...noteOf(member, account), ...change } },
});

const FLOWS: ReadonlySet<string> = new Set([ALIGNMENT.manager, SETTLE.manager]);

/** They answer for the account no longer: nothing of it is noted, and what was open about it is over. */
export function withoutAlignment(member: Member, account: string): Member {
  const { [account]: _, ...alignment } = member.alignment;
  const isOver = ({ flow, facts }: Session): boolean => FLOWS.has(flow) && facts['account'] === account;
  const parked = member.parked.filter((one) => !isOver(one));
  const after = { ...member, alignment, parked };
  return member.session && isOver(member.session)
    ? { ...after, session: null, heardAt: null, askAgainAt: null }
    : after;
}
