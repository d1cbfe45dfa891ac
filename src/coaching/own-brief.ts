import type { Member } from './member.ts';
import type { PositionBrief } from './position-brief.ts';

/** The brief of the account that the member runs; one of an account that they ran before is none. */
export const ownBrief = ({ position, account }: Pick<Member, 'position' | 'account'>): PositionBrief | null =>
  position !== null && position.account === account ? position : null;
