/** A pillar as it is planned. `share`: of what comes out, 0 to 1. */
export type Planned = { readonly name: string; readonly share: number; readonly topics: readonly string[] };
export type Slot = { readonly pillar: string; readonly topic: string | null };

const WEEKS = 4;
/** More in four weeks are no plan for one person. */
const MOST = 24;

/**
 * Four weeks laid out: as many pieces of each pillar as its share comes to, spread over the weeks, its topics in their
 * order. A week may stay empty.
 */
export function weeksOf(pillars: readonly Planned[], perWeek: number): readonly (readonly Slot[])[] {
  const count = Math.min(MOST, Math.round(perWeek * WEEKS));
  const queue = inTurn(pillars, count);
  const used = new Map<string, number>();
  const weeks = Array.from({ length: WEEKS }, (): Slot[] => []);
  for (const [index, { name, topics }] of queue.entries()) {
    const nth = used.get(name) ?? 0;
    used.set(name, nth + 1);
    weeks[Math.floor((index * WEEKS) / count)]?.push({ pillar: name, topic: topics[nth] ?? null });
  }
  return weeks;
}

/** Each next piece is of the pillar that is furthest behind its share. */
function inTurn(pillars: readonly Planned[], count: number): Planned[] {
  const given = new Map<Planned, number>();
  return Array.from({ length: count }, (_, i) => {
    const behind = (pillar: Planned): number => pillar.share * (i + 1) - (given.get(pillar) ?? 0);
    const next = pillars.reduce<Planned | undefined>(
      (best, one) => (best === undefined || behind(one) > behind(best) ? one : best),
      undefined,
    );
    if (next) given.set(next, (given.get(next) ?? 0) + 1);
    return next;
  }).filter((pillar) => pillar !== undefined);
}
