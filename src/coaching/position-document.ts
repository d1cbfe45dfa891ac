import { shortDayText, type Text } from '../flow/text.ts';
import type { World } from '../flow/turn.ts';
import { agreedText } from './canvas-agreed.ts';
import { changeLine, labelOf } from './canvas-changes.ts';
import { elementText, progressText, stateText, titleText, whoText } from './canvas-words.ts';
import type { Canvas, Card } from './canvas.ts';
import type { Exercise } from './exercise.ts';
import { EXERCISES } from './exercises.ts';
import { answersOf } from './position-answers.ts';
import { versionsIn } from './position-tables.ts';
import type { Position } from './position.ts';

/** A line of a document: a heading of a level, an item of a list, or a note. */
export type Line = {
  readonly kind: 'heading-1' | 'heading-2' | 'heading-3' | 'item' | 'inner' | 'note';
  readonly text: Text;
};

type Kind = Line['kind'];
const all = (kind: Kind, texts: readonly Text[]): Line[] => texts.map((text) => ({ kind, text }));
const key = (kind: Kind, name: string): Line => ({ kind, text: { key: name } });

type Of = { readonly position: Position; readonly world: World };

/** The whole position as a document, for the canvas's viewer: the elements, what was agreed, topics, and all versions. */
export function positionDocument(canvas: Canvas, of: Of, exercises: readonly Exercise[] = EXERCISES): Line[] {
  const { today, sees, cards } = canvas;
  const dated: Text = {
    key: 'position.chart.note',
    values: { progress: progressText(canvas), day: shortDayText(today) },
  };
  return [
    { kind: 'heading-1', text: titleText(canvas) },
    { kind: 'note', text: dated },
    ...cards.flatMap((card) => cardLines(card, sees)),
    ...agreedLines(canvas),
    ...(sees === 'all' ? topicLines(of.position) : []),
    ...versionLines(canvas, of, exercises),
  ];
}

const cardLines = (card: Card, sees: Canvas['sees']): Line[] => [
  { kind: 'heading-2', text: elementText(card.element) },
  ...(card.version
    ? [...all('item', card.lines), ...all('note', [...card.small, ...whoText(card, sees)])]
    : all('note', [stateText(card, { sees, isOpen: false })])),
  ...(card.changes.length === 0 || card.changedFrom === null
    ? []
    : [
        {
          kind: 'heading-3',
          text: { key: 'position.changed-heading', values: { day: shortDayText(card.changedFrom) } },
        } as const,
        ...all('item', card.changes.map(changeLine)),
      ]),
];

const agreedLines = ({ agreed: { settled } }: Canvas): Line[] =>
  settled.length === 0 ? [] : [key('heading-2', 'position.agreed'), ...all('item', settled.map(agreedText))];

function topicLines({ topics }: Position): Line[] {
  const open = topics.filter(({ usedOn }) => usedOn === null);
  const lines = open.map(({ text, pillar }): Text => ({
    key: 'position.topic',
    values: { text, sorted: pillar === null ? 'no' : 'yes', pillar: pillar ?? '' },
  }));
  return lines.length === 0 ? [] : [key('heading-2', 'position.topics'), ...all('item', lines)];
}

function versionLines({ sees }: Canvas, { position, world }: Of, exercises: readonly Exercise[]): Line[] {
  const lines = exercises.flatMap((exercise) => {
    const versions = versionsIn({ position, sees }, exercise).toReversed();
    if (versions.length === 0) return [];
    const told = versions.flatMap((version): Line[] => [
      ...all('item', whoText({ version, confirmedOn: null }, sees)),
      ...all(
        'inner',
        sees === 'all'
          ? answersOf(world, exercise, version).map((answer): Text => ({
              key: 'position.answer',
              values: { label: labelOf(answer), value: answer.value },
            }))
          : exercise.sheet(version).lines,
      ),
    ]);
    return [{ kind: 'heading-3' as const, text: elementText(exercise.element) }, ...told];
  });
  return lines.length === 0 ? [] : [key('heading-2', 'position.versions'), ...lines];
}
