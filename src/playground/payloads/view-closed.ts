import type { Block, Choices, View } from '../block.ts';
import { TEAM } from '../company.ts';
import { IDS, type Person } from '../page/people.ts';
import { common } from './envelope.ts';
import { stateValues } from './state.ts';

/**
 * A modal was closed without being sent; told only of those with `notify_on_close`.
 * Counted on here: no more than the values the app has already been sent, by `dispatch_action`.
 */
export const viewClosed = (person: Person, view: View, choices: Choices): Record<string, unknown> => ({
  type: 'view_closed',
  ...common,
  user: { id: IDS[person].user, username: person, name: person, team_id: TEAM.id },
  team: { id: TEAM.id, domain: TEAM.domain },
  view: { ...view, state: { values: stateValues(view.blocks.filter(isDispatched), choices) } },
  is_cleared: false,
});

const isDispatched = (block: Block): boolean => block.type !== 'input' || block.dispatch_action === true;
