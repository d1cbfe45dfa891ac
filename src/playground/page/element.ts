import type { Block, Chosen, Element, Option } from '../block.ts';

/** Whether it holds something, unlike a button or a picture. */
export const isInput = (element: Element): boolean =>
  !['button', 'image', 'overflow', 'workflow_button'].includes(element.type);

export const isMany = (element: Element): boolean =>
  ['checkboxes', 'multi_static_select', 'multi_users_select'].includes(element.type);

/** What stands in it before anybody touched it. */
export function initialOf(element: Element): Chosen {
  if (element.type === 'multi_users_select') return element.initial_users ?? [];
  if (isMany(element)) return (element.initial_options ?? []).map((option) => option.value ?? '');
  return (
    element.initial_option?.value ??
    element.initial_date ??
    element.initial_time ??
    element.initial_user ??
    element.initial_value ??
    null
  );
}

/** Every element of these blocks that has an `action_id`, with its block. */
export const elementsOf = (blocks: readonly Block[]): readonly { readonly block: Block; readonly element: Element }[] =>
  blocks.flatMap((block) =>
    [block.accessory, block.element, ...(block.elements ?? [])].flatMap((element) =>
      element?.action_id === undefined ? [] : [{ block, element }],
    ),
  );

export const optionsOf = (element: Element): readonly Option[] =>
  element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];
