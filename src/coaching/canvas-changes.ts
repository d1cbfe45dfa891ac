import { literal, type Text } from '../flow/text.ts';
import type { World } from '../flow/turn.ts';
import { firstOf } from './check-in-facts.ts';
import type { Exercise } from './exercise.ts';
import { answersOf, type Answer } from './position-answers.ts';
import type { Version } from './position.ts';

/** One answer that is another than it was. Null: there was none, or there is none any more. */
export type Change = { readonly label: Text; readonly was: Text | null; readonly is: Text | null };

type Pair = { readonly before: Version; readonly after: Version };

/** What changed from one version of an element to another, by the labels of its questions, in the order asked. */
export function changesBetween(
  world: World,
  exercise: Pick<Exercise, 'flow'>,
  { before, after }: Pair,
): readonly Change[] {
  const was = answersOf(world, exercise, before);
  const is = answersOf(world, exercise, after);
  const gone = was.filter(({ address }) => !is.some((one) => one.address === address));
  return [
    ...is.flatMap((answer) =>
      changeOf(
        was.find(({ address }) => address === answer.address),
        answer,
      ),
    ),
    ...gone.map((answer): Change => ({ label: labelOf(answer), was: answer.value, is: null })),
  ];
}

const changeOf = (was: Answer | undefined, is: Answer): Change[] =>
  JSON.stringify(was?.value) === JSON.stringify(is.value)
    ? []
    : [{ label: labelOf(is), was: was?.value ?? null, is: is.value }];

/** The question, with a number where it is asked several times. */
export const labelOf = ({ label, round }: Answer): Text =>
  round === null ? label : { key: 'position.round', values: { label, round } };

/** The change in a line: what was and what is, each as much as a glance takes. */
export const changeLine = ({ label, was, is }: Change): Text => ({
  key: 'position.change',
  values: { label, was: shortened(was), is: shortened(is) },
});

const shortened = (value: Text | null): Text => {
  if (value === null) return { key: 'position.nothing' };
  const { text } = value.values ?? {};
  return value.key === 'literal' && typeof text === 'string' ? literal(firstOf(text)) : value;
};
