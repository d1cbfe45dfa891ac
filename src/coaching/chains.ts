type OnFailure = (error: unknown, member: string) => void;

/** Work for one member is done in order, for different members side by side. */
export function createChains(onFailure: OnFailure) {
  const chains = new Map<string, Promise<void>>();
  return {
    add(member: string, work: () => Promise<void>): Promise<void> {
      const before = chains.get(member) ?? Promise.resolve();
      const after = before.then(work).catch((error: unknown) => onFailure(error, member));
      chains.set(member, after);
      void after.finally(() => chains.get(member) === after && chains.delete(member));
      return after;
    },
    async idle(): Promise<void> {
      while (chains.size > 0) await Promise.all(chains.values());
    },
  };
}
