import type { Account } from './account.ts';
import { withoutAlignment } from './alignment-note.ts';
import type { Member } from './member.ts';
import type { News } from './news.ts';

/** Our word for somebody whom the workspace does not have any more. */
export const LEFT = 'left';

/**
 * Somebody left the workspace: nothing comes for them any more, and nobody waits for them. What they gave stays until it
 * is as old as the workspace keeps things, or is deleted before.
 */
export const gone = (member: Member, on: string): Member => ({
  ...member.manages.reduce(withoutAlignment, member),
  account: null,
  manager: null,
  manages: [],
  session: null,
  heardAt: null,
  parked: [],
  askAgainAt: null,
  unreachable: { code: LEFT, since: on },
});

/** They are there again. Who runs what was settled without them meanwhile, and is settled anew. */
export const backAgain = (member: Member): Member =>
  member.unreachable?.code === LEFT ? { ...member, unreachable: null } : member;

/** The account without them. */
export const withoutMember = (account: Account, member: string): Account => ({
  ...account,
  operators: account.operators.filter((operator) => operator !== member),
  manager: account.manager === member ? null : account.manager,
});

/** Who is to know that somebody left, of this account: those who work with them. */
export function leavingNews(
  { id: account, name, operators, manager }: Account,
  who: string,
): readonly { readonly member: string; readonly news: News }[] {
  const others = operators.filter((operator) => operator !== who);
  const ofManager = others.map((member) => ({ member, news: { kind: 'manager-left', account, name, who } as const }));
  const ofOperator = {
    kind: 'operator-left',
    account,
    name,
    who,
    isAlone: others.length === 0,
  } as const;
  return [
    ...(manager === who ? ofManager : []),
    ...(operators.includes(who) && manager !== null && manager !== who ? [{ member: manager, news: ofOperator }] : []),
  ];
}
