import type { Clock } from './clock.ts';
import { createMoves, type Move, type Plan, type Step } from './moves.ts';
import { PERSONS, type Person } from './page/people.ts';
import type { Scene } from './scene.ts';

/** What the page shows of the clock. */
export type TimeShown = {
  readonly aheadMs: number;
  readonly zone: string;
  /** What is moving it just now: nobody may, meanwhile. */
  readonly moving: Move | 'example' | null;
  /** To whom something was said by the last move; null before the first. */
  readonly came: readonly Person[] | null;
};

export type Time = {
  shown(): TimeShown;
  /** False: somebody is moving it already. */
  move(to: Move): Promise<boolean>;
  /** Lets nobody else move it while the example company lives. */
  during(work: (step: Step) => Promise<void>): Promise<void>;
};

type World = { readonly clock: Clock; readonly plan: () => Plan | null; readonly zone: string; readonly scene: Scene };

export function createTime({ clock, plan, zone, scene }: World): Time {
  let moving: TimeShown['moving'] = null;
  let came: TimeShown['came'] = null;
  const heard = (person: Person): number =>
    scene.desks()[person].messages.filter(({ author, ephemeral }) => author === 'bot' && !ephemeral).length;
  const said = (): number => PERSONS.reduce((sum, person) => sum + heard(person), 0);
  const moves = createMoves({ clock, plan, zone, said, onMove: () => tell() });
  const shown = (): TimeShown => ({ aheadMs: clock.now().getTime() - Date.now(), zone, moving, came });
  const tell = (): void => scene.tell({ kind: 'time', time: shown() });

  const whileMoving = async (by: Move | 'example', work: () => Promise<void>): Promise<void> => {
    moving = by;
    tell();
    try {
      await work();
    } finally {
      moving = null;
      tell();
    }
  };

  return {
    shown,
    async move(to) {
      if (moving !== null) return false;
      const before = new Map(PERSONS.map((person) => [person, heard(person)]));
      came = null;
      await whileMoving(to, async () => {
        await moves.move(to);
        came = PERSONS.filter((person) => heard(person) > (before.get(person) ?? 0));
      });
      return true;
    },
    during: (work) => whileMoving('example', () => work(moves.step)),
  };
}
