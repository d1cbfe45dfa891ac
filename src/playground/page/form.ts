import type { Block, Chosen, Element } from '../block.ts';

export type Filled = { readonly block: Block; readonly element: Element; readonly chosen: Chosen };

/** What Slack's own client refuses before it sends a form: by block, a key of the page's words. */
export function wrongIn(fields: readonly Filled[]): Record<string, string> {
  const found = fields
    .filter(({ block }) => block.type === 'input')
    .flatMap((field) => {
      const wrong = wrongWith(field);
      return wrong === null ? [] : [[field.block.block_id, wrong] as const];
    });
  return Object.fromEntries(found);
}

function wrongWith({ block, element, chosen }: Filled): string | null {
  const empty = chosen === null || chosen.length === 0 || (typeof chosen === 'string' && chosen.trim() === '');
  if (empty) return block.optional === true ? null : 'required';
  if (Array.isArray(chosen)) return chosen.length > (element.max_selected_items ?? Infinity) ? 'too-many' : null;
  if (chosen.length < (element.min_length ?? 0)) return 'too-short';
  return chosen.length > (element.max_length ?? 3000) ? 'too-long' : null;
}
