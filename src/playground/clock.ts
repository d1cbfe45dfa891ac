/** The playground's own time: the machine's, and as far from it as somebody moved it. Once begun it only goes forward. */
export type Clock = {
  readonly now: () => Date;
  /** Makes it this time now; an earlier one changes nothing. */
  moveTo(at: Date): Promise<void>;
  /** Makes it any time now. For a company of whom nothing is known yet. */
  begin(at: Date): Promise<void>;
};

type World = {
  /** How far ahead it was when it was last kept, in ms; below nothing: behind. */
  readonly aheadMs: number;
  readonly keep: (aheadMs: number) => Promise<void>;
};

export function createClock({ aheadMs, keep }: World): Clock {
  let ahead = aheadMs;
  const now = (): Date => new Date(Date.now() + ahead);
  const set = async (at: Date): Promise<void> => {
    ahead += at.getTime() - now().getTime();
    await keep(ahead);
  };
  return {
    now,
    async moveTo(at) {
      if (at > now()) await set(at);
    },
    begin: set,
  };
}
