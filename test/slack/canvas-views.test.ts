import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canvasParts } from '../../src/coaching/canvas-parts.ts';
import { canvasOf, type Sees } from '../../src/coaching/canvas.ts';
import { EXERCISES } from '../../src/coaching/exercises.ts';
import { homeOf } from '../../src/coaching/home-of.ts';
import { positionDocument } from '../../src/coaching/position-document.ts';
import { historyParts } from '../../src/coaching/position-history.ts';
import { managedParts, ownListParts } from '../../src/coaching/position-list.ts';
import { positionTable, versionsTable } from '../../src/coaching/position-tables.ts';
import { ELEMENTS, Topic, type Position } from '../../src/coaching/position.ts';
import { homeView } from '../../src/slack/views/home.ts';
import { partsMessage } from '../../src/slack/views/post.ts';
import { createSay } from '../../src/slack/views/say.ts';
import { fullPosition, fullVersion } from '../support/any-version.ts';
import { violations, viewViolations } from '../support/block-limits.ts';
import { LOCALES } from '../support/locales.ts';
import { positionOf } from '../support/positions.ts';
import { accountOf, coaching, memberOf, operatorOf, MANAGER } from '../support/weeks.ts';
import { HOSTILE } from './hostile.ts';

const TODAY = '2026-11-23';
const AT = new Date('2026-11-23T02:00:00Z');
const { world, translate } = coaching;

/** As the questions themselves take it: no answer is longer. */
const answered = fc
  .oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 80 }))
  .map((words) => words.slice(0, 600));
const locale = fc.constantFrom(...LOCALES);
const sees = fc.constantFrom<Sees>('all', 'shared');

const canvasFor = (position: Position, viewer: Sees, name: string) =>
  canvasOf(position, accountOf({ name }), { sees: viewer, today: TODAY, world });

it('has all seven exercises to show', () => {
  expect(EXERCISES.map(({ element }) => element)).toEqual([...ELEMENTS]);
});

describe('a canvas in Slack', () => {
  it('stays within its limits whatever was answered, in the message, the list and the history', () => {
    fc.assert(
      fc.property(answered, answered, locale, sees, (before, after, spoken, viewer) => {
        const position = fullPosition(before, after, { sharedOn: '2026-11-03' });
        const canvas = canvasFor(position, viewer, after);
        const said = [
          canvasParts(canvas, new Map(), new Set()),
          viewer === 'all' ? ownListParts(canvas, memberOf('T1:U1')) : managedParts([canvas]),
          historyParts(canvas, { position, world, element: null }),
          historyParts(canvas, { position, world, element: 'pillars' }),
        ];
        for (const parts of said) {
          const { text, blocks } = partsMessage(parts, createSay(translate, spoken));
          expect(violations(blocks)).toEqual([]);
          expect(text.length).toBeLessThanOrEqual(4_000);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stays within the limits of the Home tab, for an operator and for a manager of many accounts', () => {
    fc.assert(
      fc.property(answered, locale, (words, spoken) => {
        const position = fullPosition(words, words, { sharedOn: '2026-11-03' });
        const held = Array.from({ length: 20 }, (_, i) => ({
          account: accountOf({ id: `T1:${i}`, name: words }),
          position,
          names: new Map(),
        }));
        for (const member of [operatorOf(), memberOf(MANAGER, { welcomedOn: null })]) {
          const accounts = held.map(({ account }) => account);
          const home = homeOf(coaching, { member, accounts, held, workspace: null, all: [], at: AT });
          expect(viewViolations(homeView(home, createSay(translate, spoken)))).toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('what a manager is shown of the seven exercises', () => {
  const MARK = 'only-ours';

  it('has no word of what was not shared, neither of a first version nor of a later one', () => {
    const topics = [
      Topic.parse({ id: 't', text: MARK, pillar: MARK, source: 'audience', on: TODAY, by: 'T1:U1', usedOn: null }),
    ];
    const later = { ...fullPosition('shown', MARK, { sharedOn: '2026-11-03' }), topics };
    const never = { ...fullPosition(MARK, MARK), topics };
    for (const position of [later, never]) {
      const canvas = canvasFor(position, 'shared', 'Fewer Breakdowns');
      const shown = [
        canvas,
        canvasParts(canvas, new Map(), new Set()),
        historyParts(canvas, { position, world, element: null }),
        positionDocument(canvas, { position, world }),
        positionTable(canvas),
        versionsTable({ position, sees: 'shared', world }),
      ];
      expect(JSON.stringify(shown)).not.toContain(MARK);
    }
    expect(JSON.stringify(canvasFor(later, 'shared', ''))).toContain('shown');
    expect(JSON.stringify(canvasFor(later, 'all', ''))).toContain(MARK);
  });
});

it('tells every change of every exercise by a question that has words in both languages', () => {
  const canvas = canvasFor(fullPosition('was this', 'is that'), 'all', 'x');
  for (const { element, changes } of canvas.cards) {
    expect([element, changes.length > 0]).toEqual([element, true]);
    for (const { label, was, is } of changes)
      for (const spoken of LOCALES)
        for (const text of [label, was, is]) expect(() => text && translate(spoken, text)).not.toThrow();
  }
});

it('shows a version of which hardly anything was answered', () => {
  for (const element of ELEMENTS) {
    const version = { ...fullVersion(element, 'x'), answers: {} };
    const canvas = canvasFor(positionOf({ [element]: [version] }), 'all', 'x');
    const { blocks } = partsMessage(canvasParts(canvas, new Map(), new Set()), createSay(translate, 'zh-CN'));
    expect([element, violations(blocks)]).toEqual([element, []]);
  }
});
