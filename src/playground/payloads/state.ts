import type { Block, Choices, Chosen, Element } from '../block.ts';
import { elementsOf, initialOf, isInput, optionsOf } from '../page/element.ts';

type Fields = Readonly<Record<string, unknown>>;

/** `state.values`: what stands in every element that holds something, touched or not. */
export function stateValues(blocks: readonly Block[], choices: Choices): Record<string, Record<string, Fields>> {
  const values: Record<string, Record<string, Fields>> = {};
  for (const { block, element } of elementsOf(blocks)) {
    const action = element.action_id ?? '';
    if (!isInput(element)) continue;
    const chosen = choices[block.block_id]?.[action];
    values[block.block_id] = {
      ...values[block.block_id],
      [action]: { type: element.type, ...held(element, chosen === undefined ? initialOf(element) : chosen) },
    };
  }
  return values;
}

/** How an element says what stands in it; each kind has a field of its own. */
export function held(element: Element, chosen: Chosen): Fields {
  const one = typeof chosen === 'string' && chosen !== '' ? chosen : null;
  const many = Array.isArray(chosen) ? chosen : [];
  switch (element.type) {
    case 'static_select':
    case 'radio_buttons':
      return { selected_option: optionsOf(element).find((option) => option.value === one) ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { selected_options: optionsOf(element).filter((option) => many.includes(option.value ?? '')) };
    case 'datepicker':
      return { selected_date: one };
    case 'timepicker':
      return { selected_time: one };
    case 'multi_users_select':
      return { selected_users: many };
    case 'users_select':
      return { selected_user: one };
    default:
      return { value: one };
  }
}
