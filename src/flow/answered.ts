import type { AskStep } from './flow.ts';
import type { Session } from './session.ts';
import { toTaken } from './turn-end.ts';
import type { Taken, World } from './turn.ts';
import { walkAll } from './walk.ts';

/** The answers on the session's path in the order asked, ready to be shown, each with who may ever see it. Skips are left out. */
export const answered = (world: World, session: Session): readonly (Taken & Pick<AskStep, 'audience'>)[] =>
  walkAll({ world, session }).visits.flatMap((visit) => {
    const value = visit.given?.value ?? null;
    return value === null ? [] : [{ ...toTaken(visit, value), audience: visit.step.audience }];
  });
