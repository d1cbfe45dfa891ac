import type { Names } from './named.ts';
import type { Directory } from './ports.ts';
import type { Position } from './position.ts';

/** Names of all people in a position, by their id on the surface. Whom the workspace tells us nothing of has none. */
export const createPositionNames =
  (directory: Directory) =>
  async (position: Position): Promise<Names> => {
    const named = await Promise.all(
      peopleIn(position).map((member) =>
        directory.profile(member).then(
          ({ name }) => [[member.split(':').at(-1) ?? member, name] as const],
          () => [],
        ),
      ),
    );
    return new Map(named.flat());
  };

function peopleIn({ elements, topics, settled, alignment }: Position): string[] {
  const versions = Object.values(elements).flatMap((part) => part?.versions ?? []);
  const answered = versions.flatMap(({ answers }) => Object.values(answers).flatMap(({ value }) => memberIn(value)));
  const agreed = [
    ...Object.values(settled).flatMap((one) => (one ? [one.operator, one.manager] : [])),
    ...(alignment?.decisions ?? []).flatMap((one) => [one.proposedBy, ...(one.agreed ? [one.agreed.by] : [])]),
  ];
  return [...new Set([...versions.map(({ by }) => by), ...topics.map(({ by }) => by), ...answered, ...agreed])];
}

const memberIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && 'member' in value && typeof value.member === 'string'
    ? [value.member]
    : [];
