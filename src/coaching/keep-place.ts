import type { Session } from '../flow/session.ts';
import type { Member } from './member.ts';

/** So many conversations wait to be gone on with. */
export const PARKED_KEPT = 12;

/** Stopped, a conversation goes on where it was left when it is begun again: if anything was said in it. */
export const withPlaceKept = (member: Member, session: Session): Member =>
  Object.values(session.answers).some(({ preset }) => preset !== true)
    ? { ...member, parked: [...member.parked, session].slice(-PARKED_KEPT) }
    : member;
