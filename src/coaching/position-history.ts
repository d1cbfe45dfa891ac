import type { Text } from '../flow/text.ts';
import type { World } from '../flow/turn.ts';
import { changeLine, changesBetween } from './canvas-changes.ts';
import { elementText, titleText, whoText } from './canvas-words.ts';
import type { Canvas } from './canvas.ts';
import type { Exercise } from './exercise.ts';
import { EXERCISES } from './exercises.ts';
import { versionsIn } from './position-tables.ts';
import type { Element, Position } from './position.ts';
import type { Part } from './post.ts';

/** Of each element, where all of them are told; of one, all that are kept. */
const VERSIONS_SHOWN = 2;
const CHANGES_SHOWN = 4;

type Of = { readonly position: Position; readonly world: World; readonly element: Element | null };

/** Who changed what and when, newest first: of one element, or the latest of each. A manager sees what was shared. */
export function historyParts(canvas: Canvas, of: Of, exercises: readonly Exercise[] = EXERCISES): Part[] {
  const blocks = exercises
    .filter(({ element }) => of.element === null || of.element === element)
    .flatMap((exercise) => {
      const lines = linesOf(canvas, of, exercise);
      return lines.length === 0 ? [] : [blockOf(elementText(exercise.element), lines)];
    });
  if (blocks.length > 0) return [blockOf(titleText(canvas), []), ...blocks];
  return [{ kind: 'text', text: { key: canvas.sees === 'all' ? 'position.no-versions' : 'position.empty-shared' } }];
}

const blockOf = (heading: Text, lines: Text[]): Part => ({ kind: 'block', heading, lines, small: [], presses: [] });

function linesOf({ sees }: Canvas, { position, world, element }: Of, exercise: Exercise): Text[] {
  const versions = versionsIn({ position, sees }, exercise);
  const isOne = element !== null;
  return versions
    .map((version, i): Text[] => {
      const before = sees === 'all' ? versions[i - 1] : undefined;
      const changes = before ? changesBetween(world, exercise, { before, after: version }) : [];
      const shown = isOne ? changes : changes.slice(0, CHANGES_SHOWN);
      return [
        ...whoText({ version, confirmedOn: null }, sees).map((who): Text => ({
          key: 'position.version',
          values: { who },
        })),
        ...shown.map((change): Text => ({ key: 'position.version-change', values: { change: changeLine(change) } })),
        ...(before && changes.length === 0 ? [{ key: 'position.version-same' }] : []),
        ...(changes.length > shown.length
          ? [{ key: 'position.version-more', values: { count: changes.length - shown.length } }]
          : []),
      ];
    })
    .slice(isOne ? 0 : -VERSIONS_SHOWN)
    .toReversed()
    .flat();
}
