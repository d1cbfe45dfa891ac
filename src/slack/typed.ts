import type { ViewOutput, ViewStateValue } from '@slack/bolt';

import type { JsonValue } from '../flow/session.ts';
import { fromFieldId } from './ids.ts';
import { toMember } from './user-of.ts';

type Values = ViewOutput['state']['values'];

/** What stands in a form, by address; null where nothing does. */
export function typedIn(values: Values | undefined, team: string): Record<string, JsonValue> {
  const typed = new Map<string, JsonValue>();
  for (const [blockId, elements] of Object.entries(values ?? {})) {
    const field = fromFieldId(blockId);
    const [element] = Object.values(elements);
    if (!field || !element) continue;
    if (field.part === 'field') typed.set(field.address, typed.get(field.address) ?? valueOf(element, team));
    // A name that was typed says more than a person left chosen above it.
    else if (element.value) typed.set(field.address, { name: element.value });
  }
  return Object.fromEntries(typed);
}

function valueOf(element: ViewStateValue, team: string): JsonValue {
  switch (element.type) {
    case 'radio_buttons':
    case 'static_select':
      return element.selected_option?.value ?? null;
    case 'checkboxes':
    case 'multi_static_select':
      return (element.selected_options ?? []).map(({ value }) => value);
    case 'datepicker':
      return element.selected_date ?? null;
    case 'timepicker':
      return element.selected_time ?? null;
    case 'multi_users_select':
      return (element.selected_users ?? []).map((user) => ({ member: toMember(team, user) }));
    case 'users_select':
      return element.selected_user ? { member: toMember(team, element.selected_user) } : null;
    default:
      return element.value ?? null;
  }
}
