import type { Coach } from './coaching/coach.ts';

const EVERY_MS = 5_000;
/** Longer than any lease: those of a process that is gone. */
const ANY_LEASE_MS = 60 * 60 * 1_000;

export type Sweep = { stop(): Promise<void> };

type SweepOptions = {
  readonly isAlone: boolean;
  readonly now: () => Date;
  readonly onFailure: (error: unknown) => void;
};

/**
 * Says, every few seconds, what somebody kept and did not live to say. Alone on this Redis, nobody else can be
 * saying it at the start, so the first look does not wait for leases.
 */
export function createSweep(coach: Coach, { isAlone, now, onFailure }: SweepOptions): Sweep {
  let going: Promise<unknown> = Promise.resolve();
  const look = (aheadMs: number): void => {
    going = going.then(() => coach.recover(now(), new Date(now().getTime() + aheadMs))).catch(onFailure);
  };
  look(isAlone ? ANY_LEASE_MS : 0);
  const timer = setInterval(() => look(0), EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await going;
    },
  };
}
