import { plusDays } from '../calendar/local-date.ts';
import type { Member } from './member.ts';
import type { PositionBrief } from './position-brief.ts';

const IDLE_DAYS = 28;
/** Fewer pieces than these say nothing of any pillar. */
const PIECES_AT_LEAST = 4;

/**
 * A planned pillar without a piece in four weeks, in which there were some of others: the one that was to have the most.
 * What is to come but once or twice a year is not looked for.
 */
export function idlePillar(pillars: PositionBrief['pillars'], recent: Member['recent'], today: string): string | null {
  const written = recent
    .filter(({ date }) => date > plusDays(today, -IDLE_DAYS))
    .flatMap(({ items }) => items.map(({ pillar }) => pillar));
  if (written.length < PIECES_AT_LEAST) return null;
  const [idle] = pillars
    .filter(({ name, role }) => role !== 'hero' && !written.includes(name))
    .toSorted((one, other) => (other.share ?? 0) - (one.share ?? 0));
  return idle?.name ?? null;
}
