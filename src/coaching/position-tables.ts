import { personText } from '../flow/step-text.ts';
import { literal, type Text } from '../flow/text.ts';
import type { World } from '../flow/turn.ts';
import { labelOf } from './canvas-changes.ts';
import { elementText, stateText } from './canvas-words.ts';
import type { Canvas, Sees } from './canvas.ts';
import type { Exercise } from './exercise.ts';
import { EXERCISES } from './exercises.ts';
import { answersOf } from './position-answers.ts';
import type { Position, Topic, Version } from './position.ts';

/** Null: there is nothing to be said. A date is said as YYYY-MM-DD, so that it can be sorted. */
type Cell = Text | readonly Text[] | null;
export type Table = { readonly header: readonly Text[]; readonly rows: readonly (readonly Cell[])[] };

const headed = (names: readonly string[], rows: Table['rows']): Table => ({
  header: names.map((name) => ({ key: `position.table.${name}` })),
  rows,
});
const dateCell = (date: string | null): Cell => (date === null ? null : literal(date));
const personCell = (member: string | null): Cell => (member === null ? null : personText(member));

/** Each element as it stands, in a row. */
export const positionTable = ({ cards, sees }: Canvas): Table =>
  headed(
    ['element', 'text', 'state', 'by', 'on', 'confirmed', 'shared'],
    cards.map((card) => [
      elementText(card.element),
      card.lines,
      stateText(card, { sees, isOpen: false }),
      personCell(card.version?.by ?? null),
      dateCell(card.version?.on ?? null),
      dateCell(card.confirmedOn),
      dateCell(card.version?.sharedOn ?? null),
    ]),
  );

type Of = { readonly position: Position; readonly sees: Sees; readonly world: World };

/** Every version that the viewer may see, oldest first, with what it says: by question for those who answered them. */
export const versionsTable = (of: Of, exercises: readonly Exercise[] = EXERCISES): Table =>
  headed(
    ['element', 'on', 'by', 'shared', 'question', 'answer'],
    exercises.flatMap((exercise) =>
      versionsIn(of, exercise).flatMap((version) => {
        const { on, by, sharedOn } = version;
        const first = [elementText(exercise.element), dateCell(on), personCell(by), dateCell(sharedOn)];
        return saidIn(of, exercise, version).map((said) => [...first, ...said]);
      }),
    ),
  );

/** The versions of an element that the viewer may see, oldest first. */
export const versionsIn = (
  { position, sees }: Pick<Of, 'position' | 'sees'>,
  { element }: Exercise,
): readonly Version[] =>
  (position.elements[element]?.versions ?? []).filter(({ sharedOn }) => sees === 'all' || sharedOn !== null);

/** What a version says: the answers, or, for whoever it was shown to, the lines that were shown. */
const saidIn = ({ sees, world }: Of, exercise: Exercise, version: Version): readonly (readonly [Cell, Cell])[] =>
  sees === 'all'
    ? answersOf(world, exercise, version).map((answer) => [labelOf(answer), answer.value])
    : exercise.sheet(version).lines.map((line) => [null, line]);

export const topicsTable = (topics: readonly Topic[]): Table =>
  headed(
    ['topic', 'pillar', 'source', 'noted', 'by', 'used'],
    topics.map(({ text, pillar, source, on, by, usedOn }) => [
      literal(text),
      pillar === null ? null : literal(pillar),
      source === 'check-in' ? { key: 'position.table.check-in' } : elementText(source),
      dateCell(on),
      personCell(by),
      dateCell(usedOn),
    ]),
  );

/** All that both sides agreed on, oldest first. */
export const decisionsTable = ({ agreed: { log } }: Canvas): Table =>
  headed(
    ['matter', 'decision', 'in-hand', 'agreed-on'],
    log.map(({ matter, value, inHand, on }) => [matter, value, inHand, dateCell(on)]),
  );
