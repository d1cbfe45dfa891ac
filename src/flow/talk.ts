import type { Session } from './session.ts';
import type { World } from './turn.ts';

/** One session in its world: what the inside of the engine hands from function to function. */
export type Talk = { readonly world: World; readonly session: Session };

/** The same talk with the session as it is now. */
export const withSession = ({ world }: Talk, session: Session): Talk => ({ world, session });
