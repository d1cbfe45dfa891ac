import type { Member } from './member.ts';
import { repositioned } from './position-change.ts';
import { newPosition, type Position } from './position.ts';

/** The account's position with what the member changed a moment ago and what is still on its way there. */
export const positionWithPending = (
  account: string,
  position: Position | null,
  { outbox }: Pick<Member, 'outbox'>,
): Position =>
  outbox
    .flatMap(({ then }) => then)
    .flatMap((one) => (one.kind === 'position' && one.account === account ? [one.change] : []))
    .reduce(repositioned, position ?? newPosition(account));
