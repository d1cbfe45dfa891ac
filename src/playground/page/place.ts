import type { Place as At } from '../act.ts';
import type { Block, Chosen, Element } from '../block.ts';
import { initialOf, isInput } from './element.ts';
import type { Person } from './people.ts';
import { send } from './server.ts';
import { choose, page } from './state.ts';

/** Where blocks stand: whose, under which key their choices are kept, and what the server calls it. */
export type Place = { readonly person: Person; readonly key: string; readonly at: At };

/** What stands in an element now. */
export function chosenIn(place: Place, block: Block, element: Element): Chosen {
  const chosen = page.choices.get(place.key)?.[block.block_id]?.[element.action_id ?? ''];
  return chosen === undefined ? initialOf(element) : chosen;
}

/** Something was put into an element: the bot hears of it at once, except of the fields of a form. */
export function put(place: Place, block: Block, element: Element, chosen: Chosen): void {
  choose(place.key, block.block_id, element.action_id ?? '', chosen);
  if (block.type !== 'input' || (block.dispatch_action === true && !isTyped(element)))
    void press(place, block, element, chosen);
}

const isTyped = (element: Element): boolean => isInput(element) && element.type.endsWith('_input');

export async function press(place: Place, block: Block, element: Element, chosen: Chosen = null): Promise<void> {
  const { person, at, key } = place;
  const choices = page.choices.get(key) ?? {};
  await send(person, {
    kind: 'press',
    person,
    place: at,
    block: block.block_id,
    action: element.action_id ?? '',
    chosen,
    choices,
  });
}
