import type { PositionBrief } from '../../src/coaching/position-brief.ts';
import type { Element } from '../../src/coaching/position.ts';
import { ID } from './nudged.ts';

type Done = Partial<Record<Element, string>>;

/** A brief of the account of `support/nudged.ts` with so much known; `done`: by element, when. */
export const briefOf = (known: Partial<Omit<PositionBrief, 'done'>> = {}, done: Done = {}): PositionBrief => ({
  account: ID,
  reader: null,
  jobs: [],
  pillars: [],
  promoShare: null,
  perWeek: null,
  assets: [],
  lead: null,
  hasBaseline: false,
  hours: null,
  solo: false,
  uncovered: [],
  dropped: [],
  departments: null,
  changedOn: null,
  topics: [],
  topicsOpen: 0,
  alignment: null,
  aligned: null,
  contradicted: [],
  ...known,
  done: Object.fromEntries(
    Object.entries(done).map(([element, on]) => [element, { on, grade: 'sharp', evidence: null, flags: [] }]),
  ),
});

/** Planned to be so much of what comes out, 0 to 1. */
export const pillar = (name: string, share: number | null, role: 'help' | 'hub' | 'hero' = 'help') => ({
  name,
  question: null,
  role,
  share,
});

export const topic = (id: string, text: string, of: string | null = null) => ({ id, text, pillar: of });
