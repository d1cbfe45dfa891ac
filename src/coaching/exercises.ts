import type { Exercise } from './exercise.ts';
import { ELEMENTS, type Element } from './position.ts';

const ALL: readonly Exercise[] = [];

/** The exercises that there are, in the order in which they are best done. */
export const EXERCISES: readonly Exercise[] = ELEMENTS.flatMap((element) =>
  ALL.filter((one) => one.element === element),
);

export const exerciseOf = (element: Element): Exercise | undefined => EXERCISES.find((one) => one.element === element);

export const exerciseOfFlow = (flow: string): Exercise | undefined => EXERCISES.find((one) => one.flow === flow);
