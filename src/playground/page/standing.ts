import type { Block, Element } from '../block.ts';
import type { Place } from './place.ts';

/** An element with its surroundings. `id`: of a field, so that its label points to it. */
export type Standing = {
  readonly place: Place;
  readonly block: Block;
  readonly element: Element;
  readonly id?: string;
};

/** The chosen ones with this one added, or without it. */
export const toggled = (chosen: string | readonly string[] | null, value: string): string[] => {
  const all = Array.isArray(chosen) ? chosen.filter((one): one is string => typeof one === 'string') : [];
  return all.includes(value) ? all.filter((one) => one !== value) : [...all, value];
};
