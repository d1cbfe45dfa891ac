import { ACTION, fromBlockId, toValue } from '../slack/ids.ts';
import type { Block, Choices, Chosen, Element } from './block.ts';
import type { Entry } from './journal.ts';

export type Found = { readonly block: Block; readonly element: Element };
export type Pressing = Found & { readonly chosen: Chosen; readonly choices: Choices };

/** The first element of a message that is such. */
export const find = ({ blocks }: Entry, test: (element: Element) => boolean): Found | undefined =>
  blocks
    .flatMap((block) => [block.accessory, ...(block.elements ?? [])].map((element) => ({ block, element })))
    .flatMap(({ block, element }) => (element && test(element) ? [{ block, element }] : []))
    .at(0);

/** Which question a message asks. */
export const addressIn = ({ blocks }: Entry): string | undefined =>
  blocks.flatMap(({ block_id: id }) => fromBlockId(id) ?? []).at(-1)?.address;

/**
 * How a person would give this answer to the question in a message: with a button, out of a menu, with boxes and *Done*.
 * Undefined: by typing it. Options go by their ids, those of a list that is not known beforehand by their places.
 */
export function pressingOf(entry: Entry, answer: string): Pressing | undefined {
  const values = new Set([toValue(answer), ...(/^\d+$/.test(answer) ? [toValue(Number(answer))] : [])]);
  const button = find(entry, (one) => isOfAnswer(one) && one.type === 'button' && values.has(one.value ?? ''));
  if (button) return { ...button, chosen: null, choices: {} };
  const skip = answer === 'skip' ? find(entry, ({ action_id: id }) => id === 'command|skip') : undefined;
  if (skip) return { ...skip, chosen: null, choices: {} };
  const menu = find(entry, (one) => isOfAnswer(one) && valuesOf(one).includes(answer));
  if (menu) return { ...menu, chosen: answer, choices: {} };
  return severalOf(entry, answer);
}

const isOfAnswer = ({ action_id: id = '' }: Element): boolean => ACTION.answer.test(id);

const valuesOf = ({ options = [] }: Element): string[] => options.map(({ value }) => value ?? '');

function severalOf(entry: Entry, answer: string): Pressing | undefined {
  const list = find(entry, ({ action_id: id }) => id === ACTION.choices);
  const done = find(entry, ({ action_id: id }) => id === ACTION.done);
  if (!list || !done) return undefined;
  const values = valuesOf(list.element);
  const chosen = answer.split(/,\s*/).map((id) => (values.includes(id) ? id : values[Number(id) - 1]));
  const known = chosen.filter((id) => id !== undefined);
  if (known.length < chosen.length) return undefined;
  return { ...done, chosen: null, choices: { [list.block.block_id]: { [ACTION.choices]: known } } };
}
