import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canvasParts } from '../../src/coaching/canvas-parts.ts';
import { exportedParts } from '../../src/coaching/canvas-press.ts';
import { canvasOf } from '../../src/coaching/canvas.ts';
import { positionDocument } from '../../src/coaching/position-document.ts';
import { historyParts } from '../../src/coaching/position-history.ts';
import { decisionsTable, positionTable, topicsTable, versionsTable } from '../../src/coaching/position-tables.ts';
import { ELEMENTS, type Position, Topic, type Version } from '../../src/coaching/position.ts';
import { EXERCISES, positionOf, versionOf, world } from '../support/positions.ts';
import { accountOf, sayIn } from '../support/weeks.ts';

const MARK = 'only-ours';
const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-0${1 + (date % 9)}-${String(date).padStart(2, '0')}`);

/** Versions of one element: what was not shared has the mark in each of its answers. */
const versions = fc.array(fc.record({ on: day, sharedOn: fc.option(day), words: fc.string({ maxLength: 20 }) }), {
  maxLength: 5,
});

const position: fc.Arbitrary<Position> = fc
  .record({
    all: fc.array(versions, { minLength: ELEMENTS.length, maxLength: ELEMENTS.length }),
    confirmed: fc.option(day),
    topics: fc.nat(3),
  })
  .map(({ all, confirmed, topics }) => {
    const parts = ELEMENTS.map((element, i) => {
      const made = (all[i] ?? []).map(({ on, sharedOn, words }, n): Version => {
        const what = sharedOn === null ? `${MARK} ${words}` : words;
        return versionOf(`${element}-${n}`, { what, why: what }, { on, sharedOn, grade: n % 2 ? 'vague' : 'sharp' });
      });
      return [element, { versions: made, confirmedOn: confirmed }] as const;
    });
    return {
      ...positionOf({}),
      elements: Object.fromEntries(parts.filter(([, part]) => part.versions.length > 0)),
      topics: Array.from({ length: topics }, (_, i) =>
        Topic.parse({
          id: `${i}`,
          text: MARK,
          pillar: MARK,
          source: 'audience',
          on: '2026-11-02',
          by: 'T1:U1',
          usedOn: null,
        }),
      ),
    };
  });

/** The same, had its operators never worked out what they have not shared. */
const onlyShared = (from: Position): Position => ({
  ...from,
  topics: [],
  elements: Object.fromEntries(
    Object.entries(from.elements).flatMap(([element, { versions: all, confirmedOn }]) => {
      const shared = all.filter(({ sharedOn }) => sharedOn !== null);
      const isLastShared = all.at(-1)?.sharedOn != null;
      return shared.length > 0 ? [[element, { versions: shared, confirmedOn: isLastShared ? confirmedOn : null }]] : [];
    }),
  ),
});

/** All that a manager can be shown, drawn or handed of a position. */
function shownToManager(of: Position): unknown {
  const account = accountOf();
  const canvas = canvasOf(of, account, { sees: 'shared', today: '2026-11-23', world }, EXERCISES);
  return {
    canvas,
    message: canvasParts(canvas, new Map(), new Set()),
    history: historyParts(canvas, { position: of, world, element: null }, EXERCISES),
    ofOne: historyParts(canvas, { position: of, world, element: 'purpose' }, EXERCISES),
    files: exportedParts(canvas, { account, position: of, names: new Map() }, sayIn('en')),
    document: positionDocument(canvas, { position: of, world }, EXERCISES),
    tables: [
      positionTable(canvas),
      versionsTable({ position: of, sees: 'shared', world }, EXERCISES),
      decisionsTable(canvas),
    ],
  };
}

describe('what a manager is shown of a position', () => {
  it('is the same as if nothing had been worked out that was not shared', () => {
    fc.assert(
      fc.property(position, (of) => {
        expect(shownToManager(of)).toEqual(shownToManager(onlyShared(of)));
      }),
      { numRuns: 200 },
    );
  });

  it('has no word of what was not shared, neither in the message nor in the picture nor in a file', () => {
    fc.assert(
      fc.property(position, (of) => {
        expect(JSON.stringify(shownToManager(of))).not.toContain(MARK);
      }),
      { numRuns: 200 },
    );
  });

  it('is looked for in the right place: an operator is shown all of it', () => {
    const secret = versionOf('v', { what: MARK, why: MARK });
    const of = positionOf({ purpose: [secret] });
    const canvas = canvasOf(of, accountOf(), { sees: 'all', today: '2026-11-23', world }, EXERCISES);
    for (const shown of [
      canvasParts(canvas, new Map(), new Set()),
      positionDocument(canvas, { position: of, world }, EXERCISES),
      positionTable(canvas),
      versionsTable({ position: of, sees: 'all', world }, EXERCISES),
    ])
      expect(JSON.stringify(shown)).toContain(MARK);
    expect(topicsTable([]).rows).toEqual([]);
  });
});
