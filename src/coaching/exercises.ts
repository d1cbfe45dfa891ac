import { audience } from './exercise-audience.ts';
import { difference } from './exercise-difference.ts';
import { goals } from './exercise-goals.ts';
import { pillars } from './exercise-pillars.ts';
import { purpose } from './exercise-purpose.ts';
import { team } from './exercise-team.ts';
import { voice } from './exercise-voice.ts';
import type { Exercise } from './exercise.ts';
import { ELEMENTS, type Element } from './position.ts';

const ALL: readonly Exercise[] = [purpose, audience, difference, pillars, goals, voice, team];

/** The exercises that there are, in the order in which they are best done. */
export const EXERCISES: readonly Exercise[] = ELEMENTS.flatMap((element) =>
  ALL.filter((one) => one.element === element),
);

export const exerciseOf = (element: Element): Exercise | undefined => EXERCISES.find((one) => one.element === element);

export const exerciseOfFlow = (flow: string): Exercise | undefined => EXERCISES.find((one) => one.flow === flow);
