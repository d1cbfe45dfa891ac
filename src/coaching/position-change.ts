import { z } from 'zod';

import { aligned, AlignmentChange } from './alignment-change.ts';
import { settledAfter } from './alignment-settled.ts';
import { Element, type Position, Topic, Trade, Version, versionOf } from './position.ts';

/** A change of a position that a turn of a member brings with it. Made twice, it is as if made once. */
export const PositionChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('trade'), trade: Trade }),
  /** An exercise was finished. */
  z.object({ kind: z.literal('version'), element: Element, version: Version }),
  /** Its operator shows a version to the manager. */
  z.object({ kind: z.literal('share'), element: Element, version: z.string(), on: z.string() }),
  /** Somebody looked at an element and says that it is still true. */
  z.object({ kind: z.literal('confirm'), element: Element, on: z.string() }),
  z.object({ kind: z.literal('topics'), topics: z.array(Topic) }),
  z.object({ kind: z.literal('topic-used'), topic: z.string(), on: z.string() }),
  /** It was not used on that day after all. */
  z.object({ kind: z.literal('topic-open'), topic: z.string(), on: z.string() }),
  /** One side did something about the alignment. */
  z.object({ kind: z.literal('alignment'), change: AlignmentChange }),
]);
export type PositionChange = z.infer<typeof PositionChange>;

/** Of each element. What was changed when can still be told; what is older is gone. */
const VERSIONS_KEPT = 6;
const TOPICS_KEPT = 80;

export function repositioned(position: Position, change: PositionChange): Position {
  switch (change.kind) {
    case 'trade':
      return { ...position, trade: change.trade };
    case 'version':
      return withVersion(position, change.element, change.version);
    case 'share':
      return withPart(position, change.element, (part) => ({
        ...part,
        versions: part.versions.map((one) =>
          one.id === change.version && one.sharedOn === null ? { ...one, sharedOn: change.on } : one,
        ),
      }));
    case 'confirm':
      return withPart(position, change.element, (part) => ({ ...part, confirmedOn: change.on }));
    case 'topics': {
      // An exercise that is done again brings its topics again.
      const isKnown = ({ id, text, source }: Topic): boolean =>
        position.topics.some(
          (one) => one.id === id || (source !== 'check-in' && one.source === source && one.text === text),
        );
      const added = change.topics.filter((topic) => !isKnown(topic));
      return { ...position, topics: [...position.topics, ...added].slice(-TOPICS_KEPT) };
    }
    case 'alignment': {
      const alignment = aligned(position.alignment, change.change);
      return { ...position, alignment, settled: settledAfter(position.settled, position.alignment, alignment) };
    }
    case 'topic-used':
      return {
        ...position,
        topics: position.topics.map((topic) =>
          topic.id === change.topic && topic.usedOn === null ? { ...topic, usedOn: change.on } : topic,
        ),
      };
    case 'topic-open':
      return {
        ...position,
        topics: position.topics.map((topic) =>
          topic.id === change.topic && topic.usedOn === change.on ? { ...topic, usedOn: null } : topic,
        ),
      };
  }
}

function withVersion(position: Position, element: Element, version: Version): Position {
  const part = position.elements[element] ?? { versions: [], confirmedOn: null };
  if (part.versions.some(({ id }) => id === version.id)) return position;
  const versions = [...part.versions, version].slice(-VERSIONS_KEPT);
  return { ...position, elements: { ...position.elements, [element]: { ...part, versions } } };
}

type Part = NonNullable<Position['elements'][Element]>;

/** An element that was never worked out has nothing to change. */
function withPart(position: Position, element: Element, change: (part: Part) => Part): Position {
  const part = position.elements[element];
  if (!part || !versionOf(position, element)) return position;
  return { ...position, elements: { ...position.elements, [element]: change(part) } };
}
