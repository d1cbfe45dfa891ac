import { type Element, newPosition, versionOf } from '../../src/coaching/position.ts';
import { createManaged } from './managing.ts';
import { OPERATOR } from './weeks.ts';

const ACCOUNT = 'T1:a';
type Managed = Awaited<ReturnType<typeof createManaged>>;
type Known = Parameters<typeof createManaged>[0];

/** An operator who has begun an exercise and given these answers. */
export async function createExercising(element: Element, answers: readonly string[], known: Known = {}) {
  const stage = await createManaged(known);
  await stage.press(OPERATOR, 'exercise', element);
  await stage.type(OPERATOR, ...answers);
  const position = async () => (await stage.positions.read(ACCOUNT)) ?? newPosition(ACCOUNT);
  return {
    since: (id: string) => stage.since(id),
    linesTo: (id: string) => stage.linesTo(id),
    press: (...all: Parameters<Managed['press']>) => stage.press(...all),
    type: (...all: Parameters<Managed['type']>) => stage.type(...all),
    checkIn: (...all: Parameters<Managed['checkIn']>) => stage.checkIn(...all),
    hearAt: (...all: Parameters<Managed['hearAt']>) => stage.hearAt(...all),
    member: (id: string) => stage.member(id),
    account: () => stage.account(),
    position,
    /** What the exercise came to by now; null while it was never finished. */
    version: async () => versionOf(await position(), element),
  };
}
