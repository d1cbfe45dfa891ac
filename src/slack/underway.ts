/** Work that goes on after Slack has its answer. Whoever stops the bot waits for it. */
export type Underway = {
  add(member: string, work: Promise<unknown>): void;
  idle(): Promise<void>;
};

export function createUnderway(onFailure: (error: unknown, member: string) => void): Underway {
  const going = new Set<Promise<void>>();
  return {
    add(member, work) {
      const tracked = work.then(
        () => {},
        (error: unknown) => onFailure(error, member),
      );
      going.add(tracked);
      void tracked.finally(() => going.delete(tracked));
    },
    async idle() {
      while (going.size > 0) await Promise.all(going);
    },
  };
}
