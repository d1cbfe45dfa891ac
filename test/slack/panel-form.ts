import { z } from 'zod';

import type { JsonValue } from '../../src/flow/session.ts';

const Element = z.looseObject({ type: z.string() });
/** A panel as Slack was given it. */
export const View = z.looseObject({
  private_metadata: z.string().default(''),
  submit: z.unknown().optional(),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional(), element: Element.optional() })),
});
export type View = z.infer<typeof View>;

/** What Slack would have in the form if nobody touched it. */
export const standing = (view: View): Record<string, JsonValue> =>
  Object.fromEntries(
    view.blocks.flatMap(({ block_id, element }) => {
      if (block_id === undefined || !element) return [];
      const { type, initial_value, initial_time, initial_option, initial_options, initial_user, initial_users } =
        element;
      const value = z.json().parse({
        type,
        value: initial_value ?? null,
        selected_time: initial_time ?? null,
        selected_option: initial_option ?? null,
        selected_options: initial_options ?? [],
        selected_user: initial_user ?? null,
        selected_users: initial_users ?? [],
      });
      return [[block_id, { 'panel-field': value }]];
    }),
  );
/** What a person does to one field. */
export const text = (value: string | null): JsonValue => ({ 'panel-field': { type: 'plain_text_input', value } });
export const time = (at: string): JsonValue => ({ 'panel-field': { type: 'timepicker', selected_time: at } });
const option = (value: string): JsonValue => ({ value, text: { type: 'plain_text', text: '-' } });
export const choice = (id: string): JsonValue => ({
  'panel-field': { type: 'static_select', selected_option: option(id) },
});
export const choices = (...ids: string[]): JsonValue => ({
  'panel-field': { type: 'checkboxes', selected_options: ids.map(option) },
});
export const person = (user: string): JsonValue => ({ 'panel-field': { type: 'users_select', selected_user: user } });
export const people = (...users: string[]): JsonValue => ({
  'panel-field': { type: 'multi_users_select', selected_users: users },
});
