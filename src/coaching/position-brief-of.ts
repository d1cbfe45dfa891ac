import { EXERCISES } from './exercises.ts';
import { type PositionBrief, TOPICS_AT_HAND } from './position-brief.ts';
import { freshOn, type Position, versionOf } from './position.ts';

const NOTHING: Omit<PositionBrief, 'account'> = {
  done: {},
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
};

/** What the daily work needs of a position. */
export function briefOf(position: Position): PositionBrief {
  const open = position.topics.filter(({ usedOn }) => usedOn === null);
  const parts = EXERCISES.map((exercise) => {
    const version = versionOf(position, exercise.element);
    return version ? exercise.brief(version) : {};
  });
  return Object.assign({ ...NOTHING, account: position.account }, ...parts, {
    done: doneIn(position),
    changedOn: changedIn(position),
    topics: open.slice(-TOPICS_AT_HAND).map(({ id, text, pillar }) => ({ id, text, pillar })),
    topicsOpen: open.length,
  });
}

/** When an element was last worked out anew, with a real reader behind it. */
function changedIn(position: Position): string | null {
  const met = versionOf(position, 'audience')?.evidence ?? null;
  const again = EXERCISES.flatMap(({ element }) => {
    const version = versionOf(position, element);
    const isAgain = (position.elements[element]?.versions.length ?? 0) > 1;
    return version && isAgain && (version.evidence ?? met) === 'observed' ? [version.on] : [];
  });
  return again.toSorted().at(-1) ?? null;
}

const doneIn = (position: Position): PositionBrief['done'] =>
  Object.fromEntries(
    EXERCISES.flatMap(({ element }) => {
      const version = versionOf(position, element);
      if (!version) return [];
      const { grade, evidence, flags } = version;
      return [[element, { on: freshOn(position, element) ?? version.on, grade, evidence, flags }] as const];
    }),
  );
